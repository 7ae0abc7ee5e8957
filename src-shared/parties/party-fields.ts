import { z } from 'zod'
import { centsSchema, idSchema, lineSchema, textSchema } from '../kernel/schemas.ts'
import { PartyKind } from './party.ts'

const emailOrNothing = z.union([z.literal(''), z.email().max(120)])

/** What a person may enter of a party. The credit code is checked and evened out by the command, so that the refusal can say what is wrong. */
export const partyFields = {
  kind: PartyKind,
  name: lineSchema(120).min(1),
  shortName: lineSchema(60),
  creditCode: z.string().max(40).nullable(),
  industry: lineSchema(60),
  region: lineSchema(60),
  level: lineSchema(20),
  address: lineSchema(200),
  legalRepresentative: lineSchema(60),
  phone: lineSchema(40),
  email: emailOrNothing,
  bankName: lineSchema(120),
  bankAccount: lineSchema(60),
  /** Most that may be open at once; null for no limit. */
  creditLimit: centsSchema.refine((value) => value >= 0, 'negative').nullable(),
  paymentTermDays: z.int().min(0).max(3650).nullable(),
  ownerId: idSchema<'User'>().nullable(),
  notes: textSchema(4000),
}

export const contactFields = {
  name: lineSchema(60).min(1),
  position: lineSchema(60),
  mobile: lineSchema(30),
  phone: lineSchema(40),
  email: emailOrNothing,
  /** The one to call first; a party has at most one. */
  isPrimary: z.boolean(),
  notes: textSchema(1000),
}

/** A new contact: only the name is needed. */
export const NewContact = z.strictObject(contactFields).partial().required({ name: true })

/** A new party: only kind and name are needed. */
export const NewParty = z.strictObject(partyFields).partial().required({ kind: true, name: true })
