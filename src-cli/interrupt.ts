let controller: AbortController | undefined

/**
 * The signal that Ctrl-C or a termination request aborts: long work stops between two steps and cleans up. A second one ends the
 * process as it would without us.
 */
export function onInterrupt(): AbortSignal {
  if (controller !== undefined) return controller.signal
  const made = (controller = new AbortController())
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => made.abort())
  return made.signal
}
