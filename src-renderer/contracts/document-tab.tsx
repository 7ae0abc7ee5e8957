import { Button, CloseButton, FileButton, Group, List, Menu, Select, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconDownload, IconShieldCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContractDetail } from '../../src-shared/contracts/contracts-operations.ts'
import { describeNotCarried } from '../../src-shared/messages/describe-refusal.ts'
import { contractWords } from '../components/contract-words.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PdfViewer } from '../components/pdf-viewer.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { SignatureReport } from '../components/signature-report.tsx'
import { fileAddress, storeFile } from '../lib/files.ts'
import { useRights } from '../lib/rights.ts'
import { rpc } from '../lib/rpc.ts'
import { saveFile } from '../lib/save-file.tsx'
import { followTask } from '../lib/task.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import type { MakeDocument } from './make-document.ts'
import { contractDetailWords } from './contract-detail-words.ts'
import classes from './contract-detail.module.css'

/** The contract's document: read, searched, downloaded, its signatures verified; older ones by choice. */
export function DocumentTab({ contract, making }: { contract: ContractDetail; making: MakeDocument }) {
  const t = useWords(contractDetailWords)
  const words = useWords(contractWords)
  const may = useRights()
  const [chosen, setChosen] = useState<string | null>(null)
  const [verifying, setVerifying] = useState(false)
  const { documents } = contract
  const document = documents.find(({ id }) => id === (chosen ?? contract.documentId)) ?? documents.at(-1)
  if (document === undefined) return <NoDocument contract={contract} making={making} />
  const name = `${contract.number ?? contract.draftNumber} ${contract.title}`
  const stale = document === documents.at(-1) && document.contentHash !== contract.contentHash
  return (
    <div className={classes.filled}>
      <div className={classes.document}>
        {stale && (
          <div className={classes.notice} role="status">
            {t('stale')}
            {may('contracts.document') && contract.templateVersionId !== null && (
              <Button size="compact-sm" variant="default" loading={making.running} onClick={making.start}>
                {t('menu.make')}
              </Button>
            )}
          </div>
        )}
        <RefusalAlert error={making.error} />
        <PdfViewer
          key={document.id}
          source={fileAddress(document.pdfHash)}
          label={name}
          beside={
            <Select
              size="xs"
              w={172}
              aria-label={t('chooseVersion')}
              allowDeselect={false}
              value={document.id}
              onChange={setChosen}
              data={documents.toReversed().map((each) => ({
                value: each.id,
                label: t('version', { no: each.no, kind: words(`documentKinds.${each.kind}`) }),
              }))}
            />
          }
          actions={
            <Group gap={6} wrap="nowrap">
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconShieldCheck size={15} aria-hidden />}
                aria-expanded={verifying}
                onClick={() => setVerifying(!verifying)}
              >
                {t('verify')}
              </Button>
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button size="compact-sm" variant="default" leftSection={<IconDownload size={15} aria-hidden />}>
                    {t('download')}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => void saveFile(document.pdfHash, `${name}.pdf`)}>
                    {t('downloadPdf')}
                  </Menu.Item>
                  {document.docxHash !== null && (
                    <Menu.Item onClick={() => void saveFile(document.docxHash!, `${name}.docx`)}>
                      {t('downloadDocx')}
                    </Menu.Item>
                  )}
                </Menu.Dropdown>
              </Menu>
            </Group>
          }
        />
      </div>
      {(verifying || making.notCarried.length > 0) && (
        <aside className={classes.side} aria-label={t('verify')}>
          {making.notCarried.length > 0 && <NotCarried making={making} />}
          {verifying && (
            <VerifyPanel key={document.pdfHash} hash={document.pdfHash} onClose={() => setVerifying(false)} />
          )}
        </aside>
      )}
    </div>
  )
}

function NotCarried({ making }: { making: MakeDocument }) {
  const t = useWords(contractDetailWords)
  const language = useLanguage()
  return (
    <Stack gap={6} mb="lg">
      <Title order={3}>{t('notCarried')}</Title>
      <List size="sm" spacing={4}>
        {making.notCarried.map((each) => (
          <List.Item key={`${each.what}.${each.where}`}>{describeNotCarried(each, language)}</List.Item>
        ))}
      </List>
    </Stack>
  )
}

function VerifyPanel({ hash, onClose }: { hash: string; onClose(): void }) {
  const t = useWords(contractDetailWords)
  const [file, setFile] = useState<{ hash: string; name: string | null }>({ hash, name: null })
  const [failed, setFailed] = useState<unknown>(null)
  const report = useQuery({
    // The same bytes give the same findings, whatever else changes.
    queryKey: [['host.verifyPdf', file.hash]],
    queryFn: async ({ signal }) => followTask(await rpc['files.verifyPdf']({ fileHash: file.hash }, { signal })),
  })
  const verifyOther = async (other: File | null) => {
    if (other === null) return
    setFailed(null)
    try {
      setFile({ hash: (await storeFile(other)).hash, name: other.name })
    } catch (error) {
      setFailed(error)
    }
  }
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap">
        <Title order={3}>{t('verify')}</Title>
        <CloseButton size="sm" aria-label={t('verifyClose')} onClick={onClose} />
      </Group>
      {file.name !== null && (
        <Text fz={13} style={{ overflowWrap: 'anywhere' }}>
          {file.name}
        </Text>
      )}
      {report.isPending && <Skeleton height={120} />}
      <RefusalAlert error={failed ?? report.error} />
      {report.data !== undefined && <SignatureReport report={report.data} />}
      <FileButton accept="application/pdf" onChange={(other) => void verifyOther(other)}>
        {(props) => (
          <Button {...props} size="compact-sm" variant="default">
            {t('verifyOther')}
          </Button>
        )}
      </FileButton>
    </Stack>
  )
}

function NoDocument({ contract, making }: { contract: ContractDetail; making: MakeDocument }) {
  const t = useWords(contractDetailWords)
  const may = useRights()
  const template = contract.templateVersionId !== null
  return (
    <div className={classes.panel}>
      <EmptyState title={t('documentNone')} text={t(template ? 'documentNoneText' : 'documentNoTemplate')}>
        <RefusalAlert error={making.error} />
        {template && may('contracts.document') && (
          <Button loading={making.running} onClick={making.start}>
            {t('make')}
          </Button>
        )}
      </EmptyState>
    </div>
  )
}
