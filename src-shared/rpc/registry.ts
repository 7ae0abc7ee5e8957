import { approvalOperations } from '../approvals/approvals-operations.ts'
import { auditOperations } from '../audit/audit-operations.ts'
import { clauseOperations } from '../clauses/clauses-operations.ts'
import { contractOperations } from '../contracts/contracts-operations.ts'
import { fileOperations } from '../files/files-operations.ts'
import { homeOperations } from '../home/home-operations.ts'
import { importOperations } from '../imports/imports-operations.ts'
import type { OperationDefinition } from '../kernel/operation.ts'
import { numberingOperations } from '../numbering/numbering-operations.ts'
import { orderOperations } from '../orders/orders-operations.ts'
import { partyOperations } from '../parties/parties-operations.ts'
import { paymentOperations } from '../payments/payments-operations.ts'
import { peopleOperations } from '../people/people-operations.ts'
import { productOperations } from '../products/products-operations.ts'
import { searchOperations } from '../search/search-operations.ts'
import { settingsOperations } from '../settings/settings-operations.ts'
import { templateOperations } from '../templates/templates-operations.ts'

/** Every command, query and task of the workspace: what hosts serve and the command line lists. */
export const operations = [
  ...peopleOperations,
  ...partyOperations,
  ...productOperations,
  ...templateOperations,
  ...clauseOperations,
  ...contractOperations,
  ...approvalOperations,
  ...orderOperations,
  ...paymentOperations,
  ...fileOperations,
  ...importOperations,
  ...numberingOperations,
  ...settingsOperations,
  ...auditOperations,
  ...searchOperations,
  ...homeOperations,
] as const

export type Operation = (typeof operations)[number]

export const operationByName: ReadonlyMap<string, OperationDefinition> = new Map(
  operations.map((operation) => [operation.name, operation]),
)
