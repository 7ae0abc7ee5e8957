import type { QueryClient } from '@tanstack/react-query'
import { rpc } from './rpc.ts'
import { hostLink } from './host-link.ts'

/** Tables whose change makes an area's queries stale: its own, and those whose figures it shows. */
const tablesOfArea: Record<string, readonly string[]> = {
  contracts: [
    'contracts',
    'contract_parties',
    'contract_lines',
    'payment_plan_items',
    'contract_documents',
    'parties',
    'settlements',
  ],
  approvals: ['approvals', 'approval_steps', 'approval_tasks'],
  flows: ['flows', 'flow_versions'],
  orders: ['orders', 'order_lines', 'shipments', 'shipment_lines', 'tracking_events'],
  shipments: ['shipments', 'shipment_lines', 'tracking_events'],
  payments: ['payments', 'settlements', 'payment_plan_items'],
  parties: ['parties', 'contacts'],
  products: ['products'],
  templates: ['templates', 'template_versions'],
  clauses: ['clauses', 'clause_versions'],
  people: ['users', 'departments'],
  files: ['attachments'],
  // Our own company is a party.
  settings: ['settings', 'seals', 'certificates', 'parties'],
  numbering: ['numbering_rules', 'numbering_counters'],
}

/**
 * Listens to the host's commits and marks stale what they touched, so that every open screen shows what is true now,
 * whoever wrote it. When the stream breaks it is opened again, and everything is asked anew: what was missed is unknown.
 */
export function followChanges(queryClient: QueryClient): () => void {
  const controller = new AbortController()
  const { signal } = controller
  void (async () => {
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      try {
        const changes = await rpc['host.changes'](undefined, { signal })
        hostLink.set('connected')
        if (attempt > 0) void queryClient.invalidateQueries()
        attempt = 0
        for await (const change of changes)
          void queryClient.invalidateQueries({ predicate: ({ queryKey }) => touches(change.tables, queryKey) })
      } catch {
        // Told to the user below; the loop tries again.
      }
      if (signal.aborted) return
      hostLink.set('lost')
      await new Promise((resolve) => setTimeout(resolve, Math.min(250 * 2 ** attempt, 4000)))
    }
  })()
  return () => controller.abort()
}

function touches(tables: Record<string, string[]>, queryKey: readonly unknown[]): boolean {
  const [path] = queryKey as [readonly string[] | undefined]
  // Who may sit down at the desk; nothing else of the host changes by commands.
  if (path?.[0] === 'host.people') return 'users' in tables
  const area = path?.[0]?.split('.')[0]
  if (area === undefined || area === 'host') return false
  const watched = tablesOfArea[area]
  // An area that is not listed looks at many tables: reports, search, audit, home.
  return watched === undefined || watched.some((table) => table in tables)
}
