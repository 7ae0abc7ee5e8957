import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatYuan } from '../../src-shared/kernel/cents.ts'
import { paymentStatuses } from '../../src-shared/payments/payment-status.ts'
import { askReason } from '../components/action-dialog.tsx'
import { useRights } from '../lib/rights.ts'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { openAmount } from './payment-columns.tsx'
import type { PaymentDetail } from './payment-detail.ts'
import { paymentWords } from './payment-words.ts'
import { SettleDialog } from './settle-dialog.tsx'

/** Settling what is open, and in the menu the rest of what one may do with a payment. */
export function PaymentActions({ payment }: { payment: PaymentDetail }) {
  const t = useWords(paymentWords)
  const may = useRights()
  const [settling, setSettling] = useState(false)
  const { id, version, number, amount } = payment
  const voidable = paymentStatuses.actions(payment.status).includes('void') && may('payments.void')
  const makeVoid = () =>
    askReason({
      title: t('makeVoid'),
      text: t('voidText', { number, amount: formatYuan(amount) }),
      confirm: t('makeVoid'),
      danger: true,
      run: (reason) => rpc['payments.void']({ id, version, reason }),
    })
  return (
    <>
      {(voidable || may('payments.record')) && (
        <Menu position="bottom-end" width={180}>
          <Menu.Target>
            <Tooltip label={t('more')}>
              <ActionIcon variant="default" size={36} aria-label={t('more')}>
                <IconDots size={18} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            {may('payments.record') && (
              <Menu.Item component={Link} to={`/payments/new?direction=${payment.direction}`}>
                {t('another')}
              </Menu.Item>
            )}
            {voidable && (
              <Menu.Item c="var(--tone-late-text)" onClick={makeVoid}>
                {t('makeVoid')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {openAmount(payment) > 0 && may('payments.settle') && (
        <Button onClick={() => setSettling(true)}>{t('settle')}</Button>
      )}
      {settling && <SettleDialog payment={payment} onClose={() => setSettling(false)} />}
    </>
  )
}
