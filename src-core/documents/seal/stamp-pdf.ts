import {
  concatTransformationMatrix,
  drawObject,
  EncryptedPDFError,
  endPath,
  clip,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  type PDFRef,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  setGraphicsState,
} from 'pdf-lib'
import { refuse } from '../../../src-shared/kernel/refusal.ts'
import { type Affine, followedBy } from './outline.ts'
import { type PageFrame, pageFrame } from './page-frame.ts'
import { settlePdfaClaim } from './pdfa-claim.ts'
import { ImageShelf } from './prepared-image.ts'
import type { CrossPageSeal, ImageStamp, PlacedStamp, StampedPdf, StampPlan } from './stamp-plan.ts'
import { openTextFinder, type TextFinder, type TextPlace } from './text-anchor.ts'
import { placeWatermark, type Watermark } from './watermark.ts'

const pointsPerMm = 72 / 25.4

/**
 * Draws seals, cross-page seal, handwriting and watermark into a PDF, before its first signature: the file is written anew, which would break one.
 * Fonts, metadata, language and output intent stay as they are; nothing is rasterised.
 *
 * Refusals: `document.unreadable`, `document.encrypted`, `document.alreadySigned`; `document.anchorNotFound` (see `TextFinder`);
 * `document.noSuchPage` with page and pages; `stamp.width` outside 3-120 mm; `stamp.offPage` when a stamp would lie outside its page;
 * `crossPage.tooFewPages` for a document of one page; those of `decodePicture` and `placeWatermark`.
 */
export async function stampPdf(pdf: Uint8Array, plan: StampPlan): Promise<StampedPdf> {
  const document = await openForStamping(pdf)
  const pages = document.getPages()
  const frames = pages.map(pageFrame)
  const shelf = new ImageShelf(document)
  const brush = new Brush(document)
  const anchors = await findAnchors(pdf, [...(plan.seals ?? []), ...(plan.handwriting ?? [])])
  const surface: Surface = { brush, shelf, pages, frames, anchors }

  if (plan.watermark) drawWatermark(document, brush, pages, frames, plan.watermark)
  const handwriting = (plan.handwriting ?? []).map((stamp) => drawStamp('handwriting', stamp, surface))
  const seals = (plan.seals ?? []).map((stamp) => drawStamp('seal', stamp, surface))
  if (plan.crossPage) drawCrossPageSeal(brush, shelf, pages, frames, plan.crossPage)
  if (plan.approvalRecord) {
    const record = await openForStamping(plan.approvalRecord)
    for (const page of await document.copyPages(record, record.getPageIndices())) document.addPage(page)
  }

  const pdfa = settlePdfaClaim(document)
  const pdfVersion = /%PDF-(\d\.\d)/.exec(Buffer.from(pdf.subarray(0, 1024)).toString('latin1'))?.[1] ?? '1.7'
  // Object streams came with PDF 1.5.
  const bytes = await document.save({
    useObjectStreams: Number(pdfVersion) >= 1.5,
    objectsPerTick: Number.POSITIVE_INFINITY,
    addDefaultPage: false,
    updateFieldAppearances: false,
  })
  return { pdf: bytes, pages: document.getPageCount(), pdfVersion, pdfa, seals, handwriting }
}

async function openForStamping(pdf: Uint8Array): Promise<PDFDocument> {
  let document: PDFDocument
  try {
    document = await PDFDocument.load(pdf, {
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Fastest,
      throwOnInvalidObject: true,
    })
    document.getPages()
  } catch (error) {
    throw refuse(error instanceof EncryptedPDFError ? 'document.encrypted' : 'document.unreadable', {})
  }
  if (isSigned(document)) throw refuse('document.alreadySigned', {})
  return document
}

async function findAnchors(pdf: Uint8Array, stamps: readonly ImageStamp[]): Promise<Map<ImageStamp, TextPlace>> {
  const places = new Map<ImageStamp, TextPlace>()
  let finder: TextFinder | undefined
  try {
    for (const stamp of stamps) {
      if (!('text' in stamp.at)) continue
      finder ??= await openTextFinder(pdf)
      places.set(stamp, await finder.find(stamp.at.text, stamp.at.occurrence))
    }
  } finally {
    await finder?.close()
  }
  return places
}

