import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { tool } from '../../../test/support/tools.ts'
import { Refusal } from '../../../src-shared/kernel/refusal.ts'
import type { DocxLimits } from './limits.ts'
import { openDocx } from './open-docx.ts'
import { writeZip } from './write-zip.ts'
import { textOf } from './xml.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const TYPES = utf8(
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
)
const rels = (items: string) =>
  utf8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items}</Relationships>`)
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const ROOT = rels(`<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`)
const documentXml = (text: string) =>
  utf8(
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
  )
const parts = (more: [string, Uint8Array][] = []): [string, Uint8Array][] => [
  ['[Content_Types].xml', TYPES],
  ['_rels/.rels', ROOT],
  ['word/document.xml', documentXml('合同')],
  ...more,
]

async function refusal(bytes: Uint8Array, limits: Partial<DocxLimits> = {}): Promise<{ code: string; params: object }> {
  try {
    await openDocx(bytes, limits)
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, params: error.params }
    throw error
  }
  throw new Error('was not refused')
}

interface Forged {
  name: string
  localName?: string
  data: Uint8Array
  method?: number
  flags?: number
  size?: number
  packed?: Uint8Array
  crc?: number
  /** Points at an earlier entry's bytes. */
  sameAs?: number
}

/** A zip whose headers say what we want them to say. */
function forgeZip(entries: Forged[], count = entries.length): Uint8Array {
  const chunks: Buffer[] = []
  const offsets: number[] = []
  const central: Buffer[] = []
  let at = 0
  for (const e of entries) {
    const packed = Buffer.from(e.packed ?? (e.method === 0 ? e.data : deflateRawSync(e.data)))
    const fields = (header: Buffer, from: number, name: Buffer) => {
      header.writeUInt16LE(20, from)
      header.writeUInt16LE(e.flags ?? 0x800, from + 2)
      header.writeUInt16LE(e.method ?? 8, from + 4)
      header.writeUInt32LE(e.crc ?? crc32(e.data), from + 10)
      header.writeUInt32LE(packed.length, from + 14)
      header.writeUInt32LE(e.size ?? e.data.length, from + 18)
      header.writeUInt16LE(name.length, from + 22)
    }
    const name = Buffer.from(e.name)
    const localName = Buffer.from(e.localName ?? e.name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    fields(local, 4, localName)
    offsets.push(e.sameAs === undefined ? at : offsets[e.sameAs]!)
    const header = Buffer.alloc(46)
    header.writeUInt32LE(0x02014b50, 0)
    fields(header, 6, name)
    header.writeUInt32LE(offsets.at(-1)!, 42)
    central.push(header, name)
    if (e.sameAs === undefined) {
      chunks.push(local, localName, packed)
      at += 30 + localName.length + packed.length
    }
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(Buffer.concat(central).length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...chunks, ...central, end]))
}
const forged = (more: Forged[]) => forgeZip([...parts().map(([name, data]) => ({ name, data })), ...more])

/** An OLE container with one directory entry, as Word 97 and encrypted files have. */
function ole(stream: string): Uint8Array {
  const bytes = Buffer.alloc(2048)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  Buffer.from('Root Entry\0', 'utf16le').copy(bytes, 1024)
  Buffer.from(`${stream}\0`, 'utf16le').copy(bytes, 1152)
  return bytes
}

describe('opening a .docx', () => {
  it('gives parts, parsed XML and relationships', async () => {
    const items = `<Relationship Id="rId1" Type="${OFFICE}/image" Target="media/a.png"/><Relationship Id="rId2" Type="${OFFICE}/header" Target="/word/Header1.xml"/><Relationship Id="rId3" Type="${OFFICE}/hyperlink" Target="https://qidan.example/?a=1" TargetMode="External"/><Relationship Id="rId4" Type="${OFFICE}/customXml" Target="../../../../etc/passwd"/>`
    const docx = await openDocx(
      writeZip(
        parts([
          ['word/_rels/document.xml.rels', rels(items)],
          ['word/header1.xml', documentXml('页眉')],
          ['word/media/a.png', utf8('png')],
        ]),
      ),
    )
    expect(docx.mainPart).toBe('word/document.xml')
    expect(docx.names()).toContain('word/media/a.png')
    expect(textOf(docx.xml(docx.mainPart)!)).toBe('合同')
    expect(docx.xml(docx.mainPart)).toBe(docx.xml('Word/Document.xml'))
    expect(docx.part('word/none.xml')).toBeUndefined()
    expect(docx.xml('word/none.xml')).toBeUndefined()
    expect(docx.contentType('word/document.xml')).toMatch(/wordprocessingml\.document\.main/)
    expect([...docx.relationships(docx.mainPart)].map(([id, r]) => [id, r.target, r.external])).toEqual([
      ['rId1', 'word/media/a.png', false],
      ['rId2', 'word/header1.xml', false],
      ['rId3', 'https://qidan.example/?a=1', true],
      ['rId4', 'etc/passwd', false],
    ])
    expect(docx.relationships('word/header1.xml').size).toBe(0)
  })

  it('writes zips that are the same bytes each time and that others read', async () => {
    const files = parts([['word/media/图.png', utf8('x'.repeat(100))]])
    const zip = writeZip(files)
    expect(writeZip(files)).toEqual(zip)
    expect((await openDocx(zip)).names()).toEqual(files.map(([name]) => name))
  })
})

const infoZip = tool('unzip')
describe.runIf(infoZip)('Info-ZIP', () => {
  it('finds our zips sound', () => {
    const folder = mkdtempSync(join(tmpdir(), 'qidan-zip-'))
    writeFileSync(join(folder, 'a.zip'), writeZip(parts()))
    expect(execFileSync(infoZip!, ['-t', join(folder, 'a.zip')], { encoding: 'utf8' })).toContain('No errors')
    rmSync(folder, { recursive: true })
  })
})

describe('files that are no .docx', () => {
  it.each([
    ['nothing', new Uint8Array(), { kind: 'empty', bytes: 0 }],
    ['a PDF', utf8('%PDF-1.7\n'), { kind: 'pdf' }],
    ['rich text', utf8('{\\rtf1 }'), { kind: 'rtf' }],
    ['a web page', utf8('<!DOCTYPE html><html>'), { kind: 'html' }],
    ['Word 2003 XML', utf8('<?xml version="1.0"?><w:wordDocument/>'), { kind: 'xml' }],
    ['noise', utf8('hello'), { kind: 'unknown' }],
  ])('names %s', async (_, bytes, params) => {
    expect(await refusal(bytes)).toMatchObject({ code: 'document.notZip', params })
  })

  it('tells an old .doc from a password-protected .docx', async () => {
    expect(await refusal(ole('WordDocument'))).toEqual({ code: 'document.oldWordFormat', params: { kind: 'doc' } })
    expect(await refusal(ole('Workbook'))).toEqual({ code: 'document.oldWordFormat', params: { kind: 'xls' } })
    expect(await refusal(ole('EncryptedPackage'))).toEqual({ code: 'document.encrypted', params: { kind: 'password' } })
  })

  it('says that a workbook or a bare zip has no document', async () => {
    const types = utf8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    )
    const root = rels(`<Relationship Id="a" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`)
    const noMain = 'document.noMainPart'
    expect(
      await refusal(
        writeZip([
          ['[Content_Types].xml', types],
          ['_rels/.rels', root],
          ['xl/workbook.xml', utf8('<a/>')],
        ]),
      ),
    ).toMatchObject({ code: noMain, params: { found: 'spreadsheet' } })
    expect(await refusal(writeZip([['a.txt', utf8('x')]]))).toMatchObject({ code: noMain })
    expect(await refusal(writeZip([]))).toMatchObject({ code: noMain, params: { found: 'empty' } })
    expect(await refusal(writeZip([parts()[0]!]))).toMatchObject({ code: noMain })
    expect(await refusal(writeZip(parts().slice(0, 2)))).toMatchObject({ code: noMain, params: { found: 'missing' } })
    expect(await refusal(writeZip([...parts().slice(0, 2), ['word/document.xml', utf8('<html/>')]]))).toMatchObject({
      code: noMain,
      params: { found: 'html' },
    })
  })
})

const blanks = (mb: number) => Buffer.alloc(mb * 2 ** 20)
const refusalCode = (error: unknown) => (error instanceof Refusal ? error.code : 'a bug')

describe('hostile files', () => {
  it('answers a file cut anywhere with a refusal', async () => {
    const whole = writeZip(parts([['word/media/a.png', utf8('x'.repeat(300))]]))
    const codes = new Set<string>()
    for (let length = 4; length < whole.length; length += 7) codes.add((await refusal(whole.slice(0, length))).code)
    expect([...codes]).toEqual(['document.truncated'])
  })

  it('answers any flipped byte with a refusal or the same text', async () => {
    const whole = writeZip(parts())
    for (let at = 4; at < whole.length; at += 3) {
      const bent = whole.slice()
      bent[at]! ^= 0xff
      const answer = await openDocx(bent).then((docx) => textOf(docx.xml(docx.mainPart)!), refusalCode)
      expect(answer).toMatch(/^(合同|document\..+)$/)
    }
  })

  it('stops a bomb by ratio, by part, by total and by count', async () => {
    const tooLarge = 'document.tooLarge'
    expect(await refusal(writeZip(parts([['word/a.bin', blanks(20)]]), 9))).toMatchObject({
      code: tooLarge,
      params: { what: 'ratio', name: 'word/a.bin' },
    })
    expect(await refusal(writeZip(parts([['word/a.bin', blanks(65)]])))).toMatchObject({
      code: tooLarge,
      params: { what: 'part' },
    })
    const seven = Array.from({ length: 15 }, (_, i): [string, Uint8Array] => [`word/${i}.bin`, blanks(7)])
    expect(await refusal(writeZip(parts(seven)))).toMatchObject({ code: tooLarge, params: { what: 'total' } })
    const many = Array.from({ length: 4001 }, (_, i): [string, Uint8Array] => [`word/${i}`, new Uint8Array()])
    expect(await refusal(writeZip(parts(many)))).toMatchObject({ code: tooLarge, params: { what: 'entries' } })
    expect(await refusal(blanks(65))).toMatchObject({ code: tooLarge, params: { what: 'file' } })
  })

  it('does not believe declared sizes', async () => {
    const data = Buffer.alloc(60 * 2 ** 20)
    expect(await refusal(forged([{ name: 'word/a.bin', data, size: 10 }]))).toMatchObject({
      code: 'document.tooLarge',
      params: { what: 'forged', name: 'word/a.bin', declared: 10 },
    })
    expect(await refusal(forged([{ name: 'word/a.bin', data: utf8('abc'), size: 10 }]))).toMatchObject({
      code: 'document.damaged',
      params: { declared: 10, bytes: 3 },
    })
  })

  it('refuses entries that share bytes, as the strongest bombs do', async () => {
    const data = Buffer.alloc(1000)
    const entries: Forged[] = [
      { name: 'word/a.bin', data },
      { name: 'word/b.bin', localName: 'word/a.bin', data, sameAs: 3 },
    ]
    expect((await refusal(forged(entries))).code).toMatch(/document\.(badPath|tooLarge)/)
    expect(
      await refusal(
        forged([
          { name: 'word/a.bin', data },
          { name: 'word/A.bin', data, sameAs: 3 },
        ]),
      ),
    ).toMatchObject({
      code: 'document.badPath',
    })
    // A stored entry that holds another entry whole, so that both local headers are right.
    const inner = Buffer.from(forgeZip([{ name: 'b', data }]))
    const outer = forgeZip([{ name: 'a', data: inner, method: 0 }])
    const two = Buffer.from(
      forgeZip([
        { name: 'a', data: inner, method: 0 },
        { name: 'b', data, sameAs: 0 },
      ]),
    )
    // The second entry's header begins after the first one's: 30 bytes and its name.
    two.writeUInt32LE(31, two.length - 22 - 47 + 42)
    expect(two.length).toBeGreaterThan(outer.length)
    expect(await refusal(two)).toMatchObject({
      code: 'document.tooLarge',
      params: { what: 'overlap', name: 'b', other: 'a' },
    })
  })

  it.each([
    ['../evil.xml', 'parent'],
    ['word/../../evil.xml', 'parent'],
    ['/etc/passwd', 'absolute'],
    ['C:/windows/evil.dll', 'absolute'],
    ['word\\evil.xml', 'backslash'],
    ['word/a\u0000.xml', 'control'],
    ['WORD/document.xml', 'duplicate'],
    ['', 'length'],
  ])('refuses the name %j', async (name, reason) => {
    expect(await refusal(forged([{ name, data: utf8('x') }]))).toMatchObject({
      code: 'document.badPath',
      params: { reason },
    })
  })

  it('refuses a name that differs between the two headers', async () => {
    expect(await refusal(forged([{ name: 'word/a.xml', localName: 'word/b.xml', data: utf8('x') }]))).toMatchObject({
      code: 'document.badPath',
      params: { reason: 'mismatch', name: 'word/a.xml', other: 'word/b.xml' },
    })
  })

  it('refuses encrypted entries, unknown methods, wrong checksums and broken deflate', async () => {
    const data = utf8('x')
    expect(await refusal(forged([{ name: 'a', data, flags: 1 }]))).toMatchObject({ code: 'document.encrypted' })
    expect(await refusal(forged([{ name: 'a', data, flags: 0x41 }]))).toMatchObject({ code: 'document.encrypted' })
    expect(await refusal(forged([{ name: 'a', data, method: 12 }]))).toMatchObject({ code: 'document.damaged' })
    expect(await refusal(forged([{ name: 'a', data, crc: 7 }]))).toMatchObject({
      code: 'document.damaged',
      params: { message: 'crc' },
    })
    expect(await refusal(forged([{ name: 'a', data, packed: utf8('\u0007\u0007') }]))).toMatchObject({
      code: 'document.damaged',
    })
    expect((await refusal(forgeZip([{ name: 'a', data }], 9))).code).toMatch(/document\.(truncated|damaged)/)
  })

  it('refuses bad XML when the part is asked for, with its name', async () => {
    const docx = await openDocx(
      writeZip(
        parts([
          ['word/styles.xml', utf8('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')],
          ['word/footnotes.xml', utf8('<a>')],
        ]),
      ),
    )
    expect(() => docx.xml('word/styles.xml')).toThrow(/document\.entity.*word\/styles\.xml/)
    expect(() => docx.xml('word/footnotes.xml')).toThrow(/document\.badXml.*word\/footnotes\.xml/)
  })

  it('counts the nodes of all parts together', async () => {
    const many = utf8(`<a>${'<a/>'.repeat(3000)}</a>`)
    const docx = await openDocx(
      writeZip(
        parts([
          ['word/a.xml', many],
          ['word/b.xml', many],
        ]),
      ),
      { maxNodes: 5000 },
    )
    expect(docx.xml('word/a.xml')?.name).toBe('a')
    expect(() => docx.xml('word/b.xml')).toThrow(/document\.tooLarge.*word\/b\.xml/)
  })
})
