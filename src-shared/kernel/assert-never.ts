/** Ends a `switch` over a union: does not compile while a case is missing, and throws when data brings an unknown one. */
export function assertNever(x: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(x)}`)
}
