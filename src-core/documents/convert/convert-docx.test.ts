import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openTextFinder } from '../seal/text-anchor.ts'
import { appRoot } from '../../app-files.ts'
import { quoted, typeset } from '../typst/compile.ts'
import { convertDocx, docxToTypst } from './convert-docx.ts'
import { openDocx } from '../docx/open-docx.ts'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A .docx of these body elements. */
function docx(body: string): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<w:document ${w}><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:bottom="1440" w:left="1440" w:right="1440" w:header="720" w:footer="720"/></w:sectPr></w:body></w:document>`,
    ),
  })
}
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
const p = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`
const source = async (body: string) => docxToTypst(await openDocx(docx(body)), {}).source

describe('text of a document', () => {
  it('is written as nothing but string literals, whatever it holds', async () => {
    const hostile = [
      '#import "x"',
      '*bold*',
      '$x$',
      '"); #panic("',
      '\\u{0}',
      '// note',
      '@ref',
      '`raw`',
      ']}',
      '\u2028#x',
    ]
    for (const text of hostile) {
      const { pages } = await convertDocx(docx(p(run(text))))
      expect(pages).toBe(1)
    }
  })

  it('comes out of the literal as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const { found } = typeset(`#metadata(${quoted(text)})<t>`, {
          query: '<t>',
          standard: '1.7',
        })
        expect(found).toEqual([text])
      }),
      { numRuns: 60 },
    )
  })

  it('of a hundred thousand characters is set over many pages', async () => {
    const { pages } = await convertDocx(docx(p(run('合同条款。'.repeat(20_000)))))
    expect(pages).toBeGreaterThan(40)
  })

  it('in rare characters prints, and one that no font has is named', async () => {
    expect((await convertDocx(docx(p(run('㛃𠮷'))))).notCarried).toEqual([])
    const { notCarried } = await convertDocx(docx(p(run('\u{10fffd}'))))
    expect(notCarried.map((each) => each.what)).toContain('character')
  })
})

describe('a word', () => {
  it('is not broken where it fits a line, however long its sentence', async () => {
    const sentence =
      'The Supplier hereby appoints the Distributor as its exclusive distributor of the Products. '.repeat(4)
    expect((await source(p(run(sentence)))).match(/h\(0\.01pt\)/g)).toBeNull()
  })

  it('of more characters than a line holds is broken anywhere', async () => {
    expect(await source(p(run(`https://${'a'.repeat(400)}`)))).toContain('h(0.01pt)')
  })

  it('with digits after its hyphens, as a date, breaks there', async () => {
    expect(await source(p(run('2026-01-15')))).toMatch(/"2026-"\); h\(0\.01pt\); \w+\("01-"/)
  })
})

describe('a paragraph', () => {
  it('is indented by characters of its own size', async () => {
    expect(await source(p(run('甲方'), '<w:ind w:firstLineChars="200" w:firstLine="420"/>'))).toContain('first: 20pt')
  })

  it('stands apart by the larger of two spaces', async () => {
    const written = await source(
      p(run('一'), '<w:spacing w:after="200"/>') + p(run('二'), '<w:spacing w:before="120"/>'),
    )
    expect(written.match(/(?<=\np\()above: [\d.]+pt/g)).toEqual(['above: 0pt', 'above: 10pt'])
  })

  it('of exact lines has that height, whatever its font', async () => {
    expect(await source(p(run('甲'), '<w:spacing w:line="400" w:lineRule="exact"/>'))).toContain(
      'top-edge: 16pt, bottom-edge: -4pt',
    )
  })

  it('keeps with the next where Word does', async () => {
    expect(await source(p(run('第一条'), '<w:keepNext/>') + p(run('内容')))).toMatch(/sticky: true/)
  })
})

describe('tracked changes', () => {
  const changed = `<w:p><w:ins w:id="1" w:author="a">${run('新')}</w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>`

  it('are shown as accepted, or marked', async () => {
    expect(await source(changed)).not.toContain('"旧"')
    const marked = docxToTypst(await openDocx(docx(changed)), { marks: 'marked' }).source
    expect(marked).toMatch(/strike\([^)]*"旧"/)
  })
})

describe('a table', () => {
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(run(text))}</w:tc>`
  const table = (rows: string) =>
    `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="3000"/></w:tblGrid>${rows}</w:tbl>`

  it('merges cells both ways and repeats its head', async () => {
    const written = await source(
      table(
        `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('标题', '<w:gridSpan w:val="2"/>')}</w:tr>` +
          `<w:tr>${cell('上', '<w:vMerge w:val="restart"/>')}${cell('右')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('下')}</w:tr>`,
      ),
    )
    expect(written).toContain('table.header(repeat: true')
    expect(written).toContain('colspan: 2')
    expect(written).toContain('rowspan: 2')
    expect(written).toContain('columns: (100pt, 150pt, 0pt)')
  })
})

describe('tables in tables', () => {
  it('of eighty levels are shown as far as can be, and the rest is named', async () => {
    const open = '<w:tbl><w:tblPr><w:jc w:val="center"/></w:tblPr><w:tr><w:tc>'
    const { pdf, notCarried } = await convertDocx(
      docx(open.repeat(80) + p(run('最深')) + `</w:tc></w:tr></w:tbl>${p(run('其后'))}`.repeat(80)),
    )
    expect(notCarried.map(({ what }) => what)).toEqual(['nesting'])
    const finder = await openTextFinder(pdf)
    expect((await finder.find('其后')).page).toBe(0)
    await finder.close()
  })
})

describe('an anchor', () => {
  it('is found where it stands', async () => {
    const mark = '<w:bookmarkStart w:id="1" w:name="qidan_seal_甲方"/><w:bookmarkEnd w:id="1"/>'
    const { anchors } = await convertDocx(
      docx(p(run('第一页') + '<w:r><w:br w:type="page"/></w:r>') + p(mark + run('甲方（盖章）'))),
    )
    expect(anchors).toHaveLength(1)
    expect(anchors[0]).toMatchObject({ name: 'qidan_seal_甲方', page: 1 })
    expect(anchors[0]!.x).toBeCloseTo(72, 0)
  })
})

describe('the sample contract of four pages', () => {
  const file = readFileSync(join(appRoot, 'test', 'golden', 'filled-contract.docx'))

  it('has four pages, carries everything, and gives the same bytes each time', async () => {
    const first = await convertDocx(file, { time: 0 })
    expect([first.pages, first.notCarried]).toEqual([4, []])
    const second = await convertDocx(file, { time: 0 })
    expect(Buffer.from(second.pdf).equals(Buffer.from(first.pdf))).toBe(true)
  })

  it('holds the signature block on its last page', async () => {
    const { pdf } = await convertDocx(file)
    const finder = await openTextFinder(pdf)
    expect((await finder.find('签订日期')).page).toBe(3)
    await finder.close()
  })
})
