import { z } from 'zod'
import type { Cents } from './cents.ts'
import type { Quantity, Rate, UnitPrice } from './decimal.ts'
import type { Id } from './ids.ts'
import { isLocalDate, type LocalDate } from './local-date.ts'

/** A record's id: 26 characters of Crockford base32. */
export const idSchema = <K extends string>() =>
  z
    .string()
    .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'id')
    .transform((value) => value as Id<K>)

const scaled = <T extends number>() => z.int().transform((value) => value as T)

/** Money in 分. */
export const centsSchema = scaled<Cents>()
export const quantitySchema = scaled<Quantity>()
export const unitPriceSchema = scaled<UnitPrice>()
export const rateSchema = scaled<Rate>()

/** Calendar date `YYYY-MM-DD`. */
export const dateSchema = z
  .string()
  .refine(isLocalDate, 'date')
  .transform((value) => value as LocalDate)

/** The version of the record that the user saw; a stale one is refused with what changed. */
export const versionSchema = z.int().min(1)

/** A line of text: trimmed, without control characters. */
export const lineSchema = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}]*$/u, 'control character')

/** Text of several lines. */
export const textSchema = (max: number) =>
  z
    .string()
    .max(max)
    // oxlint-disable-next-line no-control-regex -- tab and line feed are text, other control characters are not
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u, 'control character')
