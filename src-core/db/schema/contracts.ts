import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import type { ContractType, MoneyDirection, PartyRole } from '../../../src-shared/contracts/contract.ts'
import type { ContractStage } from '../../../src-shared/contracts/contract-stage.ts'
import type { PartySnapshot } from '../../../src-shared/contracts/party-snapshot.ts'
import type { DueEvent } from '../../../src-shared/contracts/payment-plan.ts'
import type { DocumentAnchor, DocumentKind } from '../../../src-shared/contracts/contract-document.ts'
import type { TemplateAnswers } from '../../../src-shared/templates/template.ts'
import {
  centsColumn,
  dateColumn,
  idColumn,
  jsonColumn,
  quantityColumn,
  rateColumn,
  recordColumns,
  unitPriceColumn,
} from './columns.ts'

export const contracts = sqliteTable(
  'contracts',
  {
    ...recordColumns<'Contract'>(),
    /** Formal number, given on approval; null before. */
    number: text('number'),
    /** Temporary number of the draft. */
    draftNumber: text('draft_number').notNull(),
    title: text('title').notNull(),
    type: text('type').$type<ContractType>().notNull(),
    direction: text('direction').$type<MoneyDirection>().notNull(),
    stage: text('stage').$type<ContractStage>().notNull(),
    templateVersionId: idColumn<'TemplateVersion'>('template_version_id'),
    /** Framework or amended contract. */
    parentId: idColumn<'Contract'>('parent_id'),
    ourPartyId: idColumn<'Party'>('our_party_id').notNull(),
    /** The main other side; all parties with their roles stand in contract_parties. */
    counterpartyId: idColumn<'Party'>('counterparty_id').notNull(),
    ownerId: idColumn<'User'>('owner_id').notNull(),
    departmentId: idColumn<'Department'>('department_id'),
    currency: text('currency').notNull().default('CNY'),
    /** Tax-inclusive total: the sum of the rounded lines, or as entered when there are no lines. */
    amount: centsColumn('amount').notNull(),
    netAmount: centsColumn('net_amount').notNull(),
    taxAmount: centsColumn('tax_amount').notNull(),
    signedOn: dateColumn('signed_on'),
    signedAt: text('signed_at').notNull().default(''),
    effectiveOn: dateColumn('effective_on'),
    expiresOn: dateColumn('expires_on'),
    retentionAmount: centsColumn('retention_amount'),
    retentionReleaseOn: dateColumn('retention_release_on'),
    /** Share by which orders may exceed a line's quantity. */
    orderAllowance: rateColumn('order_allowance').notNull(),
    /** Answers to the template's own questions. */
    answers: jsonColumn<TemplateAnswers>('answers').notNull(),
    notes: text('notes').notNull().default(''),
    /** SHA-256 of what the contract says now, but its number: kept by every command that changes it. */
    contentHash: text('content_hash').notNull(),
    /** Latest document; stale when built from an older content. */
    documentId: idColumn<'ContractDocument'>('document_id'),
    approvalId: idColumn<'Approval'>('approval_id'),
    /** What the running or last approval agreed to. */
    approvedContentHash: text('approved_content_hash'),
    /** Why it was terminated or made void. */
    endReason: text('end_reason').notNull().default(''),
    /** Counters kept by the commands that change them, all in 分. */
    orderedAmount: centsColumn('ordered_amount').notNull(),
    shippedAmount: centsColumn('shipped_amount').notNull(),
    settledAmount: centsColumn('settled_amount').notNull(),
  },
  (t) => [
    uniqueIndex('contracts_number')
      .on(t.number)
      .where(sql`number is not null`),
    index('contracts_updated').on(t.updatedAt, t.id),
    index('contracts_stage_updated').on(t.stage, t.updatedAt, t.id),
    index('contracts_signed').on(t.signedOn, t.id),
    index('contracts_amount').on(t.amount, t.id),
    index('contracts_counterparty').on(t.counterpartyId, t.updatedAt, t.id),
    index('contracts_owner').on(t.ownerId, t.updatedAt, t.id),
    index('contracts_parent').on(t.parentId),
    index('contracts_expires').on(t.expiresOn, t.id),
    // Holds all that a month's sum of signed contracts is made of.
    index('contracts_month').on(t.direction, t.signedOn, t.stage, t.ownerId, t.amount),
  ],
)

