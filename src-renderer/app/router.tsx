import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { approvalListSearch } from '../approvals/approval-search.ts'
import { contractDetailSearch, contractNewSearch } from '../contracts/contract-detail-search.ts'
import { contractListSearch } from '../contracts/contract-search.ts'
import { orderDetailSearch, orderListSearch, orderNewSearch } from '../orders/order-search.ts'
import { partyListSearch, partyPageSearch } from '../parties/party-search.ts'
import { paymentDetailSearch, paymentListSearch, paymentNewSearch } from '../payments/payment-search.ts'
import { productListSearch } from '../products/product-search.ts'
import { settingsSearch } from '../settings/settings-search.ts'
import { clauseListSearch, templateListSearch } from '../templates/template-search.ts'
import { NotFound } from './not-found.tsx'
import { PageFailed } from './page-failed.tsx'
import { Shell } from './shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: PageFailed })
const page = <const P extends string>(path: P) => ({ getParentRoute: () => root, path })

const routes = [
  createRoute({
    ...page('/'),
    component: lazyRouteComponent(() => import('../home/home-page.tsx'), 'HomePage'),
  }),
  createRoute({
    ...page('/contracts'),
    validateSearch: contractListSearch,
    component: lazyRouteComponent(() => import('../contracts/contract-list-page.tsx'), 'ContractListPage'),
  }),
  createRoute({
    ...page('/contracts/new'),
    validateSearch: contractNewSearch,
    component: lazyRouteComponent(() => import('../contracts/contract-new-page.tsx'), 'ContractNewPage'),
  }),
  createRoute({
    ...page('/contracts/$id'),
    validateSearch: contractDetailSearch,
    component: lazyRouteComponent(() => import('../contracts/contract-detail-page.tsx'), 'ContractDetailPage'),
  }),
  createRoute({
    ...page('/contracts/$id/edit'),
    component: lazyRouteComponent(() => import('../contracts/contract-edit-page.tsx'), 'ContractEditPage'),
  }),
  createRoute({
    ...page('/approvals'),
    validateSearch: approvalListSearch,
    component: lazyRouteComponent(() => import('../approvals/approval-list-page.tsx'), 'ApprovalListPage'),
  }),
  createRoute({
    ...page('/approvals/$id'),
    component: lazyRouteComponent(() => import('../approvals/approval-page.tsx'), 'ApprovalPage'),
  }),
  createRoute({
    ...page('/orders'),
    validateSearch: orderListSearch,
    component: lazyRouteComponent(() => import('../orders/order-list-page.tsx'), 'OrderListPage'),
  }),
  createRoute({
    ...page('/orders/new'),
    validateSearch: orderNewSearch,
    component: lazyRouteComponent(() => import('../orders/order-new-page.tsx'), 'OrderNewPage'),
  }),
  createRoute({
    ...page('/orders/$id'),
    validateSearch: orderDetailSearch,
    component: lazyRouteComponent(() => import('../orders/order-detail-page.tsx'), 'OrderDetailPage'),
  }),
  createRoute({
    ...page('/payments'),
    validateSearch: paymentListSearch,
    component: lazyRouteComponent(() => import('../payments/payment-list-page.tsx'), 'PaymentListPage'),
  }),
  createRoute({
    ...page('/payments/new'),
    validateSearch: paymentNewSearch,
    component: lazyRouteComponent(() => import('../payments/payment-new-page.tsx'), 'PaymentNewPage'),
  }),
  createRoute({
    ...page('/payments/$id'),
    validateSearch: paymentDetailSearch,
    component: lazyRouteComponent(() => import('../payments/payment-detail-page.tsx'), 'PaymentDetailPage'),
  }),
  createRoute({
    ...page('/parties'),
    validateSearch: partyListSearch,
    component: lazyRouteComponent(() => import('../parties/party-list-page.tsx'), 'PartyListPage'),
  }),
  createRoute({
    ...page('/parties/new'),
    component: lazyRouteComponent(() => import('../parties/party-edit-page.tsx'), 'PartyNewPage'),
  }),
  createRoute({
    ...page('/parties/$id'),
    validateSearch: partyPageSearch,
    component: lazyRouteComponent(() => import('../parties/party-detail-page.tsx'), 'PartyDetailPage'),
  }),
  createRoute({
    ...page('/parties/$id/edit'),
    component: lazyRouteComponent(() => import('../parties/party-edit-page.tsx'), 'PartyEditPage'),
  }),
  createRoute({
    ...page('/products'),
    validateSearch: productListSearch,
    component: lazyRouteComponent(() => import('../products/product-list-page.tsx'), 'ProductListPage'),
  }),
  createRoute({
    ...page('/templates'),
    validateSearch: templateListSearch,
    component: lazyRouteComponent(() => import('../templates/template-list-page.tsx'), 'TemplateListPage'),
  }),
  createRoute({
    ...page('/templates/$id'),
    component: lazyRouteComponent(() => import('../templates/template-detail-page.tsx'), 'TemplateDetailPage'),
  }),
  createRoute({
    ...page('/clauses'),
    validateSearch: clauseListSearch,
    component: lazyRouteComponent(() => import('../templates/clause-list-page.tsx'), 'ClauseListPage'),
  }),
  createRoute({
    ...page('/settings'),
    validateSearch: settingsSearch,
    component: lazyRouteComponent(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    ...page('/settings/$section'),
    validateSearch: settingsSearch,
    component: lazyRouteComponent(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
  }),
] as const

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
