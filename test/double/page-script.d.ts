/** Its text is put into pages; it is never called here. */
export function pageScript(world: 'main' | 'isolated', info?: unknown, preload?: unknown): void
