import { describe, expect, it } from 'vitest'
import { cell, docxOf, outline, p, row, table } from '../../../test/support/docx-of.ts'
import type { TemplateData } from '../../../src-shared/contracts/template-data.ts'
import { fillTemplate, type FillOptions } from './fill-template.ts'

const data: TemplateData = {
  真的: true,
  假的: false,
  名: '甲公司',
  数: 3,
  空: null,
  合同: { 编号: 'HT-1', 总金额: '200000.00' },
  列: [
    { 名: '泵', 子: [1, 2], 有: true },
    { 名: '阀', 子: [], 有: false },
    { 名: '管', 子: [3], 有: true },
  ],
  无: [],
}

const filled = async (body: string, more: FillOptions = {}) =>
  outline((await fillTemplate(docxOf(body), data, more)).docx)

describe('filling fields', () => {
  it.each([
    ['{{名}}', '甲公司'],
    ['A{{ 名 }}B{{名}}C', 'A甲公司B甲公司C'],
    ['{{INS 名}}{{=名}}', '甲公司甲公司'],
    ['{{合同.总金额 | 大写}}', '人民币贰拾万元整'],
    ['{{ALIAS 号 合同.编号}}{{*号}}/{{号}}', 'HT-1/HT-1'],
  ])('%s is %s', async (text, expected) => {
    expect(await filled(p(text))).toBe(`<p>${expected}</p>`)
  })

  it('finds braces that Word has split over runs, with marks in between', async () => {
    const body = p(
      '前{',
      '{',
      '名',
      '}',
      '<w:bookmarkStart w:id="1" w:name="x"/>',
      '}后{{合同',
      '<w:proofErr w:type="spellStart"/>',
      '.编号}',
      '}',
    )
    expect(await filled(body)).toBe(
      '<p>前甲公司<bookmarkStart id="1" name="x"/>后HT-1<proofErr type="spellStart"/></p>',
    )
  })

  it('keeps the format of the run in which the braces begin', async () => {
    const docx = await fillTemplate(
      docxOf(
        '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>甲：{{</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>名}}乙</w:t></w:r></w:p>',
      ),
      data,
    )
    expect(
      new TextDecoder().decode(
        (await import('../docx/open-docx.ts').then(({ openDocx }) => openDocx(docx.docx))).part('word/document.xml'),
      ),
    ).toContain(
      '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">甲：甲公司</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">乙</w:t></w:r></w:p>',
    )
  })

  it('copies what no command touches letter by letter', async () => {
    const odd = '<w:p w14:paraId="0A" ><!-- 注 --><w:r><w:t xml:space=\'preserve\'> a &#x4E00; </w:t></w:r></w:p >'
    expect(await filled(`${odd}${p('{{名}}')}`)).toBe(`<p w14:paraId="0A" ><!-- 注 --> a &#x4E00; </p ><p>甲公司</p>`)
  })

  it('writes line ends and tabs of the data as Word does', async () => {
    const { docx } = await fillTemplate(docxOf(p('{{名}}')), { 名: 'a\r\nb\tc' })
    expect(await outline(docx)).toBe('<p>a<br/>b<tab/>c</p>')
  })
})

