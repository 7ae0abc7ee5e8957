import type { Occurrence } from './text-anchor.ts'
import type { Watermark } from './watermark.ts'

/** A place on a page as its reader sees it: 0-based page (negative counts from the end), points from the top-left corner. */
export interface PagePoint {
  readonly page: number
  readonly x: number
  readonly y: number
}

/** A place beside a text of the document, moved by dx, dy points. Brackets of either width match. */
export interface TextAnchor {
  readonly text: string
  readonly occurrence?: Occurrence
  readonly dx?: number
  readonly dy?: number
}

/** One picture on one page. A point is its centre; a text gets it at the customary place beside it. */
export interface ImageStamp {
  /** PNG or JPEG file. */
  readonly image: Uint8Array
  readonly widthMm: number
  readonly at: PagePoint | TextAnchor
  /** Clockwise. */
  readonly rotationDeg?: number
  /** 0..1; seals 0.92, handwriting 1 by default. */
  readonly opacity?: number
}

/** 骑缝章: one seal cut evenly over the edges of all pages, or of groups of pages. */
export interface CrossPageSeal {
  readonly image: Uint8Array
  readonly widthMm: number
  /** Pages that share one seal; 'all' by default. Each slice of a group should stay over 2 mm: 20 pages for a 42 mm seal. */
  readonly groups?: 'all' | number
  readonly edge?: 'right' | 'left'
  /** 0 top … 1 bottom of the page, for the middle of the seal; 0.5 by default. */
  readonly position?: number
  readonly opacity?: number
}

export interface StampPlan {
  readonly seals?: readonly ImageStamp[]
  readonly crossPage?: CrossPageSeal
  readonly handwriting?: readonly ImageStamp[]
  readonly watermark?: Watermark
  /** The printed approval record, a PDF whose pages follow the contract's; neither the cross-page seal nor text anchors reach them. */
  readonly approvalRecord?: Uint8Array
}

/** Where a stamp came to lie: for a signature widget over it. `rect` is in PDF user space, lower left then upper right. */
export interface PlacedStamp {
  readonly page: number
  readonly rect: readonly [number, number, number, number]
}

export interface StampedPdf {
  readonly pdf: Uint8Array
  readonly pages: number
  readonly pdfVersion: string
  /** What the file still claims of PDF/A, such as '2b', or 'none'. */
  readonly pdfa: string
  readonly seals: readonly PlacedStamp[]
  readonly handwriting: readonly PlacedStamp[]
}
