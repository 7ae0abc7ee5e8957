import { ActionIcon, Button, CopyButton, Menu, Text, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy, IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { formatQuantity } from '../../src-shared/kernel/decimal.ts'
import { shipmentStatuses } from '../../src-shared/orders/shipment-status.ts'
import { askReason } from '../components/action-dialog.tsx'
import { Section } from '../components/facts.tsx'
import { ShipmentBadge } from '../components/trade-badges.tsx'
import { useInstantText } from '../lib/instants.ts'
import { useRights } from '../lib/rights.ts'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { DeliveryNoteButton } from './delivery-note-button.tsx'
import type { OrderDetail, Shipment } from './order-detail.ts'
import { orderStep } from './order-step.ts'
import { orderWords } from './order-words.ts'
import { ReceiveDialog } from './receive-dialog.tsx'
import { ShipmentDialog } from './shipment-dialog.tsx'
import { TrackingDialog } from './tracking-dialog.tsx'
import classes from './shipments-section.module.css'

type Open = { kind: 'new' } | { kind: 'edit' | 'receive' | 'track'; id: string }

/** Every shipment of an order: carrier, waybill, quantities, where it was seen; the newest first. */
export function ShipmentsSection({ order }: { order: OrderDetail }) {
  const t = useWords(orderWords)
  const may = useRights()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const opened = open === null || open.kind === 'new' ? undefined : order.shipments.find(({ id }) => id === open.id)
  return (
    <Section
      title={t('shipment.title')}
      flush
      actions={
        orderStep(order, may) === 'ship' && (
          <Button variant="default" size="compact-sm" onClick={() => setOpen({ kind: 'new' })}>
            {t('actions.ship')}
          </Button>
        )
      }
    >
      {order.shipments.length === 0 && (
        <Text c="dimmed" fz={13} p={16}>
          {t('shipment.empty')}
        </Text>
      )}
      {order.shipments.toReversed().map((shipment) => (
        <OneShipment key={shipment.id} order={order} shipment={shipment} onOpen={setOpen} />
      ))}
      {open?.kind === 'new' && <ShipmentDialog order={order} shipment={null} onClose={close} />}
      {open?.kind === 'edit' && opened && <ShipmentDialog order={order} shipment={opened} onClose={close} />}
      {open?.kind === 'receive' && opened && <ReceiveDialog shipment={opened} onClose={close} />}
      {open?.kind === 'track' && opened && <TrackingDialog shipment={opened} onClose={close} />}
    </Section>
  )
}

interface OneShipmentProps {
  order: OrderDetail
  shipment: Shipment
  onOpen(open: Open): void
}

function OneShipment({ order, shipment, onOpen }: OneShipmentProps) {
  const t = useWords(orderWords)
  const instant = useInstantText()
  const may = useRights()
  const { id, number, status, waybill } = shipment
  const allowed = shipmentStatuses.actions(status)
  return (
    <article
      className={status === 'void' ? `${classes.shipment} ${classes.void}` : classes.shipment}
      aria-label={number}
    >
      <div className={classes.head}>
        <h3 className={classes.number}>{number}</h3>
        <ShipmentBadge status={status} />
        <span>
          {shipment.carrier === '' ? (
            <Text span c="dimmed">
              {t('shipment.noCarrier')}
            </Text>
          ) : (
            shipment.carrier
          )}
        </span>
        {waybill !== '' && (
          <span className={classes.waybill}>
            {waybill}
            <CopyButton value={waybill}>
              {({ copied, copy }) => (
                <Tooltip label={t(copied ? 'shipment.copied' : 'shipment.copy')}>
                  <ActionIcon size={24} aria-label={t('shipment.copy')} onClick={copy}>
                    {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
                  </ActionIcon>
                </Tooltip>
              )}
            </CopyButton>
          </span>
        )}
        <Text span c="dimmed" fz={13}>
          {t('shipment.shippedAt', { date: shipment.shippedOn })}
          {shipment.receivedOn !== null && ` · ${t('shipment.receivedAt', { date: shipment.receivedOn })}`}
        </Text>
        <div className={classes.actions}>
          {allowed.includes('receive') && may('shipments.receive') && (
            <Button variant="default" size="compact-sm" onClick={() => onOpen({ kind: 'receive', id })}>
              {t('shipment.receive')}
            </Button>
          )}
          {status !== 'void' && may('shipments.read') && (
            <DeliveryNoteButton
              shipment={shipment}
              title={t(order.kind === 'sales' ? 'shipment.deliveryNote' : 'shipment.receiptNote')}
            />
          )}
          {status !== 'void' && may('shipments.create') && <ShipmentMenu {...{ order, shipment, onOpen }} />}
        </div>
      </div>
      <ul className={classes.goods}>
        {shipment.lines.map(({ orderLineId, quantity }) => {
          const line = order.lines.find((each) => each.id === orderLineId)
          return (
            <li key={orderLineId}>
              <b>
                {formatQuantity(quantity)} {line?.unit}
              </b>
              <span>
                {line?.name}{' '}
                <Text span fz={12} c="dimmed">
                  {line?.specification}
                </Text>
              </span>
            </li>
          )
        })}
      </ul>
      {shipment.remark !== '' && (
        <Text fz={13} c="dimmed" mt={6} style={{ whiteSpace: 'pre-line' }}>
          {shipment.remark}
        </Text>
      )}
      {shipment.events.length > 0 && (
        <ol className={classes.events} aria-label={t('shipment.events')}>
          {shipment.events.toReversed().map((event) => (
            <li key={event.id}>
              <Text span c="dimmed" fz="inherit">
                {instant(event.happenedAt)}
              </Text>{' '}
              {[event.place, event.description].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ol>
      )}
    </article>
  )
}

function ShipmentMenu({ order, shipment, onOpen }: OneShipmentProps) {
  const t = useWords(orderWords)
  const may = useRights()
  const { id, version, number, status } = shipment
  const makeVoid = () =>
    askReason({
      title: t('shipment.void'),
      text: t('ask.voidShipment', { number }),
      confirm: t('shipment.void'),
      danger: true,
      run: (reason) => rpc['shipments.void']({ id, version, reason }),
    })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={26} aria-label={t('shipment.actions', { number })}>
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onOpen({ kind: 'edit', id })}>{t('shipment.edit')}</Menu.Item>
        <Menu.Item onClick={() => onOpen({ kind: 'track', id })}>{t('shipment.track')}</Menu.Item>
        {shipmentStatuses.actions(status).includes('void') && order.status !== 'cancelled' && may('shipments.void') && (
          <Menu.Item c="var(--tone-late-text)" onClick={makeVoid}>
            {t('shipment.void')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