export const contractParties = sqliteTable(
  'contract_parties',
  {
    ...recordColumns<'ContractParty'>(),
    contractId: idColumn<'Contract'>('contract_id').notNull(),
    role: text('role').$type<PartyRole>().notNull(),
    partyId: idColumn<'Party'>('party_id').notNull(),
    /** The party as the contract names it, whatever the party's record says later. */
    snapshot: jsonColumn<PartySnapshot>('snapshot').notNull(),
  },
  (t) => [uniqueIndex('contract_parties_role').on(t.contractId, t.role), index('contract_parties_party').on(t.partyId)],
)

export const contractLines = sqliteTable(
  'contract_lines',
  {
    ...recordColumns<'ContractLine'>(),
    contractId: idColumn<'Contract'>('contract_id').notNull(),
    lineNo: integer('line_no').notNull(),
    productId: idColumn<'Product'>('product_id'),
    name: text('name').notNull(),
    specification: text('specification').notNull().default(''),
    unit: text('unit').notNull().default(''),
    quantity: quantityColumn('quantity').notNull(),
    unitPrice: unitPriceColumn('unit_price').notNull(),
    taxRate: rateColumn('tax_rate').notNull(),
    amount: centsColumn('amount').notNull(),
    netAmount: centsColumn('net_amount').notNull(),
    taxAmount: centsColumn('tax_amount').notNull(),
    deliverBy: dateColumn('deliver_by'),
    remark: text('remark').notNull().default(''),
    /** In confirmed or draft orders that are not cancelled. */
    orderedQuantity: quantityColumn('ordered_quantity').notNull(),
  },
  (t) => [uniqueIndex('contract_lines_no').on(t.contractId, t.lineNo), index('contract_lines_product').on(t.productId)],
)

export const paymentPlanItems = sqliteTable(
  'payment_plan_items',
  {
    ...recordColumns<'PaymentPlanItem'>(),
    contractId: idColumn<'Contract'>('contract_id').notNull(),
    itemNo: integer('item_no').notNull(),
    name: text('name').notNull(),
    condition: text('condition').notNull().default(''),
    dueOn: dateColumn('due_on'),
    dueEvent: text('due_event').$type<DueEvent>(),
    dueDays: integer('due_days'),
    rate: rateColumn('rate'),
    amount: centsColumn('amount').notNull(),
    settledAmount: centsColumn('settled_amount').notNull(),
  },
  (t) => [
    uniqueIndex('payment_plan_items_no').on(t.contractId, t.itemNo),
    index('payment_plan_items_due').on(t.dueOn, t.id),
    // What is still to be paid is little beside what was.
    index('payment_plan_items_open')
      .on(t.dueOn, t.id, t.contractId, t.amount, t.settledAmount)
      .where(sql`settled_amount < amount`),
  ],
)

export const contractDocuments = sqliteTable(
  'contract_documents',
  {
    ...recordColumns<'ContractDocument'>(),
    contractId: idColumn<'Contract'>('contract_id').notNull(),
    no: integer('no').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    /** SHA-256 over the template and all data but the number: what an approval agrees to. */
    contentHash: text('content_hash').notNull(),
    docxHash: text('docx_hash'),
    pdfHash: text('pdf_hash').notNull(),
    pages: integer('pages').notNull(),
    anchors: jsonColumn<DocumentAnchor[]>('anchors').notNull(),
  },
  (t) => [uniqueIndex('contract_documents_no').on(t.contractId, t.no)],
)
