import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { zipSync, strToU8 } from 'fflate'
import { qidan, scratch } from '../support/qidan.ts'
import { tool } from '../support/tools.ts'

const repository = join(import.meta.dirname, '..', '..')
const template = join(repository, 'assets', 'templates', 'sales-contract.docx')
const data = join(repository, 'assets', 'sample', 'sales-contract.json')
const filled = join(repository, 'test', 'golden', 'filled-contract.docx')

/** A .docx with this text as its document part. */
function docx(document: string): Uint8Array {
  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
  const links =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
  return zipSync({
    '[Content_Types].xml': strToU8(types),
    '_rels/.rels': strToU8(links),
    'word/document.xml': strToU8(document),
  })
}
const word = (body: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

describe('qidan convert', () => {
  it('makes a PDF of a Word file', async () => {
    const out = join(scratch(), 'made.pdf')
    const { code, stdout } = await qidan(['convert', filled, '--out', out, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ out, pages: 4 })
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('never writes over its source', async () => {
    const file = join(scratch(), 'contract.docx')
    copyFileSync(filled, file)
    const { code, stderr } = await qidan(['convert', file, '--out', file])
    expect(code).toBe(2)
    expect(stderr).toContain('would be written over')
    expect(readFileSync(file).equals(readFileSync(filled))).toBe(true)
  })

  it('says which file is not there, and where it cannot write', async () => {
    const dir = scratch()
    const missing = await qidan(['convert', join(dir, 'none.docx'), '--out', join(dir, 'a.pdf')])
    expect(missing).toMatchObject({ code: 1, stdout: '' })
    expect(missing.stderr).toContain('找不到')
    const folder = await qidan(['convert', filled, '--out', join(dir, 'no', 'such', 'a.pdf')])
    expect(folder.code).toBe(1)
    expect(folder.stderr).toContain('找不到')
  })

  it('leaves no half file where the disk is full', async () => {
    const dir = scratch()
    const { code, stderr } = await qidan(['convert', filled, '--out', join(dir, 'a.pdf')], { fileLimit: 8 })
    expect(code).toBe(1)
    expect(stderr).toContain('没有留下半个文件')
    expect(readdirSync(dir)).toEqual([])
  })

  it('gives a refusal as JSON with --json', async () => {
    const file = join(scratch(), 'a.docx')
    writeFileSync(file, 'no zip')
    const { code, stdout, stderr } = await qidan(['convert', file, '--out', `${file}.pdf`, '--json'])
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ code: 'document.notZip', message: expect.stringContaining('.docx') })
  })
})

const hostile: [name: string, make: (file: string) => void, says: RegExp][] = [
  ['a zip bomb', (file) => writeFileSync(file, docx(word(paragraph(' '.repeat(90 * 2 ** 20))))), /压缩炸弹|上限/],
  [
    'a truncated file',
    (file) => {
      copyFileSync(filled, file)
      truncateSync(file, 20_000)
    },
    /不完整|损坏/,
  ],
  ['something that is no zip', (file) => writeFileSync(file, 'hello'.repeat(100)), /不是 Word/],
  [
    'a renamed .doc',
    (file) => writeFileSync(file, Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)])),
    /旧版/,
  ],
  [
    'external entities',
    (file) =>
      writeFileSync(file, docx(`<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>${word(paragraph('&x;'))}`)),
    /外部实体/,
  ],
  [
    '10 000 levels',
    (file) => writeFileSync(file, docx(word('<w:tbl>'.repeat(10_000) + '</w:tbl>'.repeat(10_000)))),
    /嵌套/,
  ],
  [
    'more text than can be set in the time',
    (file) =>
      writeFileSync(
        file,
        docx(
          word(
            Array.from({ length: 60_000 }, (_, i) =>
              paragraph(`第 ${i} 条 双方同意按本合同约定履行各自义务，`.repeat(5)),
            ).join(''),
          ),
        ),
      ),
    /秒|内存|页|过多|过大/,
  ],
]

describe('a hostile Word file', () => {
  it.each(hostile)('with %s gets an answer in words, and nothing is written', async (_, make, says) => {
    const dir = scratch()
    const file = join(dir, 'hostile.docx')
    make(file)
    for (const args of [['convert', file, '--out', join(dir, 'out.pdf')]]) {
      const { code, stderr } = await qidan(args)
      expect(code).toBe(1)
      expect(stderr).toMatch(says)
      expect(stderr).not.toMatch(/\n\s+at /)
    }
    expect(readdirSync(dir)).toEqual(['hostile.docx'])
  })
})

describe('qidan template check', () => {
  it('lists what our own template asks for and calls it usable', async () => {
    const { code, stdout } = await qidan(['template', 'check', template])
    expect(code).toBe(0)
    expect(stdout).toContain('合同.总金额')
    expect(stdout).toContain('模板可以使用')
  })

  it.each([
    ['an unclosed loop', paragraph('{{FOR 明细 IN 合同.明细}}') + paragraph('{{明细.名称}}'), '没有结束'],
    ['an unknown formatter', paragraph('{{合同.编号 | 没有}}'), '没有名为“没有”的格式'],
    ['code', paragraph('{{this.constructor.constructor("return process")()}}'), '程序代码'],
    ['braces over two paragraphs', paragraph('{{合同.编号') + paragraph('}}'), '花括号没有结束'],
  ])('says page and sentence of %s, with exit code 1', async (_, body, says) => {
    const file = join(scratch(), 'template.docx')
    writeFileSync(file, docx(word(body)))
    const { code, stdout } = await qidan(['template', 'check', file])
    expect(code).toBe(1)
    expect(stdout).toContain('第 1 页')
    expect(stdout).toContain(says)
    const { stdout: json } = await qidan(['template', 'check', file, '--json'])
    expect(JSON.parse(json)).toMatchObject({ usable: false })
  })
})

