import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cell, docxOf, p, row, table } from '../../../test/support/docx-of.ts'
import { checkTemplate } from './check-template.ts'

const codes = async (body: string, more = {}) => {
  const { problems } = await checkTemplate(docxOf(body, more))
  return problems.map(({ code }) => code)
}

describe('reading a template', () => {
  it('finds fields, loops, conditions, pictures and places for seals', async () => {
    const check = await checkTemplate(
      docxOf(
        p('合同编号：{{ 合同.编号 }}', '，总价{{合同.总金额 ', '| 大写}}。') +
          table(row('{{FOR 项 IN 合同.明细}}{{项.名称}}', '{{项.单价 | 单价}}{{END-FOR 项}}')) +
          p('{{IF 有定金}}定金{{定金金额 | 金额}}元，{{付款天数}}日内付。{{END-IF}}{{IMAGE 标志 30}}') +
          p('{{SEAL 甲方}}{{SIGN 甲方}}'),
        { header: p('{{合同.编号}}') },
      ),
    )
    expect(check.problems).toEqual([])
    expect(check.usable).toBe(true)
    expect(Object.fromEntries(check.fields.map((f) => [f.path, [f.type, f.count, f.loop]]))).toEqual({
      '合同.编号': ['text', 2, null],
      '合同.总金额': ['money', 1, null],
      '合同.明细': ['list', 1, null],
      '合同.明细.名称': ['text', 1, '合同.明细'],
      '合同.明细.单价': ['money', 1, '合同.明细'],
      有定金: ['boolean', 1, null],
      定金金额: ['money', 1, null],
      付款天数: ['number', 1, null],
      标志: ['image', 1, null],
    })
    expect(check.loops).toEqual([{ variable: '项', path: '合同.明细' }])
    expect(check.conditions).toEqual(['有定金'])
    expect(check.images).toEqual(['标志'])
    expect(check.anchors).toEqual(['qidan_seal_甲方', 'qidan_sign_甲方'])
    expect(check.fields[0]!.sentence).toBe('合同编号：{{ 合同.编号 }}，总价{{合同.总金额 | 大写}}。')
  })

  it.each([
    ['{{a > 5 ? b : c}}', { a: 'number', b: 'text', c: 'text' }],
    ['{{数 * 单}}', { 数: 'number', 单: 'number' }],
    ['{{IF 甲有 并且 乙有}}x{{END-IF}}', { 甲有: 'boolean', 乙有: 'boolean' }],
    ['{{IF 类别 == "甲"}}x{{END-IF}}', { 类别: 'text' }],
    [
      '{{违约金比例}}{{签字日期}}{{保证金}}{{份数}}',
      { 违约金比例: 'rate', 签字日期: 'date', 保证金: 'money', 份数: 'number' },
    ],
    ['{{IF 总价}}{{总价 | 金额}}{{END-IF}}', { 总价: 'money' }],
  ])('guesses the types in %s', async (text, types) => {
    const { fields } = await checkTemplate(docxOf(p(text)))
    expect(Object.fromEntries(fields.map(({ path, type }) => [path, type]))).toEqual(types)
  })

  it('counts a text box once, though Word keeps it twice', async () => {
    const box = `<w:txbxContent>${p('{{名}}{{坏 | 美化}}')}</w:txbxContent>`
    const shape = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const { fields, problems } = await checkTemplate(docxOf(p(shape)))
    expect(fields.find(({ path }) => path === '名')!.count).toBe(1)
    expect(problems).toHaveLength(1)
  })

  it('tells the page by the breaks that Word stored, else by those the author set', async () => {
    const page = async (between: string) =>
      (await checkTemplate(docxOf(p('一') + between + p('{{}}')))).problems[0]!.page
    expect(await page(p('<w:r><w:br w:type="page"/></w:r>'))).toBe(2)
    expect(
      await page(p('<w:r><w:br w:type="page"/></w:r>') + p('<w:r><w:lastRenderedPageBreak/><w:t>x</w:t></w:r>')),
    ).toBe(2)
    expect(await page('<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>')).toBe(2)
    expect(await page('')).toBe(1)
  })
})

