import type { Page } from 'playwright-core'

const stages = (...of: string[]) => `stage=${encodeURIComponent(JSON.stringify(of))}`

/** Every screen that is photographed, and the way to it; records are opened from their list, as their addresses are not the same on every day. */
export const places = {
  home: to('/'),
  contracts: to('/contracts'),
  'contract-document': record(`/contracts?${stages('signed', 'active')}&sort=signedOn&descending=true`, '/contracts/'),
  'contract-lines': record(`/contracts?${stages('active')}&sort=amount&descending=true`, '/contracts/', 'lines'),
  'contract-plan': record(`/contracts?${stages('active')}&sort=amount&descending=true`, '/contracts/', 'plan'),
  'contract-orders': record(`/contracts?${stages('active')}&sort=amount&descending=true`, '/contracts/', 'orders'),
  'contract-approval': record(`/contracts?${stages('active')}&sort=amount&descending=true`, '/contracts/', 'approval'),
  'contract-versions': record(`/contracts?${stages('active')}&sort=amount&descending=true`, '/contracts/', 'versions'),
  'contract-history': record(`/contracts?${stages('active')}&sort=amount&descending=true`, '/contracts/', 'history'),
  'contract-new': to('/contracts/new'),
  draft: async (page: Page) => {
    await record(`/contracts?${stages('draft')}&type=%5B%22sales%22%5D`, '/contracts/')(page)
    await to(`${new URL(page.url()).pathname}/edit`)(page)
    await page.getByRole('complementary').getByRole('region').first().waitFor()
  },
  approvals: to('/approvals'),
  approval: record('/approvals', '/approvals/'),
  orders: to('/orders'),
  order: record('/orders?status=%5B%22partReceived%22%5D', '/orders/'),
  'order-new': to('/orders/new'),
  payments: to('/payments'),
  payment: record('/payments', '/payments/'),
  'payment-new': async (page: Page) => {
    await to('/payments/new')(page)
    await page.getByRole('textbox', { name: /付款方|Payer|Paid by/ }).fill('屿禾')
    await page
      .getByRole('option', { name: /屿禾精密/ })
      .first()
      .click()
    await page.getByRole('textbox', { name: /^(金额|Amount)/ }).fill('80万')
    await page.getByRole('row').nth(1).waitFor()
  },
  parties: to('/parties'),
  party: record('/parties?text=宁波屿禾', '/parties/'),
  'party-new': to('/parties/new'),
  products: to('/products'),
  templates: to('/templates'),
  template: record('/templates?text=销售', '/templates/'),
  clauses: to('/clauses'),
  'settings-company': to('/settings/company'),
  'settings-people': to('/settings/people'),
  'settings-departments': to('/settings/departments'),
  'settings-numbering': to('/settings/numbering'),
  'settings-seals': to('/settings/seals'),
  'settings-flows': to('/settings/flows'),
  'settings-data': to('/settings/data'),
  'settings-audit': to('/settings/audit'),
  'settings-appearance': to('/settings/appearance'),
  'settings-about': to('/settings/about'),
  look: async (page: Page) => {
    await to('/contracts')(page)
    await firstRow(page).click()
    await page.keyboard.press('Space')
    await page.getByRole('dialog').waitFor()
  },
  palette: async (page: Page) => {
    await to('/')(page)
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('textbox').fill('屿禾')
    await page.getByRole('dialog').getByRole('button').first().waitFor()
  },
} satisfies Record<string, (page: Page) => Promise<void>>

export type Place = keyof typeof places

function to(path: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.goto(new URL(path, page.url()).href)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
  }
}

/** The first record of a list, at one of its tabs. */
function record(list: string, address: string, tab?: string): (page: Page) => Promise<void> {
  return async (page) => {
    await to(list)(page)
    await firstRow(page).dblclick()
    await page.waitForURL((url) => url.pathname.startsWith(address))
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    if (tab !== undefined) await to(`${new URL(page.url()).pathname}?tab=${tab}`)(page)
  }
}

const firstRow = (page: Page) => page.getByRole('grid').getByRole('row').nth(1)
