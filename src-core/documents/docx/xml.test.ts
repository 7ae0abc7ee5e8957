import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../src-shared/kernel/refusal.ts'
import { attr, child, children, parseXml, textOf, walk } from './xml.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

function refusal(work: () => unknown): Refusal {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('was not refused')
}

describe('reading XML', () => {
  it('keeps every blank, joins CDATA to text and leaves comments out', () => {
    const root = parseXml(utf8('<a> x <b> </b>&amp;<![CDATA[<y>]]><!-- no --><?pi no?>\r\n</a>'))
    expect(root.children).toEqual([' x ', { name: 'b', attributes: {}, children: [' '] }, '&<y>\n'])
    expect(textOf(root)).toBe(' x  &<y>\n')
  })

  it('gives one prefix to a namespace, whatever the file calls it, strict OOXML too', () => {
    const transitional = parseXml(utf8(`<x:document xmlns:x="${W}"><x:body x:val="1" val="2"/></x:document>`))
    const strict = parseXml(
      utf8(
        '<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:q="http://purl.oclc.org/ooxml/wordprocessingml/main"><body q:val="1" val="2"/></document>',
      ),
    )
    const expected = {
      name: 'w:document',
      attributes: {},
      children: [{ name: 'w:body', attributes: { 'w:val': '1', val: '2' }, children: [] }],
    }
    expect(transitional).toEqual(expected)
    expect(strict).toEqual(expected)
  })

  it('does not take a foreign element for one of Word because of its prefix', () => {
    const root = parseXml(utf8(`<w:p xmlns:w="${W}"><w:r xmlns:w="urn:else"/><w:r/></w:p>`))
    expect(children(root).map((e) => e.name)).toEqual(['{urn:else}r', 'w:r'])
  })

  it('translates lists of prefixes', () => {
    const root = parseXml(
      utf8(
        `<w:document xmlns:w="${W}" xmlns:M="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:n="http://schemas.microsoft.com/office/word/2010/wordml" M:Ignorable="n zz"/>`,
      ),
    )
    expect(root.attributes).toEqual({ 'mc:Ignorable': 'w14 zz' })
  })

  it('reads UTF-16 by its byte order mark and UTF-8 with one', () => {
    const text = '<a>合同𠮷</a>'
    const le = Buffer.from(`\ufeff${text}`, 'utf16le')
    expect(textOf(parseXml(le))).toBe('合同𠮷')
    expect(textOf(parseXml(Buffer.from(le).swap16()))).toBe('合同𠮷')
    expect(textOf(parseXml(utf8(`\ufeff${text}`)))).toBe('合同𠮷')
  })

  it('ignores an attribute that would set a prototype', () => {
    const root = parseXml(utf8('<a __proto__="x" constructor="y"/>'))
    expect(Object.getPrototypeOf(root.attributes)).toBe(Object.prototype)
    expect(attr(root, 'constructor')).toBe('y')
    expect(attr(root, 'toString')).toBeUndefined()
  })

  it('finds children and attributes', () => {
    const root = parseXml(utf8('<a><b v="1"/>t<c/><b v="2"/></a>'))
    expect(attr(child(root, 'b'), 'v')).toBe('1')
    expect(attr(root, 'v', 'b')).toBe('1')
    expect(children(root, 'b')).toHaveLength(2)
    expect([...walk(root)].map((e) => (typeof e === 'string' ? e : e.name))).toEqual(['a', 'b', 't', 'c', 'b'])
  })
})

const many = (n: number, f: (i: number) => string) => Array.from({ length: n }, (_, i) => f(i)).join(' ')

describe('hostile XML', () => {
  it.each([
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'document.entity'],
    [
      'billion laughs',
      `<!DOCTYPE a [<!ENTITY x "lol">${'<!ENTITY y "&x;&x;">'.repeat(50)}]><a>&y;</a>`,
      'document.entity',
    ],
    ['a DTD elsewhere', '<!DOCTYPE a SYSTEM "http://evil.example/x.dtd"><a/>', 'document.entity'],
    ['an unknown entity', '<a>&nbsp;</a>', 'document.badXml'],
    ['an open tag', '<a><b></a>', 'document.badXml'],
    ['a cut text', '<a><b>x', 'document.badXml'],
    ['two roots', '<a/><b/>', 'document.badXml'],
    ['nothing', '', 'document.badXml'],
    ['an attribute twice', '<a b="1" b="2"/>', 'document.badXml'],
    ['a control character', '<a>\u0001</a>', 'document.badXml'],
    ['a control character by number', '<a>&#1;</a>', 'document.badXml'],
    ['an undeclared prefix', '<w:a/>', 'document.badXml'],
  ])('refuses %s', (_, text, code) => {
    expect(refusal(() => parseXml(utf8(text), { part: 'word/document.xml' }))).toMatchObject({
      code,
      params: { part: 'word/document.xml' },
    })
  })

  it('says where', () => {
    expect(refusal(() => parseXml(utf8('<a>\n<b></a>'), { part: 'word/x.xml' })).params).toMatchObject({
      part: 'word/x.xml',
      line: 2,
    })
  })

  it('refuses bytes that are no text', () => {
    expect(refusal(() => parseXml(new Uint8Array([0x3c, 0xff, 0xfe, 0x3e])))).toMatchObject({
      code: 'document.badEncoding',
    })
  })

  it('refuses 10,000 elements in each other without overflowing the stack, and walks 400', () => {
    expect(refusal(() => parseXml(utf8('<a>'.repeat(10_000))))).toMatchObject({ code: 'document.tooDeep' })
    const deep = parseXml(utf8('<a>'.repeat(400) + 'x' + '</a>'.repeat(400)))
    expect(textOf(deep)).toBe('x')
    expect(parseXml(utf8('<a>'.repeat(100_000) + '</a>'.repeat(100_000)), { maxDepth: 200_000 }).name).toBe('a')
  })

  it.each([
    ['elements', 'nodes', '<a/>'.repeat(2000)],
    ['texts', 'nodes', 'x<a/>'.repeat(1000)],
    ['attributes', 'nodes', '<a b="" c="" d=""/>'.repeat(300)],
  ])('counts %s', (_, what, inner) => {
    expect(refusal(() => parseXml(utf8(`<r>${inner}</r>`), { maxNodes: 1000 }))).toMatchObject({
      code: 'document.tooLarge',
      params: { what },
    })
  })

  it('bounds the attributes of one element, the namespaces in force and the distinct names', () => {
    expect(refusal(() => parseXml(utf8(`<a ${many(1001, (i) => `k${i}=""`)}/>`))).params).toMatchObject({
      what: 'attributes',
    })
    expect(refusal(() => parseXml(utf8(`<a>${many(20_001, (i) => `<k${i}/>`)}</a>`))).params).toMatchObject({
      what: 'names',
    })
    const declarations = many(900, (i) => `xmlns:k${i}="u"`)
    expect(
      refusal(() => parseXml(utf8(`<a ${declarations}>${'<b xmlns:z="y"/>'.repeat(2000)}</a>`))).params,
    ).toMatchObject({ what: 'nodes' })
  })

  it('shares one budget of bytes between parts', () => {
    const budget = { nodes: 100, bytes: 10 }
    parseXml(utf8('<a>123</a>'), { budget })
    expect(refusal(() => parseXml(utf8('<a/>'), { budget })).params).toMatchObject({ what: 'xml' })
  })
})
