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

/**
 * What a role may do: permissions are `area.action`; `*` stands for any area or any action.
 * Reading is a permission of its own (`area.read`). The administrator runs the desk but reads no business data unless given.
 */
export const rolePermissions: Record<RoleName, readonly string[]> = {
  sales: [
    'contracts.*',
    'templates.read',
    'clauses.read',
    'parties.*',
    'products.read',
    'orders.*',
    'shipments.read',
    'payments.read',
    'approvals.*',
    'files.*',
    'people.read',
    'settings.read',
    'numbering.read',
    'reports.read',
    'search.read',
    'seals.read',
    'certificates.read',
    'audit.history',
  ],
  salesSupport: [
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
    'approvals.*',
    'files.*',
    'people.read',
    'settings.read',
    'numbering.read',
    'reports.read',
    'search.read',
    'audit.history',
  ],
  legal: [
    'contracts.*',
    'templates.*',
    'clauses.*',
    'parties.read',
    'products.read',
    'orders.read',
    'approvals.*',
    'files.*',
    'people.read',
    'settings.read',
    'numbering.read',
    'reports.read',
    'search.read',
    'seals.read',
    'certificates.read',
    'audit.history',
  ],
  finance: [
    'contracts.read',
    'contracts.sign',
    'contracts.document',
    'templates.read',
    'parties.*',
    'products.read',
    'orders.read',
    'shipments.read',
    'payments.*',
    'approvals.*',
    'files.*',
    'people.read',
    'settings.read',
    'numbering.read',
    'reports.*',
    'search.read',
    'seals.read',
    'certificates.read',
    'audit.history',
  ],
  manager: [
    'contracts.*',
    'templates.read',
    'clauses.read',
    'parties.*',
    'products.*',
    'orders.*',
    'shipments.*',
    'payments.*',
    'approvals.*',
    'files.*',
    'people.read',
    'settings.read',
    'numbering.read',
    'reports.*',
    'audit.read',
    'search.read',
    'seals.read',
    'certificates.read',
    'audit.history',
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