describe('problems of a template', () => {
  it.each([
    ['{{名', ['template.unclosedBraces']],
    ['名}}', ['template.unopenedBraces']],
    ['{{名 {{号}}', ['template.unclosedBraces']],
    ['｛｛名｝｝', ['template.fullWidthBraces']],
    ['{｛名}}', ['template.fullWidthBraces']],
    ['{=名}{FOR x IN y}', ['template.singleBraces', 'template.singleBraces']],
    ['{{}}', ['template.emptyCommand']],
    ['{{名 | 美化}}', ['template.unknownFormatter']],
    ['{{名 | 补零}}', ['template.formatterArguments']],
    ['{{LOOP 明细}}', ['template.unknownCommand']],
    ['{{foreach x}}', ['template.unknownCommand']],
    ['{{EXEC x}}', ['template.code']],
    ['{{! x = 1}}', ['template.code']],
    ['{{HTML x}}{{LINK x}}{{QUERY x}}', ['template.code', 'template.code', 'template.code']],
    ['{{名.toString()}}', ['template.code']],
    ['{{`x`}}', ['template.code']],
    ['{{x => y}}', ['template.code']],
    ['{{合同.constructor}}', ['template.code']],
    ['{{FOR 项}}x{{END-FOR 项}}', ['template.forForm', 'template.endWithoutBlock']],
    ['{{IMAGE}}', ['template.imageForm']],
    ['{{SEAL 甲}}', ['template.anchorRole']],
    ['{{ALIAS 甲}}', ['template.aliasForm']],
    ['{{*没有}}', ['template.unknownAlias']],
    ['{{SEAL 甲方}}{{SEAL 甲方}}', ['template.anchorTwice']],
    ['{{IF a}}x', ['template.unclosedBlock']],
    ['x{{END-IF}}', ['template.endWithoutBlock']],
    ['{{ELSE}}', ['template.endWithoutBlock']],
    ['{{FOR 项 IN 合同.明细}}{{END-FOR 他}}', ['template.blocksCrossed']],
    ['{{FOR 项 IN 合同.明细}}{{IF a}}{{END-FOR 项}}{{END-IF}}', ['template.blocksCrossed']],
    ['{{IF a}}{{END-FOR 项}}', ['template.blocksCrossed']],
    ['{{FOR 货 IN 货单}}{{货.名}}{{END-FOR 货}}', ['template.unknownList']],
    ['{{FOR 项 IN 合同.明细}}{{项.颜色}}{{END-FOR 项}}', ['template.unknownColumn']],
    ['{{FOR 项 IN 合同.明细}}{{项.名称}}{{END-FOR 项}}{{项.名称}}', ['template.variableOutsideLoop']],
  ])('%s: %j', async (text, expected) => {
    expect(await codes(p(text))).toEqual(expected)
  })

  it('says of every problem where it stands', async () => {
    const { problems, usable } = await checkTemplate(
      docxOf(p('甲。') + p('第一句。第二句{{名 | 美化}}完。第三句。'), { footer: p('{{EXEC x}}') }),
    )
    expect(usable).toBe(false)
    expect(problems).toMatchObject([
      { severity: 'error', part: 'word/document.xml', page: 1, sentence: '第二句{{名 | 美化}}完。' },
      { severity: 'error', part: 'word/footer1.xml', sentence: '{{EXEC x}}' },
    ])
  })

  it.each([
    [
      'begins in the middle of a paragraph and ends in another',
      p('a{{IF x}}b') + p('c') + p('{{END-IF}}'),
      'template.blockInsideParagraph',
    ],
    ['ends in the middle of a paragraph', p('{{IF x}}') + p('b{{END-IF}}c'), 'template.blockInsideParagraph'],
    [
      'begins before a table and ends in it',
      p('{{IF x}}') + table(row('a'), row('b{{END-IF}}')),
      'template.blockAcrossTable',
    ],
    ['has an ELSE between cells', table(row('{{IF x}}a', '{{ELSE}}b', 'c{{END-IF}}')), 'template.blocksInRow'],
    [
      'stands twice in one row',
      table(row('{{IF x}}a', 'b{{END-IF}}', '{{IF y}}c', 'd{{END-IF}}')),
      'template.blocksInRow',
    ],
    [
      'begins in a text box only',
      p(`<w:r><w:pict><w:txbxContent>${p('{{IF x}}')}</w:txbxContent></w:pict></w:r>`),
      'template.unclosedBlock',
    ],
  ])('tells of a block that %s', async (_, body, code) => {
    expect(await codes(body)).toContain(code)
  })

  it('tells of braces where nothing is filled, and where Word fills anew', async () => {
    const fieldCode = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF {{a}}</w:instrText></w:r>'
    const result =
      '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{{b}}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    expect(await codes(p(fieldCode, result, '{{c}}'))).toEqual([
      'template.commandInField',
      'template.commandInFieldResult',
    ])
    expect(await codes(p('<w:r><w:drawing><a:t>{{a}}</a:t></w:drawing></w:r>'))).toEqual(['template.commandInDrawing'])
    expect(await codes(p('{{名', '<w:r><w:drawing/></w:r>', '}}'))).toEqual(['template.objectInCommand'])
  })

  it('tells of pictures that are linked, missing or damaged', async () => {
    const link = (id: string, target: string, mode = '') =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}"${mode}/>`
    const files = {
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${link('a', 'http://x.example/a.png', ' TargetMode="External"')}${link('b', 'media/none.png')}${link('c', 'media/bad.png')}</Relationships>`,
      'word/media/bad.png': 'no picture',
    }
    expect(await codes(p('{{名}}'), { files })).toEqual([
      'template.linkedImage',
      'template.brokenImage',
      'template.brokenImage',
    ])
  })

  it('warns of a template without fields', async () => {
    expect(await codes(p('合同'))).toEqual(['template.noFields'])
  })

  it('keeps blocks in cells apart from those over rows', async () => {
    expect(await codes(table(row(cell('{{IF x}}', 'a', '{{END-IF}}'), '{{IF y}}b{{END-IF}}')))).toEqual([])
  })
})

describe('hostile templates', () => {
  const xs = '<w:r><w:t>x</w:t></w:r>'.repeat(50_000)
  it.each([
    ['open braces', p('{{'.repeat(100_000)), 'template.unclosedBraces'],
    ['closed braces', p('}}'.repeat(100_000)), 'template.unopenedBraces'],
    ['full-width braces', p('｛｛'.repeat(100_000)), 'template.fullWidthBraces'],
    ['single braces', p('{=a}'.repeat(100_000)), 'template.singleBraces'],
    ['a long command', p(`{{${'a+'.repeat(200_000)}}}`), 'template.expressionTooLong'],
    ['ends without beginnings', p('{{END-IF}}').repeat(5000), 'template.endWithoutBlock'],
    [
      'runs between the halves of a block',
      `<w:p>${xs}<w:r><w:t>{{IF a}}</w:t></w:r></w:p>${p('b')}`,
      'template.unclosedBlock',
    ],
    [
      'many mistakes',
      Array.from({ length: 3000 }, (_, i) => p(`{{a${i} | b${i}}}`)).join(''),
      'template.unknownFormatter',
    ],
  ])('are told of %s, a bounded number of times', async (_, body, code) => {
    const { problems, usable } = await checkTemplate(docxOf(body))
    expect(usable).toBe(false)
    expect(problems.map((problem) => problem.code)).toContain(code)
    expect(problems.length).toBeLessThanOrEqual(1000)
  })

  it.each([
    ['in one paragraph', p(`${'{{IF a}}'.repeat(5000)}x${'{{END-IF}}'.repeat(5000)}`)],
    ['over paragraphs', p('{{IF a}}').repeat(60) + p('x') + p('{{END-IF}}').repeat(60)],
    [
      'through tables',
      Array.from({ length: 60 }).reduce<string>(
        (inside) => table(row(cell(`${p('{{IF a}}')}${inside}${p('{{END-IF}}')}`))),
        p('x'),
      ),
    ],
  ])('are refused when blocks nest without end %s', async (_, body) => {
    await expect(checkTemplate(docxOf(body))).rejects.toMatchObject({ code: 'template.blocksTooDeep' })
  })

  it('are refused with more commands than a contract has', async () => {
    await expect(checkTemplate(docxOf(p('{{a}}'.repeat(20_001))))).rejects.toMatchObject({
      code: 'template.tooManyCommands',
    })
  })
})

describe('templates that we have', () => {
  const folder = new URL('../../../assets/templates/', import.meta.url)
  it.each(readdirSync(folder).filter((name) => name.endsWith('.docx')))('%s has no problem', async (name) => {
    const check = await checkTemplate(readFileSync(new URL(name, folder)))
    expect(check.problems).toEqual([])
    expect(check.anchors).toHaveLength(4)
  })
})
