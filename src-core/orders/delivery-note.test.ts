import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseQuantity, parseUnitPrice, rate } from '../../src-shared/kernel/decimal.ts'
import { localDate } from '../../src-shared/kernel/local-date.ts'
import {
  confirmOrder,
  createOrder,
  createShipment,
  getOrder,
  voidShipment,
} from '../../src-shared/orders/orders-operations.ts'
import { createParty } from '../../src-shared/parties/parties-operations.ts'
import { documentsHere } from '../../test/support/documents-here.ts'
import { makeWorkspace, type TestDesk } from '../../test/support/make-workspace.ts'
import { tool } from '../../test/support/tools.ts'

function shipped(desk: TestDesk, lines: number) {
  const { id: partyId } = desk.run(createParty, {
    kind: 'customer',
    name: '宁波屿禾精密机械有限公司',
    contacts: [{ name: '王敏', mobile: '13800000000' }],
  })
  const order = desk.run(createOrder, {
    kind: 'sales',
    partyId,
    orderedOn: localDate('2026-11-20'),
    deliveryAddress: '宁波市鄞州区 3 号库 #2 门 *勿压*',
    lines: Array.from({ length: lines }, (_, at) => ({
      name: `量块 ${at + 1}`,
      specification: '1000×600 [#evil]',
      unit: at === 0 ? '台' : '套',
      quantity: parseQuantity('1200.5'),
      unitPrice: parseUnitPrice('1'),
      taxRate: rate(130_000),
    })),
  })
  desk.run(confirmOrder, { id: order.id, version: order.version })
  const { lines: made } = desk.ask(getOrder, { id: order.id })
  return desk.run(createShipment, {
    orderId: order.id,
    lines: made.map(({ id, quantity }) => ({ orderLineId: id, quantity })),
    carrier: '顺丰速运',
    waybill: 'SF1234567890',
    shippedOn: localDate('2026-11-24'),
  })
}

const make = async (desk: TestDesk, id: string) => {
  const { fileHash, pages } = (await desk.core.runTask(
    'shipments.makeDeliveryNote',
    { id },
    desk.people.salesSupport,
  )) as { fileHash: string; pages: number }
  return { pages, pdf: desk.core.workspace.files.get(fileHash) }
}

describe('a delivery note', () => {
  it('is not made for a shipment that is void', async () => {
    await using desk = await makeWorkspace({ documents: documentsHere() })
    const { id, version } = shipped(desk, 1)
    desk.run(voidShipment, { id, version, reason: '未发出' })
    await expect(make(desk, id)).rejects.toMatchObject({ code: 'shipment.voidHasNoNote' })
  })

  const pdftotext = tool('pdftotext')
  if (pdftotext !== undefined)
    it('says what goes where and by whom, each text as it is, with the head of the table on every page', async () => {
      await using desk = await makeWorkspace({ documents: documentsHere() })
      const { pdf, pages } = await make(desk, shipped(desk, 60).id)
      expect(pages).toBeGreaterThan(1)
      const folder = mkdtempSync(join(tmpdir(), 'qidan-note-'))
      try {
        writeFileSync(join(folder, 'note.pdf'), pdf)
        const text = execFileSync(pdftotext, ['-layout', join(folder, 'note.pdf'), '-'], { encoding: 'utf8' })
        for (const words of [
          '宁波屿禾精密机械有限公司',
          '2026年11月24日',
          '宁波市鄞州区 3 号库 #2 门 *勿压*',
          '王敏',
          '顺丰速运',
          'SF1234567890',
          '1000×600 [#evil]',
          '1,200.5',
          '合计（共 60 项）',
          '收货人（签字）',
        ])
          // Between Chinese and figures the typesetter leaves a little room.
          expect(text.replaceAll(/\s+/g, '')).toContain(words.replaceAll(/\s+/g, ''))
        expect(text.match(/规格型号/g)).toHaveLength(pages)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    })
})
