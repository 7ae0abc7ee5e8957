import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { orderStatuses } from '../../src-shared/orders/order-status.ts'
import { askBefore, askReason } from '../components/action-dialog.tsx'
import { useRights } from '../lib/rights.ts'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import type { OrderDetail } from './order-detail.ts'
import { orderStep, type OrderStep } from './order-step.ts'
import { orderWords } from './order-words.ts'
import { ReceiveDialog } from './receive-dialog.tsx'
import { ShipmentDialog } from './shipment-dialog.tsx'
import { TermsDialog } from './terms-dialog.tsx'

/** What is next for the order as the one button, and a menu for the rest of what the status and the person's rights allow. */
export function OrderActions({ order }: { order: OrderDetail }) {
  const t = useWords(orderWords)
  const may = useRights()
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<'ship' | 'receive' | 'terms' | null>(null)
  const step = orderStep(order, may)
  const { id, version } = order
  const allowed = orderStatuses.actions(order.status)
  const onWay = order.shipments.find(({ status }) => status === 'shipped')
  const start: Record<OrderStep, () => void> = {
    confirm: () =>
      askBefore({
        title: t('actions.confirm'),
        text: t('ask.confirm'),
        confirm: t('actions.confirm'),
        run: () => rpc['orders.confirm']({ id, version }),
      }),
    ship: () => setDialog('ship'),
    receive: () => setDialog('receive'),
    complete: () =>
      askBefore({
        title: t('actions.complete'),
        text: t('ask.complete'),
        confirm: t('actions.complete'),
        run: () => rpc['orders.complete']({ id, version }),
      }),
  }
  const cancel = () =>
    askReason({
      title: t('actions.cancelOrder'),
      text: [
        t('ask.cancel'),
        order.contractId !== null && t('ask.cancelBack'),
        order.shippedAmount > 0 && t('ask.cancelShipped'),
      ]
        .filter(Boolean)
        .join(' '),
      confirm: t('actions.cancelOrder'),
      danger: true,
      run: (reason) => rpc['orders.cancel']({ id, version, reason }),
    })
  const items = [
    { key: 'receive', may: step !== 'receive' && onWay !== undefined && may('shipments.receive'), run: start.receive },
    {
      key: 'edit',
      may: order.status !== 'completed' && order.status !== 'cancelled' && may('orders.create'),
      run: () => setDialog('terms'),
    },
    {
      key: 'copy',
      may: may('orders.create'),
      run: () => void navigate({ to: '/orders/new', search: { copy: id } }),
    },
    { key: 'cancelOrder', may: allowed.includes('cancel') && may('orders.cancel'), run: cancel },
  ] as const
  const offered = items.filter((item) => item.may)
  return (
    <>
      {offered.length > 0 && (
        <Menu position="bottom-end" width={180}>
          <Menu.Target>
            <Tooltip label={t('actions.more')}>
              <ActionIcon variant="default" size={36} aria-label={t('actions.more')}>
                <IconDots size={18} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            {offered.map(({ key, run }) => (
              <Menu.Item key={key} onClick={run} {...(key === 'cancelOrder' ? { c: 'var(--tone-late-text)' } : {})}>
                {t(`actions.${key}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {step !== null && <Button onClick={start[step]}>{t(`actions.${step}`)}</Button>}
      {dialog === 'ship' && <ShipmentDialog order={order} shipment={null} onClose={() => setDialog(null)} />}
      {dialog === 'receive' && onWay !== undefined && (
        <ReceiveDialog shipment={onWay} onClose={() => setDialog(null)} />
      )}
      {dialog === 'terms' && <TermsDialog order={order} onClose={() => setDialog(null)} />}
    </>
  )
}
