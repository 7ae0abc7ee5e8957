/**
 * A `T` that the compiler keeps apart from other `T`s: `Brand<number, 'Cents'>` is a number, but not every number is one.
 * The key is a plain string, since declarations cannot name a hidden symbol; no such property exists at run time.
 */
export type Brand<T, Name extends string> = T & { readonly __brand: Name }
