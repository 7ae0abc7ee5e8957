import { expect, it } from 'vitest'
import { architecturePage, withDiagrams } from './make-docs.ts'

it('draws the states in the docs as the status tables have them', () => {
  expect(withDiagrams(architecturePage())).toBe(architecturePage())
})