describe('conditions', () => {
  it.each([
    ['a{{IF 真的}}b{{END-IF}}c', 'abc'],
    ['a{{IF 假的}}b{{END-IF}}c', 'ac'],
    ['a{{IF 假的}}b{{ELSE}}c{{END-IF}}d', 'acd'],
    ['{{if 数 > 5}}多{{else if 数 > 2}}中{{else}}少{{end-if}}。', '中。'],
    ['a{{IF 真的}}b{{IF 假的}}c{{ELSE}}d{{END-IF}}e{{END–IF}}f', 'abdef'],
    ['{{IF 真的}}a{{END-IF}}{{IF 假的}}b{{END-IF}}c', 'ac'],
    ['{{IF 没有 | 默认 否}}a{{ELSE}}b{{END-IF}}', 'b'],
  ])('%s is %s', async (text, expected) => {
    expect(await filled(p(text))).toBe(`<p>${expected}</p>`)
  })

  it('takes whole paragraphs when its words stand alone', async () => {
    const body = (name: string) =>
      p(`{{IF ${name}}}`) + p('第八条') + table(row('表')) + p('{{ELSE}}') + p('第九条') + p('{{END-IF}}') + p('后')
    expect(await filled(body('真的'))).toBe('<p>第八条</p><tbl><tr><tc><p>表</p></tc></tr></tbl><p>后</p>')
    expect(await filled(body('假的'))).toBe('<p>第九条</p><p>后</p>')
  })

  it('takes whole paragraphs when it begins at the start of one and ends at the end of another', async () => {
    const body = (name: string) => p('前') + p(`{{IF ${name}}}第八条`) + p('续。{{END-IF}}') + p('后')
    expect(await filled(body('真的'))).toBe('<p>前</p><p>第八条</p><p>续。</p><p>后</p>')
    expect(await filled(body('假的'))).toBe('<p>前</p><p>后</p>')
  })

  it('loses no text before its beginning or after its end', async () => {
    const body = (name: string) => p(`前{{IF ${name}}}`) + p('中') + p('{{END-IF}}后')
    expect(await filled(body('真的'))).toBe('<p>前</p><p>中</p><p>后</p>')
    expect(await filled(body('假的'))).toBe('<p>前</p><p>后</p>')
  })

  it('takes a paragraph away, number and all, when all of it is a condition that does not hold', async () => {
    const numbered = '<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>{{IF 假的}}条款{{END-IF}}</w:t></w:r></w:p>'
    expect(await filled(p('前') + numbered + p('后'))).toBe('<p>前</p><p>后</p>')
    expect(await filled(p('前') + numbered.replace('假的', '真的'))).toBe('<p>前</p><p><pPr><numPr/></pPr>条款</p>')
  })

  it('ends one and begins the next in one paragraph', async () => {
    const body = p('{{IF 真的}}') + p('一') + p('{{END-IF}}{{IF 假的}}') + p('二') + p('{{END-IF}}')
    expect(await filled(body)).toBe('<p>一</p>')
  })

  it('keeps section ends, page breaks and bookmarks of paragraphs it takes away', async () => {
    const section = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="1"/></w:sectPr></w:pPr><w:r><w:t>{{IF 假的}}</w:t></w:r></w:p>'
    expect(await filled(p('前') + section + p('中') + p('{{END-IF}}'))).toBe(
      '<p>前</p><p><pPr><sectPr><pgSz w="1"/></sectPr></pPr></p>',
    )
    const broken = p('{{IF 真的}}', '<w:r><w:br w:type="page"/></w:r>') + p('中') + p('{{END-IF}}')
    expect(await filled(broken)).toBe('<p><br type="page"/></p><p>中</p>')
    const marked =
      p('<w:bookmarkStart w:id="1" w:name="x"/>', '{{IF 假的}}') +
      p('中') +
      p('{{END-IF}}', '<w:bookmarkEnd w:id="1"/>') +
      p('后')
    expect(await filled(marked)).toBe('<bookmarkStart id="1" name="x"/><bookmarkEnd id="1"/><p>后</p>')
  })
})

