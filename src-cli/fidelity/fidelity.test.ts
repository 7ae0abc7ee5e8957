import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { appRoot } from '../../src-core/app-files.ts'
import { convertDocx } from '../../src-core/documents/convert/convert-docx.ts'
import { unzipSync, zipSync } from 'fflate'
import { tool } from '../../test/support/tools.ts'
import { compareShapes } from './compare-shapes.ts'
import { compareText } from './compare-text.ts'
import { readGreyPages } from './page-shapes.ts'
import { readPageText } from './page-text.ts'

const pdftotext = tool('pdftotext')
const pdftoppm = tool('pdftoppm')
const folder = mkdtempSync(join(tmpdir(), 'qidan-fidelity-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const original = new Uint8Array(readFileSync(join(appRoot, 'test/corpus/row-heights.docx')))

const text = async (path: string) => readPageText(path, pdftotext!)
const pixels = async (path: string) => readGreyPages(path, pdftoppm!)

/** The PDF of a corpus file whose text was changed. */
async function pdfOf(name: string, change: (xml: string) => string): Promise<string> {
  const files = unzipSync(original)
  files['word/document.xml'] = new TextEncoder().encode(change(new TextDecoder().decode(files['word/document.xml'])))
  const path = join(folder, `${name}.pdf`)
  writeFileSync(path, (await convertDocx(zipSync(files))).pdf)
  return path
}

describe.runIf(pdftotext && pdftoppm)('two real PDFs', () => {
  it('of one document are alike in text, lines and places', async () => {
    const [a, b] = [await pdfOf('a', (xml) => xml), await pdfOf('b', (xml) => xml)]
    expect(compareText(await text(a), await text(b))).toMatchObject({
      missing: '',
      extra: '',
      samePage: 1,
      median: 0,
      lineBreaks: 1,
    })
    expect(compareShapes(await pixels(a), await pixels(b))).toMatchObject({ rulesAgreeing: 1, areasAgreeing: 1 })
  })

  it('differ by a word left out of a cell, and by one that is there twice', async () => {
    const whole = await text(await pdfOf('whole', (xml) => xml))
    const without = await text(await pdfOf('without', (xml) => xml.replace('顾伟明', '')))
    const twice = await text(await pdfOf('twice', (xml) => xml.replace('顾伟明', '顾伟明顾伟明')))
    expect(compareText(without, whole)).toMatchObject({ missing: '顾伟明', extra: '' })
    expect(compareText(twice, whole)).toMatchObject({ missing: '', extra: '顾伟明' })
  })

  it('differ by what a page break moved on', async () => {
    const moved = await text(
      await pdfOf('moved', (xml) =>
        xml.replace('<w:t xml:space="preserve">填表要求', '<w:br w:type="page"/><w:t xml:space="preserve">填表要求'),
      ),
    )
    const { pages, referencePages, missing, extra, samePage } = compareText(
      moved,
      await text(await pdfOf('still', (xml) => xml)),
    )
    expect([pages, referencePages, missing, extra]).toEqual([2, 1, '', ''])
    expect(samePage).toBeGreaterThan(0.6)
    expect(samePage).toBeLessThan(0.85)
  })

  it('differ by a table without lines', async () => {
    const [bare, lined] = [
      await pixels(await pdfOf('bare', (xml) => xml.replace(/<w:tblBorders>.*?<\/w:tblBorders>/, ''))),
      await pixels(await pdfOf('lined', (xml) => xml)),
    ]
    expect(compareShapes(bare, lined).rulesAgreeing).toBeLessThan(0.3)
  })
})
