import { getTableName } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { approvalSteps, approvalTasks, flowVersions } from '../db/schema/approvals.ts'
import { contractDocuments, contractLines, contractParties, paymentPlanItems } from '../db/schema/contracts.ts'
import { orderLines, shipmentLines, trackingEvents } from '../db/schema/orders.ts'
import { contacts } from '../db/schema/parties.ts'
import { settlements } from '../db/schema/payments.ts'
import { clauseVersions, templateVersions } from '../db/schema/templates.ts'
import type { RecordTable } from '../db/tables.ts'

/** Tables whose rows belong to a record of another table, and the column that says to which. */
const parts: Record<string, readonly [RecordTable & { id: SQLiteColumn }, SQLiteColumn][]> = {
  parties: [[contacts, contacts.partyId]],
  templates: [[templateVersions, templateVersions.templateId]],
  clauses: [[clauseVersions, clauseVersions.clauseId]],
  contracts: [
    [contractParties, contractParties.contractId],
    [contractLines, contractLines.contractId],
    [paymentPlanItems, paymentPlanItems.contractId],
    [contractDocuments, contractDocuments.contractId],
  ],
  flows: [[flowVersions, flowVersions.flowId]],
  approvals: [
    [approvalSteps, approvalSteps.approvalId],
    [approvalTasks, approvalTasks.approvalId],
  ],
  orders: [[orderLines, orderLines.orderId]],
  shipments: [
    [shipmentLines, shipmentLines.shipmentId],
    [trackingEvents, trackingEvents.shipmentId],
  ],
  payments: [[settlements, settlements.paymentId]],
}

/** What belongs to records of a table; nothing for most. */
export function partsOf(table: string) {
  return parts[table] ?? []
}

/** Whose rights say who may read a table: the area of the record it is or belongs to. */
export function areaOf(table: string): string {
  const owner =
    Object.entries(parts).find(([, rows]) => rows.some(([part]) => getTableName(part) === table))?.[0] ?? table
  return areaOfTable[owner] ?? owner
}

const areaOfTable: Record<string, string> = {
  departments: 'people',
  users: 'people',
  numbering_rules: 'numbering',
  numbering_counters: 'numbering',
  attachments: 'files',
  flows: 'approvals',
}