describe('loops', () => {
  it.each([
    ['[{{FOR 项 IN 列}}{{项.名}},{{END-FOR 项}}]', '[泵,阀,管,]'],
    ['[{{FOR 项 IN 列}}{{$序号}}{{项.名}}{{IF 项.有}}有{{END-IF}};{{END-FOR}}]', '[1泵有;2阀;3管有;]'],
    [
      '{{FOR 甲 IN 列}}{{甲.名}}:{{FOR 乙 IN 甲.子}}{{乙}}{{$甲.名}} {{END-FOR 乙}}{{END-FOR 甲}}。',
      '泵:1泵 2泵 阀:管:3管 。',
    ],
    ['({{FOR 项 IN 无}}x{{END-FOR 项}})', '()'],
    ['({{FOR 项 IN 空}}x{{END-FOR 项}})', '()'],
  ])('%s is %s', async (text, expected) => {
    expect(await filled(p(text))).toBe(`<p>${expected}</p>`)
  })

  it('repeats paragraphs, loops in loops', async () => {
    const body =
      p('{{FOR 甲 IN 列}}') +
      p('{{甲.名}}') +
      p('{{FOR 乙 IN 甲.子}}') +
      p('·{{乙}}') +
      p('{{END-FOR 乙}}') +
      p('{{END-FOR 甲}}')
    expect(await filled(body)).toBe('<p>泵</p><p>·1</p><p>·2</p><p>阀</p><p>管</p><p>·3</p>')
  })

  it('does not stop at an empty item', async () => {
    const { docx } = await fillTemplate(docxOf(p('{{FOR 项 IN 列}}[{{项}}]{{END-FOR 项}}')), { 列: ['a', null, 'b'] })
    expect(await outline(docx)).toBe('<p>[a][][b]</p>')
  })

  const rows =
    '<tr><tc><p>泵</p></tc><tc><p>1</p></tc></tr><tr><tc><p>阀</p></tc><tc><p>2</p></tc></tr><tr><tc><p>管</p></tc><tc><p>3</p></tc></tr>'
  const head = '<tr><tc><p>名称</p></tc><tc><p>号</p></tc></tr>'
  it.each([
    ['in rows of their own', [row('{{FOR 项 IN 列}}', ''), row('{{项.名}}', '{{$序号}}'), row('{{END-FOR 项}}', '')]],
    ['in the first and last cell of the row', [row('{{FOR 项 IN 列}}{{项.名}}', '{{$序号}}{{END-FOR 项}}')]],
    [
      'in paragraphs of their own in the cells',
      [row(cell('{{FOR 项 IN 列}}', '{{项.名}}'), cell('{{$序号}}', '{{END-FOR 项}}'))],
    ],
  ])('repeats a table row with its words %s', async (_, body) => {
    expect(await filled(table(row('名称', '号'), ...body))).toBe(`<tbl>${head}${rows}</tbl>`)
  })

  it('repeats several rows and conditions in them', async () => {
    const body = table(
      row('{{FOR 项 IN 列}}{{项.名}}'),
      row('{{IF 项.有}}'),
      row('有货'),
      row('{{ELSE}}'),
      row('无货'),
      row('{{END-IF}}'),
      row('完{{END-FOR 项}}'),
    )
    const group = (name: string, has: string) =>
      [name, has, '完'].map((text) => `<tr><tc><p>${text}</p></tc></tr>`).join('')
    expect(await filled(body)).toBe(`<tbl>${group('泵', '有货')}${group('阀', '无货')}${group('管', '有货')}</tbl>`)
  })

  it('puts a condition around a row in a loop of rows', async () => {
    const body = table(row('{{FOR 项 IN 列}}{{IF 项.有}}{{项.名}}', 'x{{END-IF}}{{END-FOR 项}}'))
    expect(await filled(body)).toBe(
      '<tbl><tr><tc><p>泵</p></tc><tc><p>x</p></tc></tr><tr><tc><p>管</p></tc><tc><p>x</p></tc></tr></tbl>',
    )
  })

  it('leaves no table without rows and no cell without a paragraph', async () => {
    expect(await filled(table(row('{{FOR 项 IN 无}}'), row('{{项.名}}'), row('{{END-FOR 项}}')) + p('后'))).toBe(
      '<p>后</p>',
    )
    expect(await filled(table(row(cell('{{IF 假的}}', 'x', '{{END-IF}}'), '旁')))).toBe(
      '<tbl><tr><tc><p/></tc><tc><p>旁</p></tc></tr></tbl>',
    )
    const nested = table(row(cell(p('{{IF 真的}}') + table(row('内')) + p('{{END-IF}}'))))
    expect(await filled(nested)).toBe('<tbl><tr><tc><tbl><tr><tc><p>内</p></tc></tr></tbl><p/></tc></tr></tbl>')
  })

  it('keeps tables apart that would grow together', async () => {
    const apart = await filled(table(row('一')) + p('{{IF 假的}}') + p('x') + p('{{END-IF}}') + table(row('二')))
    expect(apart).toMatch(/<\/tbl><p><pPr>.*<\/pPr><\/p><tbl>/)
    expect(await filled(p('{{FOR 项 IN 列}}') + table(row('{{项.名}}')) + p('{{END-FOR 项}}'))).toMatch(
      /^(<tbl>(?:(?!<\/tbl>).)*<\/tbl>(<p>.*?<\/p>|$)){3}$/,
    )
    expect(await filled(table(row('{{名}}')) + table(row('二')))).not.toContain('spacing')
  })
})

