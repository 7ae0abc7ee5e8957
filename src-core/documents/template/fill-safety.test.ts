import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { docxOf, outline, p, row, table } from '../../../test/support/docx-of.ts'
import { tool } from '../../../test/support/tools.ts'
import { Refusal } from '../../../src-shared/kernel/refusal.ts'
import type { TemplateData } from '../../../src-shared/contracts/template-data.ts'
import { openDocx } from '../docx/open-docx.ts'
import { children, walk } from '../docx/xml.ts'
import { fillTemplate, type FillOptions } from './fill-template.ts'

async function refusal(body: string, data: unknown, options: FillOptions = {}) {
  try {
    await fillTemplate(docxOf(body), data as TemplateData, options)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('was not refused')
}

const one = async (value: unknown) =>
  outline((await fillTemplate(docxOf(p('{{值}}')), { 值: value } as TemplateData)).docx)

describe('data that look like something else', () => {
  it.each([
    '||<w:br/>||',
    '</w:t></w:r></w:p><w:p><w:r><w:t>',
    '<![CDATA[x]]>',
    '&amp;&lt;&#65;',
    '{{合同.编号}}',
    '}}{{IF x}}',
    '{{SEAL 甲方}}',
    '${process.env}',
    '$&$1$`',
    ']]>',
    '𠮷㛃',
    '<!-- x -->',
    '=cmd|calc',
  ])('come out as the text they are: %s', async (value) => {
    const { docx } = await fillTemplate(docxOf(p('[{{值}}]')), { 值: value })
    const opened = await openDocx(docx)
    const body = children(opened.xml('word/document.xml'), 'w:body')[0]!
    expect([...walk(body)].filter((node) => typeof node === 'string').join('')).toBe(`[${value}]`)
    expect(children(body)).toHaveLength(1)
  })

  it('names the place of characters that no Word file may hold', async () => {
    const found = await refusal(p('{{甲.乙}}'), { 甲: { 乙: 'a\u0001' }, 列: ['ok', 'x\ud800'] })
    expect(found).toMatchObject({
      code: 'template.fillFailed',
      params: {
        count: 2,
        problems: [
          { code: 'template.controlCharacter', params: { path: '甲.乙', at: 1, character: 'U+0001' } },
          { code: 'template.controlCharacter', params: { path: '列[1]', at: 1, character: 'U+D800' } },
        ],
      },
    })
  })

  it('takes nothing that is not plain data, and leaves the caller’s data alone', async () => {
    let ran = false
    const trap = Object.defineProperty({}, '值', { enumerable: true, get: () => (ran = true) })
    expect((await refusal(p('{{值}}'), trap)).params).toMatchObject({
      problems: [{ code: 'template.notData' }, { code: 'template.missingField' }],
    })
    expect(ran).toBe(false)
    for (const value of [() => 1, new Date(0), Number.NaN, new Map(), Symbol('x'), 1n]) {
      expect((await refusal(p('{{值}}'), { 值: value })).code).toBe('template.fillFailed')
    }
    const data = { 值: 'x', 内: { 值: 1 } }
    await fillTemplate(docxOf(p('{{值}}')), data)
    expect(Object.isFrozen(data) || Object.isFrozen(data.内)).toBe(false)
    expect(await one('x')).toBe('<p>x</p>')
  })

  it('cannot be polluted by names', async () => {
    const data = JSON.parse('{"__proto__":{"污":"x"},"值":"v"}') as TemplateData
    expect((await refusal(p('{{污}}'), data)).params).toMatchObject({ problems: [{ code: 'template.missingField' }] })
    expect(({} as Record<string, unknown>)['污']).toBeUndefined()
  })
})

describe('what a filling refuses', () => {
  it('tells every missing and wrong field at once, each with its place', async () => {
    const body =
      p('第一{{没有}}。') +
      p('{{号 | 金额}}') +
      table(row('{{FOR 项 IN 列}}{{项.缺}}{{END-FOR 项}}')) +
      p('{{FOR 项 IN 号}}x{{END-FOR 项}}')
    expect((await refusal(body, { 号: 'A', 列: [{}, {}, {}] })).params).toEqual({
      count: 4,
      problems: [
        {
          code: 'template.missingField',
          params: { path: '没有' },
          command: '没有',
          part: 'word/document.xml',
          page: 1,
          sentence: '第一{{没有}}。',
        },
        expect.objectContaining({
          code: 'template.wrongType',
          params: { wanted: 'number', value: 'A' },
          command: '号 | 金额',
        }),
        expect.objectContaining({ code: 'template.missingField', params: { path: '项.缺' } }),
        expect.objectContaining({ code: 'template.wrongType', params: { wanted: 'list', value: '号' } }),
      ],
    })
  })

  it('refuses a template with errors, with those errors', async () => {
    expect(await refusal(p('{{合同.constructor.constructor("x")()}}') + p('{{IF a}}'), {})).toMatchObject({
      code: 'template.notUsable',
      params: { problems: [{ code: 'template.code', page: 1 }, { code: 'template.unclosedBlock' }] },
    })
  })

  it('bounds loops and size', async () => {
    const long = Array.from({ length: 400 }, () => 0)
    expect((await refusal(p('{{FOR a IN 列}}{{FOR b IN 列}}x{{END-FOR b}}{{END-FOR a}}'), { 列: long })).code).toBe(
      'template.tooManyItems',
    )
    expect((await refusal(p('{{FOR a IN 列}}{{文}}{{END-FOR a}}'), { 列: long, 文: 'x'.repeat(200_000) })).code).toBe(
      'template.tooLarge',
    )
    const deep: unknown = Array.from({ length: 30 }).reduce((inside) => ({ 内: inside }), {})
    expect((await refusal(p('x{{内}}'), deep)).params).toMatchObject({
      problems: [{ code: 'template.dataTooDeep' }, {}],
    })
  })

  it('shows the names of missing fields in drafts and warns', async () => {
    const body = p('{{号}}：{{没有 | 金额}}{{空}}{{IF 没有}}x{{END-IF}}')
    const { docx, warnings } = await fillTemplate(docxOf(body), { 号: 1, 空: null }, { missing: 'mark' })
    expect(await outline(docx)).toBe('<p>1：〔没有〕</p>')
    expect(warnings.map(({ code, params }) => [code, params])).toEqual([
      ['template.missingField', { path: '没有' }],
      ['template.emptyField', { path: '空' }],
    ])
  })
})

describe('pictures', () => {
  const png = readFileSync(new URL('../../../assets/sample/logo.png', import.meta.url))
  const images = { 标志: { bytes: png } }

  it('come from the bytes that are given, once in the file, in the size that is asked for', async () => {
    const { docx } = await fillTemplate(
      docxOf(p('{{IMAGE 标志 30}}') + p('{{IMAGE 标志 20 x 10}}{{IMAGE 图}}')),
      { 图: '标志' },
      { images },
    )
    const opened = await openDocx(docx)
    expect(opened.names().filter((name) => name.includes('media'))).toEqual(['word/media/filled1.png'])
    expect(Buffer.compare(opened.part('word/media/filled1.png')!, png)).toBe(0)
    expect(opened.contentType('word/media/filled1.png')).toBe('image/png')
    expect([...opened.relationships('word/document.xml').values()].map(({ target }) => target)).toEqual([
      'word/media/filled1.png',
    ])
    const extents = [...walk(opened.xml('word/document.xml')!)].filter(
      (node) => typeof node !== 'string' && node.name === 'wp:extent',
    )
    expect(extents).toHaveLength(3)
    expect(extents[0]).toMatchObject({ attributes: { cx: '1080000' } })
    expect(extents[1]).toMatchObject({ attributes: { cx: '720000', cy: '360000' } })
  })

  it('are refused when missing or no pictures, left out when empty', async () => {
    expect((await refusal(p('{{IMAGE 标志}}'), { 标志: 'x' })).params).toMatchObject({
      problems: [{ code: 'template.imageMissing', params: { image: 'x' } }],
    })
    const bad = { 标志: { bytes: new TextEncoder().encode('<svg/>') } }
    expect((await refusal(p('{{IMAGE 标志}}'), {}, { images: bad })).params).toMatchObject({
      problems: [{ code: 'image.unknownFormat' }],
    })
    const huge = { 标志: { bytes: new Uint8Array(11 * 2 ** 20) } }
    expect((await refusal(p('{{IMAGE 标志}}'), {}, { images: huge })).params).toMatchObject({
      problems: [{ code: 'image.fileTooLarge' }],
    })
    expect(await outline((await fillTemplate(docxOf(p('a{{IMAGE 标志}}')), { 标志: null })).docx)).toBe('<p>a</p>')
  })

  it('stand in headers with a link of the header’s own', async () => {
    const { docx } = await fillTemplate(docxOf(p('x'), { header: p('{{IMAGE 标志 10}}') }), {}, { images })
    const opened = await openDocx(docx)
    expect([...opened.relationships('word/header1.xml').values()].map(({ target }) => target)).toEqual([
      'word/media/filled1.png',
    ])
  })
})

const folder = new URL('../../../assets/templates/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.docx'))
const fill = async (name: string) => {
  const data = JSON.parse(
    readFileSync(new URL(`../sample/${name.replace('.docx', '.json')}`, folder), 'utf8'),
  ) as TemplateData
  return (await fillTemplate(readFileSync(new URL(name, folder)), data)).docx
}

