/** Wrong usage, found after the arguments were read: exit code 2. */
export class UsageError extends Error {}
