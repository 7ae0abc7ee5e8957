import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDots } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { rightToRegister } from '../../src-shared/contracts/contract-document.ts'
import { contractStages } from '../../src-shared/contracts/contract-stage.ts'
import type { ContractDetail } from '../../src-shared/contracts/contracts-operations.ts'
import { askBefore, askReason } from '../components/action-dialog.tsx'
import { useErrorText } from '../lib/refusal-text.ts'
import { useMyself, useRights } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { contractDetailWords } from './contract-detail-words.ts'
import type { MakeDocument } from './make-document.ts'
import { primaryAction, type PrimaryAction } from './primary-action.ts'
import { SignDialog } from './sign-dialog.tsx'
import { SubmitDialog } from './submit-dialog.tsx'
import { uploadDocument, uploadKind } from './upload-document.ts'

/** The one primary action of the contract's stage, and a menu for the rest of what the person may do. */
export function ContractActions({ contract, making }: { contract: ContractDetail; making: MakeDocument }) {
  const t = useWords(contractDetailWords)
  const may = useRights()
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<'submit' | 'sign' | null>(null)
  const primary = primaryAction(contract, may)
  const { id, version } = contract
  const complete = () =>
    askReason({
      title: t('primary.complete'),
      text: t('ask.complete'),
      confirm: t('ask.confirmComplete'),
      run: (reason) => rpc['contracts.complete']({ id, version, reason }),
    })
  const pay = (direction: 'in' | 'out') =>
    void navigate({ to: '/payments/new', search: { party: contract.counterpartyId, direction, contract: id } })
  const start: Record<PrimaryAction, () => void> = {
    submit: () => setDialog('submit'),
    approval: () => void navigate({ to: `/approvals/${contract.approvalId}` }),
    revise: () =>
      void rpc['contracts.revise']({ id, version }).then(() => navigate({ to: '/contracts/$id/edit', params: { id } })),
    sign: () => setDialog('sign'),
    order: () => void navigate({ to: '/orders/new', search: { contract: id } }),
    activate: () =>
      askBefore({
        title: t('primary.activate'),
        text: t('ask.activate'),
        confirm: t('ask.confirmActivate'),
        run: () => rpc['contracts.activate']({ id, version }),
      }),
    payIn: () => pay('in'),
    payOut: () => pay('out'),
    complete: () =>
      contract.settledAmount >= contract.amount
        ? askBefore({
            title: t('primary.complete'),
            text: t('ask.complete'),
            confirm: t('ask.confirmComplete'),
            run: () => rpc['contracts.complete']({ id, version, reason: '' }),
          })
        : complete(),
  }
  return (
    <>
      {contract.stage === 'draft' && may('contracts.draft') && (
        <Button variant="default" onClick={() => void navigate({ to: '/contracts/$id/edit', params: { id } })}>
          {t('menu.edit')}
        </Button>
      )}
      <MoreMenu contract={contract} making={making} complete={primary === 'complete' ? null : start.complete} />
      {primary !== null && <Button onClick={start[primary]}>{t(`primary.${primary}`)}</Button>}
      {dialog === 'submit' && <SubmitDialog contract={contract} onClose={() => setDialog(null)} />}
      {dialog === 'sign' && <SignDialog contract={contract} onClose={() => setDialog(null)} />}
    </>
  )
}

function MoreMenu(props: { contract: ContractDetail; making: MakeDocument; complete: (() => void) | null }) {
  const { contract, making } = props
  const t = useWords(contractDetailWords)
  const may = useRights()
  const me = useMyself()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const choose = useRef<HTMLInputElement>(null)
  const { id, version, stage } = contract
  const allowed = contractStages.actions(stage)
  const approval = useQuery({
    ...wire['approvals.get'].queryOptions({ input: { id: contract.approvalId ?? '' } }),
    enabled: contract.approvalId !== null && (stage === 'pending' || stage === 'draft'),
  })
  const withdrawable =
    approval.data !== undefined &&
    (approval.data.status === 'running' || approval.data.status === 'returned') &&
    approval.data.initiatorId === me?.id
  const kind = uploadKind(stage)
  const upload = kind !== null && may('contracts.document') && may(rightToRegister(kind)) ? kind : null
  const tell = (message: string) => notifications.show({ message })
  const take = async (file: File | null) => {
    if (file === null || upload === null) return
    try {
      await uploadDocument(contract, file, upload)
      tell(t('done.uploaded'))
    } catch (error) {
      notifications.show({ color: 'red', message: errorText(error) })
    }
  }
  const ending = (action: 'terminate' | 'void') =>
    askReason({
      title: t(`menu.${action}`),
      text: t(`ask.${action}`),
      confirm: t(`menu.${action}`),
      danger: true,
      run: (reason) => rpc[`contracts.${action}`]({ id, version, reason }),
    })
  return (
    <>
      <input
        ref={choose}
        type="file"
        accept="application/pdf"
        hidden
        onChange={(event) => {
          const { files, value } = event.currentTarget
          void take(files?.[0] ?? null)
          // The same file can be chosen again after a refusal.
          if (value !== '') event.currentTarget.value = ''
        }}
      />
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <Tooltip label={t('menu.label')}>
            <ActionIcon variant="default" size={36} aria-label={t('menu.label')}>
              <IconDots size={18} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {may('contracts.document') && contract.templateVersionId !== null && stage !== 'refused' && (
            <Menu.Item onClick={making.start} disabled={making.running}>
              {t('menu.make')}
            </Menu.Item>
          )}
          {upload !== null && <Menu.Item onClick={() => choose.current?.click()}>{t('menu.upload')}</Menu.Item>}
          {may('contracts.draft') && (
            <>
              <Menu.Item onClick={() => void navigate({ to: '/contracts/new', search: { from: id } })}>
                {t('menu.copy')}
              </Menu.Item>
              {(stage === 'signed' || stage === 'active') && (
                <Menu.Item onClick={() => void navigate({ to: '/contracts/new', search: { parent: id } })}>
                  {t('menu.supplement')}
                </Menu.Item>
              )}
            </>
          )}
          {allowed.includes('complete') && props.complete !== null && may('contracts.execute') && (
            <Menu.Item onClick={props.complete}>{t('primary.complete')}</Menu.Item>
          )}
          {withdrawable && may('approvals.withdraw') && (
            <Menu.Item
              onClick={() =>
                askBefore({
                  title: t('menu.withdraw'),
                  text: t('ask.withdraw'),
                  confirm: t('ask.confirmWithdraw'),
                  run: () => rpc['approvals.withdraw']({ id: approval.data.id, version: approval.data.version }),
                })
              }
            >
              {t('menu.withdraw')}
            </Menu.Item>
          )}
          {allowed.includes('terminate') && may('contracts.terminate') && (
            <Menu.Item color="red" onClick={() => ending('terminate')}>
              {t('menu.terminate')}
            </Menu.Item>
          )}
          {allowed.includes('void') && may('contracts.void') && (
            <Menu.Item color="red" onClick={() => ending('void')}>
              {t('menu.void')}
            </Menu.Item>
          )}
          {stage === 'draft' && contract.approvalId === null && may('contracts.draft') && (
            <Menu.Item
              color="red"
              onClick={() =>
                askBefore({
                  title: t('menu.remove'),
                  text: t('ask.remove'),
                  confirm: t('ask.confirmRemove'),
                  danger: true,
                  run: async () => {
                    await rpc['contracts.deleteDraft']({ id, version })
                    tell(t('done.removed'))
                    await navigate({ to: '/contracts' })
                  },
                })
              }
            >
              {t('menu.remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
