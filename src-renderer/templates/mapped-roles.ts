import type { PartyRole } from '../../src-shared/contracts/contract.ts'
import type { TemplateMapping } from '../../src-shared/templates/template.ts'

/** Roles whose data a template prints; 甲方 and 乙方 in any case. */
export function contractPartyRoles(mapping: TemplateMapping): PartyRole[] {
  const paths = Object.entries(mapping).map(([path, filling]) => (filling.kind === 'contract' ? filling.path : path))
  return (['甲方', '乙方', '丙方', '丁方'] as const).filter(
    (role, i) => i < 2 || paths.some((path) => path.startsWith(`${role}.`)),
  )
}