describe('our own templates with their sample data', () => {
  it.each(names)('%s fills without a brace left, the same bytes each time', async (name) => {
    const docx = await fill(name)
    expect(Buffer.compare(docx, await fill(name))).toBe(0)
    const opened = await openDocx(docx)
    const texts = opened.names().filter((part) => /^word\/(document|header\d|footer\d)\.xml$/.test(part))
    for (const part of texts) expect(new TextDecoder().decode(opened.part(part))).not.toMatch(/\{\{|\}\}/)
  })
})

const soffice = tool('soffice')
const pdftotext = tool('pdftotext')
describe.runIf(soffice && pdftotext)('LibreOffice', () => {
  it('opens a filled contract and shows its data', async () => {
    const work = mkdtempSync(join(tmpdir(), 'qidan-fill-'))
    writeFileSync(join(work, 'a.docx'), await fill('sales-contract.docx'))
    execFileSync(
      soffice!,
      [
        `-env:UserInstallation=file://${work}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        work,
        join(work, 'a.docx'),
      ],
      { stdio: 'ignore' },
    )
    const text = execFileSync(pdftotext!, ['-layout', join(work, 'a.pdf'), '-'], { encoding: 'utf8' })
    rmSync(work, { recursive: true, force: true })
    expect(text).toContain('人民币')
    expect(text).not.toContain('{{')
  })
})
