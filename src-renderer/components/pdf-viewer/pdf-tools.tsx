import { ActionIcon, CloseButton, Group, Loader, Menu, Text, TextInput, Tooltip, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconSearch, IconZoomIn, IconZoomOut, type Icon } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useWords } from '../../lib/words.ts'
import type { PdfStage, StageState } from './pdf-stage.ts'
import { pdfWords } from './pdf-words.ts'
import classes from './pdf-pages.module.css'

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3]

interface PdfToolsProps {
  state: StageState | null
  finding: boolean
  onFinding(on: boolean): void
  onPage(page: number): void
  onZoom(how: Parameters<PdfStage['zoom']>[0]): void
  onFind(text: string, step: Parameters<PdfStage['find']>[1]): void
  actions: ReactNode
  beside: ReactNode
}

export function PdfTools(props: PdfToolsProps) {
  const t = useWords(pdfWords)
  const { state } = props
  const pages = state?.pages ?? 0
  return (
    <div className={classes.tools} role="toolbar" aria-label={t('tools')}>
      {props.beside}
      <Group gap={2} wrap="nowrap">
        <PageField state={state} onPage={props.onPage} />
        <Tool
          icon={IconChevronUp}
          label={t('previousPage')}
          disabled={(state?.page ?? 1) <= 1}
          onClick={() => props.onPage((state?.page ?? 1) - 1)}
        />
        <Tool
          icon={IconChevronDown}
          label={t('nextPage')}
          disabled={(state?.page ?? 0) >= pages}
          onClick={() => props.onPage((state?.page ?? 1) + 1)}
        />
      </Group>
      <Group gap={2} wrap="nowrap">
        <Tool icon={IconZoomOut} label={t('zoomOut')} disabled={pages === 0} onClick={() => props.onZoom('out')} />
        <Menu position="bottom">
          <Menu.Target>
            <UnstyledButton className={classes.zoom ?? ''} aria-label={t('zoom')} disabled={pages === 0}>
              {Math.round((state?.scale ?? 1) * 100)}%
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => props.onZoom('fit')}>{t('fit')}</Menu.Item>
            <Menu.Divider />
            {zooms.map((zoom) => (
              <Menu.Item key={zoom} onClick={() => props.onZoom(zoom)}>
                {zoom * 100}%
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Tool icon={IconZoomIn} label={t('zoomIn')} disabled={pages === 0} onClick={() => props.onZoom('in')} />
      </Group>
      {props.finding ? (
        <FindBar state={state} onFind={props.onFind} onClose={() => props.onFinding(false)} />
      ) : (
        <Tool icon={IconSearch} label={t('find')} disabled={pages === 0} onClick={() => props.onFinding(true)} />
      )}
      <span className={classes.spacer} aria-live="polite">
        {state?.loading && state.pages > 0 && <Loader size={14} type="oval" aria-label={t('updating')} />}
      </span>
      {props.actions}
    </div>
  )
}

function PageField({ state, onPage }: Pick<PdfToolsProps, 'state' | 'onPage'>) {
  const t = useWords(pdfWords)
  const [typed, setTyped] = useState<string | null>(null)
  const go = () => {
    const page = Number(typed)
    if (typed !== null && Number.isInteger(page) && page > 0) onPage(page)
    setTyped(null)
  }
  return (
    <Group gap={4} wrap="nowrap">
      <TextInput
        size="xs"
        w={40}
        inputMode="numeric"
        aria-label={t('pageNumber')}
        disabled={!state?.pages}
        value={typed ?? String(state?.pages ? state.page : '')}
        styles={{ input: { textAlign: 'center', paddingInline: 4 } }}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value.replaceAll(/\D/g, ''))}
        onKeyDown={(event) => event.key === 'Enter' && go()}
        onBlur={go}
      />
      <Text fz={12} c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {t('pageOf', { pages: state?.pages ?? 0 })}
      </Text>
    </Group>
  )
}

/** The find field appears because one wants to type in it. */
const focusOnArrival = (input: HTMLInputElement | null) => input?.focus()

function FindBar({ state, onFind, onClose }: Pick<PdfToolsProps, 'state' | 'onFind'> & { onClose(): void }) {
  const t = useWords(pdfWords)
  const [text, setText] = useState('')
  const found = text === '' ? null : (state?.find ?? null)
  return (
    <Group gap={2} wrap="nowrap" role="search">
      <TextInput
        size="xs"
        w={180}
        ref={focusOnArrival}
        aria-label={t('find')}
        placeholder={t('find')}
        value={text}
        rightSectionWidth={64}
        rightSection={
          found !== null && (
            <Text fz={12} c="dimmed" aria-live="polite" style={{ whiteSpace: 'nowrap' }}>
              {found.none ? t('notFound') : t('found', found as never)}
            </Text>
          )
        }
        onChange={(event) => {
          setText(event.currentTarget.value)
          onFind(event.currentTarget.value, 'first')
        }}
        onKeyDown={(event) => event.key === 'Enter' && onFind(text, event.shiftKey ? 'previous' : 'next')}
      />
      <Tool
        icon={IconChevronUp}
        label={t('findPrevious')}
        disabled={!found?.total}
        onClick={() => onFind(text, 'previous')}
      />
      <Tool
        icon={IconChevronDown}
        label={t('findNext')}
        disabled={!found?.total}
        onClick={() => onFind(text, 'next')}
      />
      <CloseButton size="sm" aria-label={t('closeFind')} onClick={onClose} />
    </Group>
  )
}

function Tool(props: { icon: Icon; label: string; disabled: boolean; onClick(): void }) {
  const { icon: Glyph, label } = props
  return (
    <Tooltip label={label}>
      <ActionIcon size={28} aria-label={label} disabled={props.disabled} onClick={props.onClick}>
        <Glyph size={16} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  )
}
