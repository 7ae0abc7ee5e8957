import { PartyRole } from '../../src-shared/contracts/contract.ts'

/** 甲方 first, as contracts name them; their characters would sort otherwise. */
export function inRoleOrder<P extends { role: PartyRole }>(parties: readonly P[]): P[] {
  return parties.toSorted((a, b) => PartyRole.options.indexOf(a.role) - PartyRole.options.indexOf(b.role))
}
