import { approvalsHandlers } from './approvals/approvals-handlers.ts'
import { auditHandlers } from './audit/audit-handlers.ts'
import { clausesHandlers } from './clauses/clauses-handlers.ts'
import { contractsHandlers } from './contracts/contracts-handlers.ts'
import type { CommandHandler, QueryHandler, TaskHandler } from './execution/handlers.ts'
import { filesHandlers } from './files/files-handlers.ts'
import { homeHandlers } from './home/home-handlers.ts'
import { importsHandlers } from './imports/imports-handlers.ts'
import { numberingHandlers } from './numbering/numbering-handlers.ts'
import { ordersHandlers } from './orders/orders-handlers.ts'
import { partiesHandlers } from './parties/parties-handlers.ts'
import { paymentsHandlers } from './payments/payments-handlers.ts'
import { peopleHandlers } from './people/people-handlers.ts'
import { productsHandlers } from './products/products-handlers.ts'
import { searchHandlers } from './search/search-handlers.ts'
import { settingsHandlers } from './settings/settings-handlers.ts'
import { templatesHandlers } from './templates/templates-handlers.ts'

interface AreaHandlers {
  commands: readonly CommandHandler[]
  queries: readonly QueryHandler[]
  tasks: readonly TaskHandler[]
}

const areas: readonly AreaHandlers[] = [
  peopleHandlers,
  partiesHandlers,
  productsHandlers,
  templatesHandlers,
  clausesHandlers,
  contractsHandlers,
  approvalsHandlers,
  ordersHandlers,
  paymentsHandlers,
  filesHandlers,
  importsHandlers,
  numberingHandlers,
  settingsHandlers,
  auditHandlers,
  searchHandlers,
  homeHandlers,
]

function byName<H extends { definition: { name: string } }>(handlers: readonly H[]): ReadonlyMap<string, H> {
  const map = new Map<string, H>()
  for (const handler of handlers) {
    if (map.has(handler.definition.name)) throw new Error(`two handlers for ${handler.definition.name}`)
    map.set(handler.definition.name, handler)
  }
  return map
}

export const commandHandlers = byName(areas.flatMap(({ commands }) => commands))
export const queryHandlers = byName(areas.flatMap(({ queries }) => queries))
export const taskHandlers = byName(areas.flatMap(({ tasks }) => tasks))
