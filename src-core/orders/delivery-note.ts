import { eq } from 'drizzle-orm'
import { addQuantity, formatQuantity, type Quantity } from '../../src-shared/kernel/decimal.ts'
import { formatDate } from '../../src-shared/kernel/local-date.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { getOrder, makeDeliveryNote } from '../../src-shared/orders/orders-operations.ts'
import { recordById } from '../db/record-by-id.ts'
import { contacts, parties } from '../db/schema/parties.ts'
import { shipments } from '../db/schema/orders.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import { handleTask } from '../execution/handlers.ts'
import { partyOrCompany } from '../settings/company-record.ts'
import { deliveryNoteSource, type DeliveryNote } from './delivery-note-layout.ts'

/** The delivery note goes with the goods, so it is in Chinese whatever the screen speaks. */
export const handleMakeDeliveryNote = handleTask(makeDeliveryNote, async (context, { id }) => {
  const { read, files, documents, now, signal } = context
  const shipment = recordById(read, shipments, id)
  if (shipment.status === 'void') throw refuse('shipment.voidHasNoNote', { shipment: shipment.number })
  const order = context.query(getOrder, { id: shipment.orderId })
  const parts = order.shipments.find((each) => each.id === id)!.lines
  const party = recordById(read, parties, order.partyId)
  const company = recordById(read, parties, partyOrCompany(read, null))
  const person = primaryContact(read, order.partyId)
  const outgoing = order.kind === 'sales'
  const lines = parts
    .map(({ orderLineId, quantity }) => ({ line: order.lines.find((each) => each.id === orderLineId)!, quantity }))
    .toSorted((a, b) => a.line.lineNo - b.line.lineNo)
  const note: DeliveryNote = {
    title: outgoing ? '送货单' : '收货单',
    company: {
      name: company.name,
      contact: [company.address, company.phone && `电话 ${company.phone}`].filter(Boolean).join('　'),
    },
    number: shipment.number,
    date: formatDate(shipment.shippedOn, 'yyyy年M月d日'),
    facts: [
      { label: outgoing ? '收货单位' : '供货单位', value: party.name },
      {
        label: '联系人',
        value: [person?.name, person?.mobile || person?.phone || party.phone].filter(Boolean).join('　') || '—',
      },
      {
        label: '收货地址',
        value: order.deliveryAddress || (outgoing ? party.address : company.address) || '—',
        wide: true,
      },
      { label: '订单编号', value: order.number },
      { label: '合同编号', value: order.contractNumber ?? '—' },
      { label: '承运人', value: shipment.carrier || '—' },
      { label: '运单号', value: shipment.waybill || '—' },
    ],
    lines: lines.map(({ line, quantity }) => ({
      name: line.name,
      specification: line.specification,
      unit: line.unit,
      quantity: grouped(quantity),
      remark: line.remark,
    })),
    total: {
      label: `合计（共 ${lines.length} 项）`,
      // Sets and metres do not add up.
      quantity:
        new Set(lines.map(({ line }) => line.unit)).size === 1
          ? grouped(lines.map((each) => each.quantity).reduce(addQuantity))
          : '',
    },
    remark: shipment.remark,
    signs: outgoing
      ? ['发货人（签字）', '承运人（签字）', '制单人', '收货人（签字）', '收货单位（盖章）', '收货日期']
      : ['送货人（签字）', '承运人（签字）', '制单人', '验收人（签字）', '仓库（盖章）', '收货日期'],
    hint: '收货时请核对名称、规格与数量；如有短缺或破损，请在签字前于备注栏注明。',
  }
  const { pdf, pages } = await documents.typeset(
    deliveryNoteSource,
    { inputs: { note: JSON.stringify(note) }, time: now },
    signal,
  )
  return { fileHash: files.put(pdf), pages, number: shipment.number }
})

/** `1,200.5`: people count by it at the door. */
function grouped(quantity: Quantity): string {
  const [whole = '', fraction] = formatQuantity(quantity).split('.')
  const thousands = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? thousands : `${thousands}.${fraction}`
}

function primaryContact(read: ReadDatabase, partyId: (typeof parties.$inferSelect)['id']) {
  const people = read.select().from(contacts).where(eq(contacts.partyId, partyId)).orderBy(contacts.id).all()
  return people.find(({ isPrimary }) => isPrimary) ?? people[0]
}
