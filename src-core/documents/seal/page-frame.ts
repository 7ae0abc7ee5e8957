import type { PDFPage } from 'pdf-lib'
import { PDFName, PDFNumber } from 'pdf-lib'
import type { Affine } from './outline.ts'

/** A page as its reader sees it: size in points and the way from "points from the top-left corner" to PDF user space. */
export interface PageFrame {
  readonly width: number
  readonly height: number
  readonly toUserSpace: Affine
}

/** The frame of a page with its crop box, rotation and user unit taken into account. */
export function pageFrame(page: PDFPage): PageFrame {
  const crop = page.getCropBox()
  const media = page.getMediaBox()
  const x0 = Math.max(crop.x, media.x)
  const y0 = Math.max(crop.y, media.y)
  const x1 = Math.min(crop.x + crop.width, media.x + media.width)
  const y1 = Math.min(crop.y + crop.height, media.y + media.height)
  const unit = page.node.lookupMaybe(PDFName.of('UserUnit'), PDFNumber)?.asNumber() ?? 1
  const width = (x1 - x0) * unit
  const height = (y1 - y0) * unit
  const one = 1 / unit
  switch ((((page.getRotation().angle % 360) + 360) % 360) as 0 | 90 | 180 | 270) {
    case 90:
      return { width: height, height: width, toUserSpace: [0, one, one, 0, x0, y0] }
    case 180:
      return { width, height, toUserSpace: [-one, 0, 0, one, x1, y0] }
    case 270:
      return { width: height, height: width, toUserSpace: [0, -one, -one, 0, x1, y1] }
    default:
      return { width, height, toUserSpace: [one, 0, 0, -one, x0, y1] }
  }
}