function isSigned(document: PDFDocument): boolean {
  const form = document.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)
  const fields = form?.lookupMaybe(PDFName.of('Fields'), PDFArray)
  if (!fields) return false
  const signed = (field: unknown, depth: number): boolean => {
    if (!(field instanceof PDFDict) || depth > 8) return false
    if (
      field.lookup(PDFName.of('V')) instanceof PDFDict &&
      (field.lookup(PDFName.of('V')) as PDFDict).has(PDFName.of('ByteRange'))
    )
      return true
    const kids = field.lookupMaybe(PDFName.of('Kids'), PDFArray)
    return kids !== undefined && kids.asArray().some((_, i) => signed(kids.lookup(i), depth + 1))
  }
  return fields.asArray().some((_, i) => signed(fields.lookup(i), 0))
}

/** Adds operators to pages; one graphics state per opacity and blend mode serves all of them. */
class Brush {
  readonly #document: PDFDocument
  readonly #states = new Map<string, PDFRef>()

  constructor(document: PDFDocument) {
    this.#document = document
  }

  draw(
    page: PDFPage,
    look: { opacity: number; multiply: boolean },
    object: PDFRef,
    matrix: Affine,
    clipTo?: { matrix: Affine; box: readonly [number, number, number, number] },
  ): void {
    // An artifact: readers for the blind, and tagged PDF, take it as no part of the text.
    const operators: PDFOperator[] = [
      PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')]),
      pushGraphicsState(),
      setGraphicsState(page.node.newExtGState('QG', this.#state(look))),
    ]
    if (clipTo) {
      // The clip is set in the reader's coordinates, and those are undone again for the picture's own matrix.
      operators.push(
        concatTransformationMatrix(...clipTo.matrix),
        rectangle(...clipTo.box),
        clip(),
        endPath(),
        concatTransformationMatrix(...inverse(clipTo.matrix)),
      )
    }
    operators.push(
      concatTransformationMatrix(...matrix),
      drawObject(page.node.newXObject('QX', object)),
      popGraphicsState(),
      PDFOperator.of(PDFOperatorNames.EndMarkedContent),
    )
    page.pushOperators(...operators)
  }

  #state(look: { opacity: number; multiply: boolean }): PDFRef {
    const key = `${look.opacity} ${look.multiply}`
    let state = this.#states.get(key)
    if (!state) {
      const { context } = this.#document
      state = context.register(
        context.obj({
          Type: 'ExtGState',
          ca: look.opacity,
          CA: look.opacity,
          BM: look.multiply ? 'Multiply' : 'Normal',
        }),
      )
      this.#states.set(key, state)
    }
    return state
  }
}

function inverse([a, b, c, d, e, f]: Affine): [number, number, number, number, number, number] {
  const det = a * d - b * c
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det]
}

interface Surface {
  readonly brush: Brush
  readonly shelf: ImageShelf
  readonly pages: readonly PDFPage[]
  readonly frames: readonly PageFrame[]
  readonly anchors: ReadonlyMap<ImageStamp, TextPlace>
}

function drawStamp(kind: 'seal' | 'handwriting', stamp: ImageStamp, on: Surface): PlacedStamp {
  checkWidth(stamp.widthMm)
  const image = on.shelf.place(stamp.image)
  const width = stamp.widthMm * pointsPerMm
  const height = (width * image.height) / image.width
  const centre = centreOf(kind, stamp, width, height, on)
  const frame = on.frames[centre.page]!
  const turn = ((stamp.rotationDeg ?? 0) * Math.PI) / 180
  const reachX = (Math.abs(width * Math.cos(turn)) + Math.abs(height * Math.sin(turn))) / 2
  const reachY = (Math.abs(width * Math.sin(turn)) + Math.abs(height * Math.cos(turn))) / 2
  if (
    centre.x + reachX <= 0 ||
    centre.y + reachY <= 0 ||
    centre.x - reachX >= frame.width ||
    centre.y - reachY >= frame.height
  ) {
    throw refuse('stamp.offPage', { page: centre.page + 1, x: Math.round(centre.x), y: Math.round(centre.y) })
  }
  const upright: Affine = [width, 0, 0, -height, -width / 2, height / 2]
  const turned: Affine = [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), centre.x, centre.y]
  const matrix = followedBy(followedBy(upright, turned), frame.toUserSpace)
  on.brush.draw(
    on.pages[centre.page]!,
    { opacity: stamp.opacity ?? (kind === 'seal' ? 0.92 : 1), multiply: true },
    image.ref,
    matrix,
  )
  const [x1, y1] = apply(frame.toUserSpace, centre.x - reachX, centre.y - reachY)
  const [x2, y2] = apply(frame.toUserSpace, centre.x + reachX, centre.y + reachY)
  return { page: centre.page, rect: [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)] }
}

function checkWidth(widthMm: number): void {
  if (!(widthMm >= 3 && widthMm <= 120)) throw refuse('stamp.width', { widthMm, least: 3, most: 120 })
}

