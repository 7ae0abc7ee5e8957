import { expect, it } from 'vitest'
import { findRecords } from '../../src-shared/search/search-operations.ts'
import { makeContractDesk } from '../../test/support/contract-desk.ts'

it('finds a party by its initials beside all its contracts', async () => {
  const at = await makeContractDesk()
  await using _ = at.desk
  for (let i = 0; i < 8; i += 1) at.draft()
  const found = at.desk.ask(findRecords, { text: 'nbyh', limit: 5 })
  expect(found).toHaveLength(5)
  expect(found).toContainEqual({ kind: 'party', id: at.customer, title: '宁波屿禾精密制造有限公司' })
  expect(found.filter(({ kind }) => kind === 'contract')).toHaveLength(4)
})
