import type { ContractDetail } from '../../src-shared/contracts/contracts-operations.ts'
import { quantity } from '../../src-shared/kernel/decimal.ts'
import {
  addTrackingEvent,
  cancelOrder,
  completeOrder,
  confirmOrder,
  createOrderFromContract,
  createShipment,
  getOrder,
  receiveShipment,
} from '../../src-shared/orders/orders-operations.ts'
import { dateOfDay, officeHour, workingDay } from './calendar.ts'
import type { Random } from './random.ts'
import { later, type SampleContract, type SampleTeam } from './sample-deal.ts'
import type { SampleDesk } from './sample-desk.ts'

const carriers = ['顺捷速运', '中远达物流', '百川快运', '宏通货运', '专车送货']
const whole = 1_000_000

interface Wanted {
  contract: ContractDetail
  deal: SampleContract
  /** Of the contract's quantities; the last order takes what remains. */
  share: number
  isLast: boolean
  at: number
}

/** An order, its shipments and what becomes of them; true once it is completed. */
export async function* orderStory(
  desk: SampleDesk,
  team: SampleTeam,
  { contract, deal, share, isLast, at: first }: Wanted,
  random: Random,
): AsyncGenerator<number, boolean, void> {
  const { owner, fate } = deal
  let at = first
  yield at
  const part = contract.lines
    .map((line) => ({
      contractLineId: line.id,
      quantity: quantity(Math.floor((line.quantity * share) / whole) * whole),
    }))
    .filter((line) => line.quantity > 0)
  // Single machines cannot be ordered in parts: then the other order takes all.
  if (!isLast && part.length === 0) return true
  const day = Math.floor((at + 8 * 3_600_000) / 86_400_000)
  const deliverBy = deal.deliverBy ?? workingDay(day + random.int(14, 35))
  const made = desk.core.execute(
    createOrderFromContract,
    {
      contractId: contract.id,
      deliverBy: dateOfDay(deliverBy),
      deliveryAddress: deal.direction === 'in' ? deal.party.address : team.ownAddress,
      ...(isLast ? {} : { lines: part }),
    },
    owner,
  )
  if (!made.ok) throw new Error(`an order of the sample was refused: ${made.code}`)
  const { id, version } = made.value
  yield (at = later(at, random.int(0, 1), random))
  desk.run(confirmOrder, { id, version }, owner)
  if (fate === 'unshipped') return false
  if (fate === 'cancelledOrder') {
    yield later(at, random.int(3, 8), random)
    const reason = deal.direction === 'in' ? '客户项目延期，双方同意取消' : '供应商停产该型号，改由其他单位供货'
    desk.run(cancelOrder, { id, version: desk.ask(getOrder, { id }, owner).version, reason }, owner)
    return false
  }

  const { lines } = desk.ask(getOrder, { id }, owner)
  const loads = split(lines, fate === 'partShipped' || random.chance(0.35))
  at = Math.max(later(at, 1, random), officeHour(workingDay(deliverBy - random.int(3, 9)), random))
  // Some leave late.
  if (random.chance(0.1)) at = later(at, random.int(10, 25), random)
  for (const [i, load] of loads.entries()) {
    if (i > 0 && fate === 'partShipped') return false
    if (i > 0) at = later(at, random.int(3, 9), random)
    yield at
    const carrier = random.pick(carriers)
    const shipment = desk.run(
      createShipment,
      {
        orderId: id,
        lines: load,
        carrier,
        waybill: carrier === '专车送货' ? '' : `QD${random.digits(12)}`,
      },
      team.logistics,
    )
    const track = (place: string, description: string) =>
      desk.run(addTrackingEvent, { shipmentId: shipment.id, happenedAt: desk.now, place, description }, team.logistics)
    const places = [deal.direction === 'in' ? '杭州' : cityOf(deal), deal.direction === 'in' ? cityOf(deal) : '杭州']
    track(places[0]!, '已揽收')
    yield (at = later(at, random.int(1, 3), random))
    track(places[1]!, '到达目的地，派送中')
    yield (at = later(at, random.int(0, 2), random))
    desk.run(receiveShipment, { id: shipment.id, version: shipment.version }, team.logistics)
  }
  yield (at = later(at, random.int(1, 6), random))
  desk.run(completeOrder, { id, version: desk.ask(getOrder, { id }, owner).version }, owner)
  return true
}

const cityOf = ({ party }: SampleContract): string =>
  /^(?:.+?(?:省|自治区))?(.+?)市/.exec(party.address)?.[1] ?? party.region

/** What leaves together: all of it, or half the lines first, or half the quantity of an only line. */
function split(lines: readonly { id: string; quantity: number }[], inParts: boolean) {
  const load = (each: readonly { id: string; quantity: number }[]) =>
    each.map(({ id, quantity: count }) => ({ orderLineId: id as never, quantity: quantity(count) }))
  if (!inParts) return [load(lines)]
  if (lines.length > 1) {
    const middle = Math.ceil(lines.length / 2)
    return [load(lines.slice(0, middle)), load(lines.slice(middle))]
  }
  const [only] = lines
  const half = Math.floor(only!.quantity / 2 / whole) * whole
  if (half === 0) return [load(lines)]
  return [load([{ ...only!, quantity: half }]), load([{ ...only!, quantity: only!.quantity - half }])]
}
