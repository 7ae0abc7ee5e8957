import { createReport } from 'docx-templates'
import { describe, expect, it } from 'vitest'
import { docxOf, outline, p, row, table } from '../../../test/support/docx-of.ts'
import type { TemplateData } from '../../../src-shared/contracts/template-data.ts'
import { readOwn } from '../../../src-shared/templates/evaluate.ts'
import { fillTemplate } from './fill-template.ts'

const data: TemplateData = {
  真的: true,
  假的: false,
  名: '甲公司',
  列: [
    { 名: '泵', 子: [1, 2] },
    { 名: '阀', 子: [] },
    { 名: '管', 子: [3] },
  ],
}

/** The widely used engine, with field paths for code. */
async function byDocxTemplates(template: Uint8Array): Promise<Uint8Array> {
  return createReport({
    template,
    data,
    cmdDelimiter: ['{{', '}}'],
    indentXml: false,
    runJs({ sandbox, ctx }) {
      const [first = '', ...rest] = String(sandbox['__code__']).trim().split('.')
      const { vars } = ctx
      return {
        modifiedSandbox: sandbox,
        result: Object.hasOwn(vars, first) ? readOwn(vars[first], rest) : readOwn(data, [first, ...rest]),
      }
    },
  })
}

describe('against docx-templates', () => {
  it.each([
    ['a field', p('甲：{{名}}。')],
    ['split braces', p('a{', '{名', '}}b')],
    ['a condition in a paragraph', p('a{{IF 真的}}b{{END-IF}}c{{IF 假的}}d{{END-IF}}')],
    [
      'a condition over paragraphs',
      p('{{IF 真的}}') + p('一') + p('{{END-IF}}') + p('{{IF 假的}}') + p('二') + p('{{END-IF}}') + p('后'),
    ],
    ['a condition that takes a table away', p('{{IF 假的}}') + table(row('x')) + p('{{END-IF}}') + p('后')],
    ['a loop in a paragraph', p('[{{FOR 项 IN 列}}{{项.名}},{{END-FOR 项}}]')],
    [
      'loops in loops',
      p('{{FOR 甲 IN 列}}') +
        p('{{甲.名}}') +
        p('{{FOR 乙 IN 甲.子}}') +
        p('·{{乙}}') +
        p('{{END-FOR 乙}}') +
        p('{{END-FOR 甲}}'),
    ],
    [
      'rows between rows of words',
      table(row('名称'), row('{{FOR 项 IN 列}}'), row('{{项.名}}'), row('{{END-FOR 项}}'), row('合计')),
    ],
  ])('comes to the same for %s', async (_, body) => {
    const template = docxOf(body)
    expect(await outline((await fillTemplate(template, data)).docx)).toBe(
      await outline(await byDocxTemplates(template)),
    )
  })

  // Why we have an engine of our own: what the other one loses without a word.
  it.each([
    ['a numbered clause goes whole', p('前') + p('{{IF 假的}}x{{END-IF}}'), '<p>前</p>'],
    ['text before a condition stays', p('前{{IF 假的}}') + p('中') + p('{{END-IF}}'), '<p>前</p>'],
    [
      'a page break stays',
      p('{{IF 真的}}', '<w:r><w:br w:type="page"/></w:r>') + p('中') + p('{{END-IF}}'),
      '<p><br type="page"/></p><p>中</p>',
    ],
    [
      'a row repeats with its words in the row',
      table(row('{{FOR 项 IN 列}}{{项.名}}', 'x{{END-FOR 项}}')),
      '<tbl><tr><tc><p>泵</p></tc><tc><p>x</p></tc></tr><tr><tc><p>阀</p></tc><tc><p>x</p></tc></tr><tr><tc><p>管</p></tc><tc><p>x</p></tc></tr></tbl>',
    ],
  ])('differs where %s', async (_, body, expected) => {
    const template = docxOf(body)
    expect(await outline((await fillTemplate(template, data)).docx)).toBe(expected)
    expect(await outline(await byDocxTemplates(template))).not.toBe(expected)
  })
})
