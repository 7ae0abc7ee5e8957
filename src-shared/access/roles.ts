import { z } from 'zod'

/** Ready roles (product.md, users). */
export const RoleName = z.enum([
  'sales',
  'salesSupport',
  'legal',
  'finance',
  'manager',
  'generalManager',
  'administrator',
  'auditor',
])
export type RoleName = z.infer<typeof RoleName>

/** What everyone who works on contracts and orders needs, whatever their part in it. */
const atEveryDesk = [
  'approvals.*',
  'files.*',
  'people.read',
  'settings.read',
  'numbering.read',
  'search.read',
  'audit.history',
]

/**
 * What a role may do: permissions are `area.action`; `*` stands for any area or any action.
 * Reading is a permission of its own (`area.read`). The administrator runs the desk but reads no business data unless given.
 */
export const rolePermissions: Record<RoleName, readonly string[]> = {
  sales: [
    ...atEveryDesk,
    'contracts.*',
    'templates.read',
    'clauses.read',
    'parties.*',
    'products.read',
    'orders.*',
    'shipments.read',
    'payments.read',
    'reports.read',
    'seals.read',
    'certificates.read',
  ],
  salesSupport: [
    ...atEveryDesk,
    'contracts.read',
    'contracts.draft',
    'contracts.submit',
    'contracts.document',
    'templates.read',
    'clauses.read',
    'parties.*',
    'products.*',
    'orders.*',
    'shipments.*',
    'payments.read',
    'reports.read',
  ],
  legal: [
    ...atEveryDesk,
    'contracts.*',
    'templates.*',
    'clauses.*',
    'parties.read',
    'products.read',
    'orders.read',
    'reports.read',
    'seals.read',
    'certificates.read',
  ],
  finance: [
    ...atEveryDesk,
    'contracts.read',
    'contracts.sign',
    'contracts.document',
    'templates.read',
    'parties.*',
    'products.read',
    'orders.read',
    'shipments.read',
    'payments.*',
    'reports.*',
    'seals.read',
    'certificates.read',
  ],
  manager: [
    ...atEveryDesk,
    'contracts.*',
    'templates.read',
    'clauses.read',
    'parties.*',
    'products.*',
    'orders.*',
    'shipments.*',
    'payments.*',
    'reports.*',
    'audit.read',
    'seals.read',
    'certificates.read',
  ],
  generalManager: ['*.*'],
  administrator: [
    'people.*',
    'settings.*',
    'numbering.*',
    'flows.*',
    'templates.*',
    'clauses.*',
    // Asked where a flow finds nobody else; whoever may be asked must be able to answer.
    'approvals.*',
    'audit.*',
    'files.*',
    'search.read',
    'seals.*',
    'certificates.*',
  ],
  auditor: ['*.read', 'audit.*', 'reports.*'],
}

/** Whether any of the roles holds the permission `area.action`. */
export function holdsPermission(roles: readonly RoleName[], permission: string): boolean {
  const [area, action] = permission.split('.') as [string, string]
  return roles.some((role) =>
    rolePermissions[role].some((held) => {
      const [heldArea, heldAction] = held.split('.') as [string, string]
      return (heldArea === '*' || heldArea === area) && (heldAction === '*' || heldAction === action)
    }),
  )
}