describe('qidan render', () => {
  it('fills a template and keeps the .docx, too', async () => {
    const dir = scratch()
    const args = ['render', template, '--data', data, '--out', join(dir, 'a.pdf'), '--docx', join(dir, 'a.docx')]
    const { code, stderr } = await qidan(args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(readdirSync(dir).toSorted()).toEqual(['a.docx', 'a.pdf'])
  })

  it('names every field that the data lack, and writes nothing', async () => {
    const dir = scratch()
    const given = JSON.parse(readFileSync(data, 'utf8')) as { 合同: Record<string, unknown> }
    delete given.合同.签订地点
    given.合同.签订日期 = '不是日期'
    writeFileSync(join(dir, 'data.json'), JSON.stringify(given))
    const { code, stderr } = await qidan([
      'render',
      template,
      '--data',
      join(dir, 'data.json'),
      '--out',
      join(dir, 'a.pdf'),
    ])
    expect(code).toBe(1)
    expect(stderr).toContain('合同.签订地点')
    expect(stderr).toContain('不是日期')
    expect(readdirSync(dir)).toEqual(['data.json'])
  })

  it('says where the data are no JSON', async () => {
    const dir = scratch()
    writeFileSync(join(dir, 'data.json'), '{\n  "合同": {,}\n}')
    const { code, stderr } = await qidan([
      'render',
      template,
      '--data',
      join(dir, 'data.json'),
      '--out',
      join(dir, 'a.pdf'),
    ])
    expect(code).toBe(1)
    expect(stderr).toContain('第 2 行')
  })
})

describe('sealing, signing and verifying', () => {
  it('goes from a Word file to two signatures, and notices what was changed afterwards', async () => {
    const dir = scratch()
    const at = (name: string) => join(dir, name)
    const secret = { env: { QIDAN_P12_PASSWORD: 'certificate-password' } }
    expect((await qidan(['convert', filled, '--out', at('plain.pdf')])).code).toBe(0)
    const unsigned = await qidan(['verify', at('plain.pdf')])
    expect(unsigned).toMatchObject({ code: 1, stdout: '文件没有电子签名\n' })

    const seal = [
      'seal',
      at('plain.pdf'),
      '--out',
      at('sealed.pdf'),
      '--company',
      '上海契单科技有限公司',
      '--cross-page',
    ]
    expect((await qidan(seal)).code).toBe(0)
    const first = [
      'sign',
      at('sealed.pdf'),
      '--out',
      at('one.pdf'),
      '--make-p12',
      at('a.p12'),
      '--company',
      '上海契单科技有限公司',
    ]
    expect((await qidan(first, secret)).code).toBe(0)
    expect((await qidan(['sign', at('one.pdf'), '--out', at('two.pdf'), '--p12', at('a.p12')], secret)).code).toBe(0)

    const sound = await qidan(['verify', at('two.pdf'), '--json'])
    expect(sound.code).toBe(0)
    expect(JSON.parse(sound.stdout)).toMatchObject({
      verdict: 'intact',
      signatures: [{ cmsValid: true }, { cmsValid: true }],
    })

    const changed = readFileSync(at('two.pdf'))
    changed[2000]! ^= 1
    writeFileSync(at('changed.pdf'), changed)
    const modified = await qidan(['verify', at('changed.pdf')])
    expect(modified.code).toBe(1)
    expect(modified.stdout).toMatch(/改动|无效/)

    const wrong = await qidan(['sign', at('one.pdf'), '--out', at('x.pdf'), '--p12', at('a.p12')], {
      env: { QIDAN_P12_PASSWORD: 'other' },
    })
    expect(wrong).toMatchObject({ code: 1 })
    expect(wrong.stderr).toContain('证书口令不正确')
    const late = await qidan(['seal', at('two.pdf'), '--out', at('x.pdf'), '--company', '上海契单科技有限公司'])
    expect(late.stderr).toContain('已经签名')
    expect(existsSync(at('x.pdf'))).toBe(false)

    const pdfsig = tool('pdfsig')
    const said = pdfsig === undefined ? '' : execFileSync(pdfsig, [at('two.pdf')], { encoding: 'utf8' })
    expect(said === '' || said.match(/Signature is Valid/g)?.length === 2).toBe(true)
  })

  it('says where a text for the seal is not in the document', async () => {
    const out = join(scratch(), 'a.pdf')
    await qidan(['convert', filled, '--out', out])
    const { code, stderr } = await qidan([
      'seal',
      out,
      '--out',
      `${out}.sealed.pdf`,
      '--company',
      '上海契单科技有限公司',
      '--at',
      '丁方盖章处',
    ])
    expect(code).toBe(1)
    expect(stderr).toContain('丁方盖章处')
  })

  it('calls what is no PDF unreadable', async () => {
    const file = join(scratch(), 'a.pdf')
    writeFileSync(file, 'hello')
    const { code, stderr } = await qidan(['verify', file])
    expect(code).toBe(1)
    expect(stderr).toContain('不是可以读取的 PDF')
  })
})
