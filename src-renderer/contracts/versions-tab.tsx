import { Button, Group, Select, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContractDetail } from '../../src-shared/contracts/contracts-operations.ts'
import { contractWords } from '../components/contract-words.ts'
import { Section } from '../components/facts.tsx'
import { RecordTable } from '../components/record-table.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { TextDifference } from '../components/text-difference.tsx'
import { fileAddress } from '../lib/files.ts'
import { useInstantText } from '../lib/instants.ts'
import { saveFile } from '../lib/save-file.tsx'
import { useWords } from '../lib/words.ts'
import { Quiet } from './contract-parts.tsx'
import { contractDetailWords } from './contract-detail-words.ts'

/** All documents of a contract, and the words in which two of them differ. */
export function VersionsTab({ contract }: { contract: ContractDetail }) {
  const t = useWords(contractDetailWords)
  const words = useWords(contractWords)
  const instant = useInstantText()
  const documents = contract.documents.toReversed()
  const name = contract.number ?? contract.draftNumber
  if (documents.length === 0) return <Quiet text={t('documentNone')} />
  return (
    <>
      <Section flush>
        <RecordTable
          label={t('tabs.versions')}
          rows={documents}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'no',
              label: t('versionColumn'),
              render: (each) => (
                <Group gap={8}>
                  {t('version', { no: each.no, kind: words(`documentKinds.${each.kind}`) })}
                  {each.id === contract.documentId && <StatusBadge tone="force" label={t('current')} />}
                </Group>
              ),
            },
            { key: 'madeAt', label: t('madeAt'), render: (each) => instant(each.createdAt) },
            { key: 'pages', label: t('pagesColumn'), end: true, render: (each) => t('pages', { pages: each.pages }) },
            {
              key: 'download',
              label: '',
              end: true,
              render: (each) => (
                <Group gap={6} justify="flex-end">
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    onClick={() => void saveFile(each.pdfHash, `${name}-${each.no}.pdf`)}
                  >
                    {t('downloadPdf')}
                  </Button>
                  {each.docxHash !== null && (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      onClick={() => void saveFile(each.docxHash!, `${name}-${each.no}.docx`)}
                    >
                      {t('downloadDocx')}
                    </Button>
                  )}
                </Group>
              ),
            },
          ]}
        />
      </Section>
      <Section title={t('compare')}>
        {documents.length < 2 ? (
          <Text c="dimmed" fz={13}>
            {t('compareNone')}
          </Text>
        ) : (
          <Compare documents={documents} />
        )}
      </Section>
    </>
  )
}

function Compare({ documents }: { documents: ContractDetail['documents'] }) {
  const t = useWords(contractDetailWords)
  const words = useWords(contractWords)
  const [from, setFrom] = useState(documents[1]!.id as string)
  const [to, setTo] = useState(documents[0]!.id as string)
  const hashOf = (id: string) => documents.find((each) => each.id === id)!.pdfHash
  const [before, after] = [hashOf(from), hashOf(to)]
  const compared = useQuery({
    queryKey: [['host.compare', before, after]],
    queryFn: async () => {
      const [{ textOfPdf }, { compareTexts }] = await Promise.all([
        import('../components/pdf-viewer/pdf-text.ts'),
        import('../components/compare-texts.ts'),
      ])
      const texts = await Promise.all([textOfPdf(fileAddress(before)), textOfPdf(fileAddress(after))])
      return compareTexts(...texts)
    },
  })
  const data = documents.map((each) => ({
    value: each.id as string,
    label: t('version', { no: each.no, kind: words(`documentKinds.${each.kind}`) }),
  }))
  const count = (kind: 'added' | 'removed') => compared.data?.filter((part) => part.kind === kind).length ?? 0
  return (
    <>
      <Group mb="md">
        <Select
          label={t('compareFrom')}
          w={200}
          data={data}
          value={from}
          allowDeselect={false}
          onChange={(id) => id !== null && setFrom(id)}
        />
        <Select
          label={t('compareTo')}
          w={200}
          data={data}
          value={to}
          allowDeselect={false}
          onChange={(id) => id !== null && setTo(id)}
        />
      </Group>
      <RefusalAlert error={compared.error} onRetry={() => void compared.refetch()} />
      {compared.isPending && <Skeleton height={80} aria-label={t('comparing')} />}
      {compared.data !== undefined && (
        <div aria-live="polite">
          <Text fz={13} c="dimmed" mb={8}>
            {count('added') + count('removed') === 0
              ? t('compareSame')
              : t('compareResult', { added: count('added'), removed: count('removed') })}
          </Text>
          {count('added') + count('removed') > 0 && <TextDifference parts={compared.data} />}
        </div>
      )}
    </>
  )
}
