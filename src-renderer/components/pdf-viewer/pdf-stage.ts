import { AnnotationMode, type PDFDocumentLoadingTask } from 'pdfjs-dist'
import { EventBus, FindState, PDFFindController, PDFLinkService, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs'
import { openPdf, type PdfSource } from './open-pdf.ts'

/** What the tool bar shows; a new object at each change. */
export interface StageState {
  pages: number
  /** From 1. */
  page: number
  /** 1 is 100 %. */
  scale: number
  /** Fitted to the frame and kept so when it changes: to its width, or (`auto`) to its width but not beyond what reads well. */
  fitted: 'auto' | 'page-width' | null
  find: { current: number; total: number; none: boolean } | null
  error: unknown
  loading: boolean
}

/** Names of what the stage draws, for screen readers. */
export interface StageLabels {
  document: string
  page(number: number): string
}

interface Slot {
  frame: HTMLDivElement
  viewer: PDFViewer
  links: PDFLinkService
  events: EventBus
  task: PDFDocumentLoadingTask | null
}

/**
 * Two viewers of pdf.js, one seen: the next document is drawn in the hidden one at the same place and zoom and takes its place once it
 * stands, so that a preview changes without a flash.
 */
export class PdfStage {
  #state: StageState = { pages: 0, page: 1, scale: 1, fitted: 'auto', find: null, error: null, loading: false }
  readonly #host: HTMLElement
  #labels: StageLabels = { document: '', page: String }
  readonly #onChange: (state: StageState) => void
  readonly #slots: [Slot, Slot]
  #front = 0
  #asked = 0
  readonly #resized: ResizeObserver

  constructor(host: HTMLElement, onChange: (state: StageState) => void) {
    this.#host = host
    this.#onChange = onChange
    this.#slots = [this.#makeSlot(0), this.#makeSlot(1)]
    this.#arrange()
    this.#resized = new ResizeObserver(() => {
      const { viewer } = this.#shown
      if (this.#state.fitted !== null && viewer.pdfDocument) viewer.currentScaleValue = this.#state.fitted
    })
    this.#resized.observe(host)
  }

  /** Names the documents and pages, in the language of the moment. */
  name(labels: StageLabels): void {
    this.#labels = labels
    for (const slot of this.#slots) this.#nameSlot(slot)
  }

  /** Shows a document; one asked for meanwhile wins. */
  async show(source: PdfSource): Promise<void> {
    const turn = (this.#asked += 1)
    this.#set({ loading: true, error: null })
    const task = openPdf(source)
    try {
      const document = await task.promise
      if (turn !== this.#asked) return void task.destroy()
      await this.#draw(task, document, turn)
    } catch (error) {
      void task.destroy()
      if (turn === this.#asked) this.#set({ loading: false, error })
    }
  }

  goTo(page: number): void {
    const { viewer } = this.#shown
    if (viewer.pdfDocument) viewer.currentPageNumber = Math.min(Math.max(1, page), this.#state.pages)
  }

  zoom(how: 'in' | 'out' | 'fit' | number): void {
    const { viewer } = this.#shown
    if (!viewer.pdfDocument) return
    if (how === 'in') viewer.increaseScale()
    else if (how === 'out') viewer.decreaseScale()
    else viewer.currentScaleValue = how === 'fit' ? 'page-width' : String(how)
    this.#set({ fitted: how === 'fit' ? 'page-width' : null })
  }

  find(text: string, step: 'first' | 'next' | 'previous'): void {
    if (text === '') this.#set({ find: null })
    this.#shown.events.dispatch('find', {
      source: this,
      type: step === 'first' ? '' : 'again',
      query: text,
      caseSensitive: false,
      entireWord: false,
      highlightAll: true,
      findPrevious: step === 'previous',
      matchDiacritics: false,
    })
  }

  focus(): void {
    this.#shown.frame.focus({ preventScroll: true })
  }

  destroy(): void {
    this.#asked += 1
    this.#resized.disconnect()
    for (const { task, viewer, frame } of this.#slots) {
      viewer.cleanup()
      void task?.destroy()
      frame.remove()
    }
  }

  get #shown(): Slot {
    return this.#slots[this.#front]!
  }

  #set(change: Partial<StageState>): void {
    this.#state = { ...this.#state, ...change }
    this.#onChange(this.#state)
  }

  /** Draws in the hidden viewer and changes places when the page one reads is there; the first document is shown as it comes. */
  async #draw(task: PDFDocumentLoadingTask, document: Awaited<PDFDocumentLoadingTask['promise']>, turn: number) {
    const [from, to] = [this.#shown, this.#slots[1 - this.#front]!]
    const first = from.task === null
    void to.task?.destroy()
    to.task = task
    const laidOut = () => {
      to.viewer.currentScaleValue = this.#state.fitted ?? String(this.#state.scale)
      to.frame.scrollTop = from.frame.scrollTop
    }
    to.events.on('pagesinit', laidOut, { once: true })
    const drawn = pageDrawn(to)
    to.viewer.setDocument(document)
    to.links.setDocument(document)
    await (first ? to.viewer.firstPagePromise : drawn)
    if (turn !== this.#asked) return
    if (!first) to.frame.scrollTop = from.frame.scrollTop
    const focused = from.frame.contains(window.document.activeElement)
    this.#front = 1 - this.#front
    this.#arrange()
    if (focused) this.focus()
    this.#set({
      loading: false,
      error: null,
      find: null,
      pages: document.numPages,
      page: to.viewer.currentPageNumber,
      scale: to.viewer.currentScale,
    })
  }

  #arrange(): void {
    this.#slots.forEach(({ frame }, i) => {
      const on = i === this.#front
      frame.style.visibility = on ? 'visible' : 'hidden'
      frame.inert = !on
    })
  }

  #nameSlot({ frame, viewer }: Pick<Slot, 'frame' | 'viewer'>): void {
    frame.setAttribute('aria-label', this.#labels.document)
    for (let i = 0; i < viewer.pagesCount; i += 1)
      viewer.getPageView(i).div.setAttribute('aria-label', this.#labels.page(i + 1))
  }

  #makeSlot(index: number): Slot {
    const frame = document.createElement('div')
    frame.tabIndex = 0
    frame.setAttribute('role', 'document')
    const pages = document.createElement('div')
    pages.className = 'pdfViewer'
    frame.append(pages)
    Object.assign(frame.style, { position: 'absolute', inset: '0', overflow: 'auto' })
    this.#host.append(frame)
    const events = new EventBus()
    const links = new PDFLinkService({ eventBus: events })
    const viewer = new PDFViewer({
      container: frame,
      viewer: pages,
      eventBus: events,
      linkService: links,
      findController: new PDFFindController({ linkService: links, eventBus: events }),
      annotationMode: AnnotationMode.ENABLE,
      l10n: silentNames as never,
      removePageBorders: false,
    })
    links.setViewer(viewer)
    const seen = (change: Partial<StageState>) => {
      if (index === this.#front) this.#set(change)
    }
    events.on('pagesinit', () => this.#nameSlot({ frame, viewer }))
    events.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => seen({ page: pageNumber }))
    events.on('scalechanging', ({ scale }: { scale: number }) => seen({ scale }))
    events.on('updatefindmatchescount', ({ matchesCount }: { matchesCount: { current: number; total: number } }) =>
      seen({ find: { ...matchesCount, none: false } }),
    )
    events.on(
      'updatefindcontrolstate',
      ({ state, matchesCount }: { state: number; matchesCount: { current: number; total: number } }) =>
        seen({ find: { ...matchesCount, none: state === FindState.NOT_FOUND } }),
    )
    frame.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return
        event.preventDefault()
        this.zoom(event.deltaY < 0 ? 'in' : 'out')
      },
      { passive: false },
    )
    return { frame, viewer, links, events, task: null }
  }
}

/** Resolves when one of the pages in view is drawn, or soon after: a hidden window draws nothing. */
function pageDrawn({ events }: Slot): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      events.off('pagerendered', done)
      resolve()
    }
    const timer = setTimeout(done, 1500)
    events.on('pagerendered', done)
  })
}

/** pdf.js asks for translations of its own tool bars, which are not here; pages get their names from us. */
const silentNames = {
  getLanguage: () => 'zh-cn',
  getDirection: () => 'ltr',
  get: async () => '',
  translate: async () => {},
  translateOnce: async () => {},
  pause: () => {},
  resume: () => {},
  destroy: async () => {},
}
