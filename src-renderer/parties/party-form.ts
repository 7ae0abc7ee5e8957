import type { PartyDetail } from '../../src-shared/parties/parties-operations.ts'
import { NewParty } from '../../src-shared/parties/party-fields.ts'
import { schemaErrors } from '../lib/field-errors.ts'
import type { Language } from '../lib/words.ts'

/** What the form of a party holds; the same fields as the command, with the code as text. */
export interface PartyValues {
  kind: PartyDetail['kind']
  name: string
  shortName: string
  creditCode: string
  industry: string
  region: string
  level: string
  address: string
  legalRepresentative: string
  phone: string
  email: string
  bankName: string
  bankAccount: string
  creditLimit: PartyDetail['creditLimit']
  paymentTermDays: number | null
  ownerId: string | null
  notes: string
}

export const emptyParty = (ownerId: string | null): PartyValues => ({
  kind: 'customer',
  name: '',
  shortName: '',
  creditCode: '',
  industry: '',
  region: '',
  level: '',
  address: '',
  legalRepresentative: '',
  phone: '',
  email: '',
  bankName: '',
  bankAccount: '',
  creditLimit: null,
  paymentTermDays: null,
  ownerId,
  notes: '',
})

export function partyValues(party: PartyDetail): PartyValues {
  const empty = emptyParty(null)
  const kept = Object.fromEntries(Object.keys(empty).map((key) => [key, party[key as keyof PartyValues]]))
  return { ...empty, ...kept, creditCode: party.creditCode ?? '' }
}

export const partyInput = ({ creditCode, ...values }: PartyValues) => ({
  ...values,
  creditCode: creditCode === '' ? null : creditCode,
})

/** Only what differs from what was read, so that two people can change different fields of a party. */
export function partyChanges(before: PartyValues, now: PartyValues): Partial<ReturnType<typeof partyInput>> {
  const [from, to] = [partyInput(before), partyInput(now)]
  return Object.fromEntries(Object.entries(to).filter(([key, value]) => value !== from[key as keyof typeof from]))
}

export const partyErrors = (values: PartyValues, language: Language): Record<string, string> =>
  schemaErrors(NewParty, partyInput(values), language)