function apply(m: Affine, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]
}

/**
 * A seal beside a text begins a little after its end and hangs down over the lines below, as 甲方（盖章） is stamped by hand; handwriting
 * follows the text on its line. Both stay wholly on the page.
 */
function centreOf(
  kind: 'seal' | 'handwriting',
  stamp: ImageStamp,
  width: number,
  height: number,
  on: Surface,
): { page: number; x: number; y: number } {
  const { at } = stamp
  if (!('text' in at)) {
    const page = at.page < 0 ? on.pages.length + at.page : at.page
    if (!Number.isInteger(page) || !on.pages[page])
      throw refuse('document.noSuchPage', { page: at.page + 1, pages: on.pages.length })
    return { page, x: at.x, y: at.y }
  }
  const place = on.anchors.get(stamp)!
  const frame = on.frames[place.page]!
  const middle = (place.top + place.bottom) / 2
  const x = (kind === 'seal' ? place.right + width * 0.3 : place.right + 4 + width / 2) + (at.dx ?? 0)
  const y = (kind === 'seal' ? middle + height * 0.22 : middle) + (at.dy ?? 0)
  return { page: place.page, x: within(x, width / 2, frame.width), y: within(y, height / 2, frame.height) }
}

/** The nearest middle that keeps a stamp of ± reach on a page of this size, 6 points from its edge. */
function within(value: number, reach: number, size: number): number {
  return Math.max(reach + 6, Math.min(size - reach - 6, value))
}

function drawCrossPageSeal(
  brush: Brush,
  shelf: ImageShelf,
  pages: readonly PDFPage[],
  frames: readonly PageFrame[],
  seal: CrossPageSeal,
): void {
  checkWidth(seal.widthMm)
  if (pages.length < 2) throw refuse('crossPage.tooFewPages', { pages: pages.length })
  const image = shelf.place(seal.image)
  const width = seal.widthMm * pointsPerMm
  const height = (width * image.height) / image.width
  for (const { first, size } of crossPageGroups(pages.length, seal.groups ?? 'all')) {
    const slice = width / size
    for (let i = 0; i < size; i++) {
      const frame = frames[first + i]!
      const top = Math.max(0, Math.min(frame.height - height, (seal.position ?? 0.5) * frame.height - height / 2))
      // Page i shows column i of the seal at its edge; the rest of the picture is clipped away, so the slices fit without rounding.
      const edge = seal.edge === 'left' ? 0 : frame.width - slice
      const left = edge - i * slice
      const matrix = followedBy([width, 0, 0, -height, left, top + height], frame.toUserSpace)
      brush.draw(pages[first + i]!, { opacity: seal.opacity ?? 0.92, multiply: true }, image.ref, matrix, {
        matrix: frame.toUserSpace,
        box: [edge, top, slice, height],
      })
    }
  }
}

/**
 * Which pages share one cross-page seal. A last group of one page would bear a whole seal, which crosses nothing: it joins the group before.
 * Refuses `crossPage.groupSize` under 2 pages.
 */
export function crossPageGroups(pages: number, groups: 'all' | number): { first: number; size: number }[] {
  if (groups === 'all') return [{ first: 0, size: pages }]
  if (!Number.isInteger(groups) || groups < 2) throw refuse('crossPage.groupSize', { pagesPerGroup: groups, least: 2 })
  const out: { first: number; size: number }[] = []
  for (let first = 0; first < pages; first += groups) out.push({ first, size: Math.min(groups, pages - first) })
  const last = out.at(-1)!
  if (last.size === 1 && out.length > 1) {
    out.pop()
    out[out.length - 1] = { first: out.at(-1)!.first, size: out.at(-1)!.size + 1 }
  }
  return out
}

function drawWatermark(
  document: PDFDocument,
  brush: Brush,
  pages: readonly PDFPage[],
  frames: readonly PageFrame[],
  watermark: Watermark,
): void {
  const form = placeWatermark(document, watermark)
  pages.forEach((page, i) => {
    const frame = frames[i]!
    const turn = -Math.atan2(frame.height, frame.width) * 0.72
    const scale = Math.min((Math.hypot(frame.width, frame.height) * 0.62) / form.width, frame.width * 0.3)
    const cos = Math.cos(turn) * scale
    const sin = Math.sin(turn) * scale
    const matrix = followedBy([cos, sin, sin, -cos, frame.width / 2, frame.height / 2], frame.toUserSpace)
    brush.draw(page, { opacity: watermark.opacity ?? 0.14, multiply: false }, form.ref, matrix)
  })
}
