import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { EmptyState } from '../empty-state.tsx'
import { useWords } from '../../lib/words.ts'
import { PdfStage, type StageState } from './pdf-stage.ts'
import type { PdfSource } from './open-pdf.ts'
import { PdfTools } from './pdf-tools.tsx'
import { pdfWords } from './pdf-words.ts'
import classes from './pdf-pages.module.css'

export interface PdfPagesProps {
  source: PdfSource
  /** Names the document for screen readers. */
  label?: string
  /** Stands at the right end of the tool bar: download, print. */
  actions?: ReactNode
  /** Stands at its left end. */
  beside?: ReactNode
}

/** A PDF with its tool bar: pages, zoom, search; text can be selected. Fills the height it is given. */
export function PdfPages({ source, label, actions, beside }: PdfPagesProps) {
  const t = useWords(pdfWords)
  const host = useRef<HTMLDivElement>(null)
  const stage = useRef<PdfStage | null>(null)
  const [state, setState] = useState<StageState | null>(null)
  const [finding, setFinding] = useState(false)

  useEffect(() => {
    const made = new PdfStage(host.current!, setState)
    stage.current = made
    return () => {
      stage.current = null
      made.destroy()
    }
  }, [])
  useEffect(() => stage.current?.name({ document: label ?? t('document'), page: (page) => t('page', { page }) }))
  useEffect(() => void stage.current?.show(source), [source])

  const closeFind = useCallback(() => {
    setFinding(false)
    stage.current?.find('', 'first')
    stage.current?.focus()
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    const mod = event.ctrlKey || event.metaKey
    if (mod && event.key === 'f') setFinding(true)
    else if (mod && (event.key === '=' || event.key === '+')) stage.current?.zoom('in')
    else if (mod && event.key === '-') stage.current?.zoom('out')
    else if (mod && event.key === '0') stage.current?.zoom('fit')
    else if (event.key === 'Escape' && finding) closeFind()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // Keys pressed anywhere inside: the pages and the tool bar are what takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={classes.viewer} onKeyDown={onKeyDown}>
      <PdfTools
        state={state}
        finding={finding}
        onFinding={(on) => (on ? setFinding(true) : closeFind())}
        onPage={(page) => stage.current?.goTo(page)}
        onZoom={(how) => stage.current?.zoom(how)}
        onFind={(text, step) => stage.current?.find(text, step)}
        actions={actions}
        beside={beside}
      />
      <div className={classes.stage} ref={host} data-updating={state?.loading || undefined} />
      {state?.error != null && (
        <div className={classes.failed}>
          <EmptyState title={t('failed')} text={t('failedText')} />
        </div>
      )}
    </div>
  )
}
