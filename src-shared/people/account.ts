import { z } from 'zod'

/** What a person signs in with: letters, digits and `. _ - @`, kept in lower case so that case never makes two accounts. */
export const Account = z
  .string()
  .trim()
  .toLowerCase()
  .min(2)
  .max(64)
  .regex(/^[a-z0-9](?:[a-z0-9._@-]*[a-z0-9])?$/, 'account')
