import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { PdfPagesProps } from './pdf-viewer/pdf-pages.tsx'

const Pages = lazy(() => import('./pdf-viewer/pdf-pages.tsx').then((module) => ({ default: module.PdfPages })))

/** Shows a PDF; pdf.js is fetched when the first one is opened. */
export function PdfViewer(props: PdfPagesProps) {
  return (
    <Suspense fallback={<Skeleton radius={0} style={{ flex: 1 }} />}>
      <Pages {...props} />
    </Suspense>
  )
}
