import type { RoleName } from '../../src-shared/access/roles.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { createUser, type UserDetail } from '../../src-shared/people/people-operations.ts'
import { schemaErrors } from '../lib/field-errors.ts'
import type { Language } from '../lib/words.ts'

export interface PersonValues {
  account: string
  name: string
  departmentId: Id<'Department'> | null
  position: string
  mobile: string
  email: string
  roles: RoleName[]
}

export const emptyPerson: PersonValues = {
  account: '',
  name: '',
  departmentId: null,
  position: '',
  mobile: '',
  email: '',
  roles: [],
}

export function personValues(person: UserDetail): PersonValues {
  const { account, name, departmentId, position, mobile, email, roles } = person
  return { account, name, departmentId, position, mobile, email, roles }
}

/** What is wrong with the values, by field, in words. */
export const personErrors = (values: PersonValues, language: Language): Record<string, string> =>
  schemaErrors(createUser.input, values, language)

/** Only what differs from what was read, so that two people can change different fields of a person. */
export function personChanges(before: PersonValues, now: PersonValues): Partial<PersonValues> {
  return Object.fromEntries(
    Object.entries(now).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof PersonValues]),
    ),
  )
}
