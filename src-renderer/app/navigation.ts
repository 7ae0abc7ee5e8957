import {
  IconBox,
  IconBuildingStore,
  IconCash,
  IconChecklist,
  IconFileText,
  IconHome,
  IconPackage,
  IconSettings,
  IconTemplate,
  type Icon,
} from '@tabler/icons-react'

export interface NavigationItem {
  key: 'home' | 'contracts' | 'approvals' | 'orders' | 'payments' | 'parties' | 'products' | 'templates' | 'settings'
  to: string
  icon: Icon
  /** After `g`, as in g then c. */
  letter: string
}

export const navigation: { key: 'work' | 'business' | 'management'; items: NavigationItem[] }[] = [
  {
    key: 'work',
    items: [
      { key: 'home', to: '/', icon: IconHome, letter: 'h' },
      { key: 'approvals', to: '/approvals', icon: IconChecklist, letter: 'a' },
    ],
  },
  {
    key: 'business',
    items: [
      { key: 'contracts', to: '/contracts', icon: IconFileText, letter: 'c' },
      { key: 'orders', to: '/orders', icon: IconPackage, letter: 'o' },
      { key: 'payments', to: '/payments', icon: IconCash, letter: 'y' },
      { key: 'parties', to: '/parties', icon: IconBuildingStore, letter: 'p' },
      { key: 'products', to: '/products', icon: IconBox, letter: 'd' },
    ],
  },
  {
    key: 'management',
    items: [
      { key: 'templates', to: '/templates', icon: IconTemplate, letter: 't' },
      { key: 'settings', to: '/settings', icon: IconSettings, letter: 's' },
    ],
  },
]

/** Address of a record found by the search. */
export const recordAddress: Record<string, (id: string) => string> = {
  contract: (id) => `/contracts/${id}`,
  order: (id) => `/orders/${id}`,
  party: (id) => `/parties/${id}`,
  payment: (id) => `/payments/${id}`,
  product: (id) => `/products?id=${id}`,
  template: (id) => `/templates/${id}`,
  clause: (id) => `/clauses?id=${id}`,
}