describe('other places of a document', () => {
  it('fills headers, footers and notes', async () => {
    const template = docxOf(p('{{名}}'), {
      header: p('{{IF 假的}}') + p('x') + p('{{END-IF}}'),
      footer: p('编号{', '{合同.编号}}'),
      footnotes: `<w:footnote w:id="1">${p('注{{数}}')}</w:footnote>`,
    })
    const { docx } = await fillTemplate(template, data)
    expect(await outline(docx, 'word/header1.xml')).toBe('<p/>')
    expect(await outline(docx, 'word/footer1.xml')).toBe('<p>编号HT-1</p>')
    expect(await outline(docx, 'word/footnotes.xml')).toBe('<footnote id="1"><p>注3</p></footnote>')
  })

  it('fills text boxes, in their copy for old versions too, and keeps what they hang on', async () => {
    const box = (inside: string) => `<w:txbxContent>${inside}</w:txbxContent>`
    const shape = (inside: string) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box(inside)}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box(inside)}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const inside = p('{{IF 假的}}') + p('x') + p('{{END-IF}}')
    const outer = p(shape(inside))
    expect(await filled(outer)).toBe(
      '<p><mc:AlternateContent><mc:Choice Requires="wps"><drawing><txbxContent><p/></txbxContent></drawing></mc:Choice><mc:Fallback><pict><v:textbox><txbxContent><p/></txbxContent></v:textbox></pict></mc:Fallback></mc:AlternateContent></p>',
    )
    expect((await filled(p(shape(p('{{名}}'))))).match(/甲公司/g)).toHaveLength(2)
    expect(await filled(p('{{IF 真的}}', shape(p('框'))) + p('{{END-IF}}'))).toContain('框')
  })

  it('goes into hyperlinks, insertions and content controls', async () => {
    const inside = (open: string, close: string, text: string) => `${open}<w:r><w:t>${text}</w:t></w:r>${close}`
    expect(await filled(p(inside('<w:hyperlink w:anchor="x">', '</w:hyperlink>', 'a{{名}}')))).toBe(
      '<p><hyperlink anchor="x">a甲公司</hyperlink></p>',
    )
    const inserted = p(inside('<w:ins w:id="1" w:author="x">', '</w:ins>', 'a{{IF 假的}}b'), 'c{{END-IF}}d')
    expect(await filled(inserted)).toBe('<p><ins id="1" author="x">a</ins>d</p>')
    const control = `<w:sdt><w:sdtPr/><w:sdtContent>${p('{{FOR 项 IN 列}}') + p('{{项.名}}') + p('{{END-FOR 项}}')}</w:sdtContent></w:sdt>`
    expect(await filled(control)).toBe('<sdt><sdtPr/><sdtContent><p>泵</p><p>阀</p><p>管</p></sdtContent></sdt>')
  })

  it('leaves deleted text alone', async () => {
    const deleted = '<w:del w:id="1"><w:r><w:delText>{{没有}}</w:delText></w:r></w:del>'
    expect(await filled(p(deleted, '{{名}}'))).toContain('甲公司')
  })

  it('works where the part calls its namespace otherwise', async () => {
    const files = {
      'word/document.xml': `<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:q="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r><t>{{名}}{{SEAL 甲方}}</t></r></p></body></document>`,
    }
    const { docx } = await fillTemplate(docxOf('', { files }), { 名: 'a\nb' })
    const { openDocx } = await import('../docx/open-docx.ts')
    const opened = await openDocx(docx)
    expect(opened.xml('word/document.xml')!.name).toBe('w:document')
    expect(new TextDecoder().decode(opened.part('word/document.xml'))).toContain(
      '<t xml:space="preserve">a</t><br/><t xml:space="preserve">b</t>',
    )
  })

  it('reads templates in UTF-16 and writes them as UTF-8', async () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{{名}}</w:t></w:r></w:p></w:body></w:document>'
    const { docx } = await fillTemplate(
      docxOf('', { files: { 'word/document.xml': Buffer.from(`\ufeff${xml}`, 'utf16le') } }),
      data,
    )
    expect(await outline(docx)).toBe('<p>甲公司</p>')
  })
})

describe('places for seals and signatures', () => {
  it('are bookmarks without extent', async () => {
    const body = p('甲方（盖章）：{{SEAL 甲方}}', '{{SIGN 甲方}}日期') + p('{{SEAL 乙方}}')
    expect(await filled(body)).toBe(
      '<p>甲方（盖章）：<bookmarkStart id="1" name="qidan_seal_甲方"/><bookmarkEnd id="1"/>' +
        '<bookmarkStart id="2" name="qidan_sign_甲方"/><bookmarkEnd id="2"/>日期</p>' +
        '<p><bookmarkStart id="3" name="qidan_seal_乙方"/><bookmarkEnd id="3"/></p>',
    )
  })

  it('have numbers that the template does not use', async () => {
    expect(
      await filled(p('<w:bookmarkStart w:id="41" w:name="x"/>', '<w:bookmarkEnd w:id="41"/>', '{{SEAL 甲方}}')),
    ).toContain('id="42"')
  })
})
