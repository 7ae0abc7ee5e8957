import { readFileSync } from 'node:fs'
import { parseXml, XmlElement } from '@rgrove/parse-xml'
import { unzipSync } from 'fflate'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { type Cents, lineAmount, parseCents, sumCents } from '../src-shared/kernel/cents.ts'
import { isCreditCode } from '../src-shared/kernel/credit-code.ts'
import { parseQuantity, parseRate, parseUnitPrice } from '../src-shared/kernel/decimal.ts'
import { isLocalDate } from '../src-shared/kernel/local-date.ts'
import { splitTax } from '../src-shared/kernel/tax.ts'
import { RoleName } from '../src-shared/access/roles.ts'
import { assetPath, generatedFiles } from './templates/generated-files.ts'
import { drawSignature, signatures } from './templates/handwriting.ts'
import { drawLogo } from './templates/logo.ts'
import { sampleWorkspace } from './templates/sample-workspace.ts'
import { templateCatalogue } from './templates/template-catalogue.ts'

type Value = string | number | boolean | null | Value[] | { [name: string]: Value }
type Fields = { [name: string]: Value }

const files = generatedFiles()
const decoder = new TextDecoder()
const committed = (name: string): Uint8Array => readFileSync(assetPath(name))
const filling = (file: string): Fields => JSON.parse(decoder.decode(committed(`sample/${file}.json`)))

const money = (value: Value | undefined): Cents => parseCents(String(value))

/** Parts of a .docx that are XML, by name. */
function xmlParts(docx: Uint8Array): [name: string, text: string][] {
  return Object.entries(unzipSync(docx))
    .filter(([name]) => name.endsWith('.xml') || name.endsWith('.rels'))
    .map(([name, bytes]) => [name, decoder.decode(bytes)])
}

/** Commands of a document in their order, without the braces. */
function commands(docx: Uint8Array): string[] {
  const order = ['word/header1.xml', 'word/document.xml']
  const parts = new Map(xmlParts(docx))
  return order.flatMap((name) =>
    Array.from(
      parts
        .get(name)!
        .replaceAll('&quot;', '"')
        .matchAll(/\{\{(.*?)\}\}/g),
      (match) => match[1]!,
    ),
  )
}

function elements(root: XmlElement, name: string): XmlElement[] {
  return root.children.flatMap((child) =>
    child instanceof XmlElement ? [...(child.name === name ? [child] : []), ...elements(child, name)] : [],
  )
}

/** Value at a path; a name of the loop stands for the first item of its list. */
function lookUp(data: Fields, path: string, loops: ReadonlyMap<string, Value>): Value | undefined {
  const [first, ...rest] = path.split('.')
  let at: Value | undefined = loops.has(first!) && rest.length > 0 ? loops.get(first!) : data[first!]
  for (const name of rest) at = typeof at === 'object' && at !== null && !Array.isArray(at) ? at[name] : undefined
  return at
}

const reads: Record<string, (text: string) => unknown> = {
  金额: parseCents,
  单价: parseUnitPrice,
  大写: parseCents,
  数量: parseQuantity,
  百分比: parseRate,
}

/** What is wrong with a command for this filling, in words; undefined when nothing is. */
function problem(command: string, data: Fields, loops: Map<string, Value>): string | undefined {
  const loop = /^FOR (\S+) IN (\S+)$/.exec(command)
  if (loop) {
    const list = lookUp(data, loop[2]!, loops)
    if (!Array.isArray(list)) return `${command}: no list`
    if (list.length > 0) loops.set(loop[1]!, list[0]!)
    return undefined
  }
  const end = /^END-FOR (\S+)$/.exec(command)
  if (end) return loops.delete(end[1]!) ? undefined : `${command}: nothing to end`
  if (/^(SEAL|SIGN) (甲方|乙方)$/.test(command) || command === 'END-IF') return undefined
  const condition = /^IF (\S+)$/.exec(command)
  if (condition) return typeof lookUp(data, condition[1]!, loops) === 'boolean' ? undefined : `${command}: no yes or no`
  const field = /^([^\s|]+)(?: \| (\S+?)(?: "([^"]+)")?)?$/.exec(command)
  if (!field) return `${command}: not understood`
  const [, path, format] = field
  const value = lookUp(data, path!, loops)
  if (typeof value !== 'string' && typeof value !== 'number') return `${command}: no text`
  if (value === '') return `${command}: empty`
  if (format === undefined) return undefined
  if (format === '日期') return isLocalDate(String(value)) ? undefined : `${command}: ${value} is no date`
  const read = reads[format]
  if (!read) return `${command}: unknown format`
  try {
    read(String(value))
    return undefined
  } catch (error) {
    return `${command}: ${String(error)}`
  }
}

describe('our Word templates', () => {
  it('are what the texts here make, to the byte (else run make-templates.ts)', () => {
    const changed = [...files].filter(([name, bytes]) => Buffer.compare(bytes, committed(name)) !== 0)
    expect(changed.map(([name]) => name)).toEqual([])
  })

  it('have the same bytes on every run', () => {
    const changed = [...generatedFiles()].filter(([name, bytes]) => Buffer.compare(bytes, files.get(name)!) !== 0)
    expect(changed).toEqual([])
  })

  it('offer all five kinds', () => {
    expect(templateCatalogue.map(({ type }) => type)).toEqual(['sales', 'framework', 'service', 'supplementary', 'nda'])
  })

  for (const { file, ourRole } of templateCatalogue) {
    describe(`${file}`, () => {
      const docx = files.get(`templates/${file}.docx`)!
      const parts = new Map(xmlParts(docx))
      const body = parseXml(parts.get('word/document.xml')!).root!

      it('is well-formed in every part, on a letterhead too', () => {
        const variants = [docx, files.get(`sample/templates/${file}.docx`)!]
        expect(() => variants.flatMap(xmlParts).map(([, text]) => parseXml(text))).not.toThrow()
      })

      it('points only to parts, styles and lists it has', () => {
        const names = new Set(Object.keys(unzipSync(docx)))
        const targets = elements(parseXml(parts.get('word/_rels/document.xml.rels')!).root!, 'Relationship')
        for (const target of targets) expect(names).toContain(`word/${target.attributes.Target}`)
        const styles = elements(parseXml(parts.get('word/styles.xml')!).root!, 'w:style').map(
          (style) => style.attributes['w:styleId'],
        )
        const used = ['w:pStyle', 'w:rStyle']
          .flatMap((name) => elements(body, name))
          .map((style) => style.attributes['w:val'])
        expect(styles).toEqual(expect.arrayContaining(used))
        const lists = elements(parseXml(parts.get('word/numbering.xml')!).root!, 'w:num').map(
          (list) => list.attributes['w:numId'],
        )
        expect(lists).toEqual(expect.arrayContaining(elements(body, 'w:numId').map((list) => list.attributes['w:val'])))
      })

      it('fills the width of the text with its tables, row by row', () => {
        for (const table of elements(body, 'w:tbl')) {
          const widths = elements(table, 'w:gridCol').map((column) => Number(column.attributes['w:w']))
          expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(9072)
          for (const row of elements(table, 'w:tr')) {
            const spans = elements(row, 'w:tc').map((cell) =>
              Number(elements(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1),
            )
            expect(spans.reduce((sum, span) => sum + span, 0)).toBe(widths.length)
          }
        }
      })

      it('numbers its articles by Word, with no number typed', () => {
        const headings = elements(body, 'w:p').filter(
          (p) => elements(p, 'w:pStyle')[0]?.attributes['w:val'] === 'Heading1',
        )
        expect(headings.length).toBeGreaterThanOrEqual(6)
        for (const heading of headings) expect(heading.text).not.toMatch(/^第.+条|^[\d一二三四五六七八九十]+[、.]/)
      })

      it('has every field, condition and list in its sample filling', () => {
        const loops = new Map<string, Value>()
        const data = filling(file)
        expect(
          commands(docx)
            .map((command) => problem(command, data, loops))
            .filter(Boolean),
        ).toEqual([])
        expect(loops.size).toBe(0)
      })

      it('opens and closes its conditions in pairs', () => {
        let depth = 0
        for (const command of commands(docx)) {
          if (command.startsWith('IF ')) depth += 1
          if (command === 'END-IF') depth -= 1
          expect(depth).toBeGreaterThanOrEqual(0)
        }
        expect(depth).toBe(0)
      })

      it('keeps each command in one run and alone in its line when it repeats or omits something', () => {
        for (const run of elements(body, 'w:t')) expect(run.text.split('{{').length).toBe(run.text.split('}}').length)
        const blocks = elements(body, 'w:p')
          .map((p) => p.text)
          .filter((text) => /\{\{(FOR|END-FOR|IF|END-IF)\b/.test(text))
        for (const text of blocks) expect(text).toMatch(/^\{\{[^{}]*\}\}$/)
      })

      it('has a place for the seal and the hand of both sides, once each', () => {
        const anchors = commands(docx).filter((command) => /^(SEAL|SIGN) /.test(command))
        expect(anchors.toSorted()).toEqual(['SEAL 乙方', 'SEAL 甲方', 'SIGN 乙方', 'SIGN 甲方'].toSorted())
      })

      it('carries the issuing company and the number in its header, and page x of y below', () => {
        expect(commands(docx).slice(0, 2)).toEqual([`${ourRole}.名称`, '合同.编号'])
        const footer = parts.get('word/footer1.xml')!
        expect(footer).toContain(' PAGE ')
        expect(footer).toContain(' NUMPAGES ')
      })
    })
  }
})

describe('the sample fillings', () => {
  for (const { file } of templateCatalogue) {
    it(`${file}: lines and taxes add up to the cent`, () => {
      const contract = filling(file).合同 as Fields
      const lines = contract.明细 as Fields[]
      const taxes = lines.map((line) => {
        const amount = lineAmount(parseUnitPrice(String(line.单价)), parseQuantity(String(line.数量)))
        expect(money(line.金额)).toBe(amount)
        return splitTax(amount, parseRate(String(line.税率)))
      })
      expect(money(contract.总金额)).toBe(sumCents(lines.map((line) => money(line.金额))))
      expect(money(contract.不含税金额)).toBe(sumCents(taxes.map(({ net }) => net)))
      expect(money(contract.税额)).toBe(sumCents(taxes.map(({ tax }) => tax)))
    })
  }

  it('pay by instalments that make up the whole, in shares and in cents', () => {
    const contracts = templateCatalogue.map(({ file }) => filling(file).合同 as Fields)
    const planned = contracts.filter((contract) => (contract.付款计划 as Fields[]).length > 0)
    expect(planned.length).toBe(3)
    for (const contract of planned) {
      const plan = contract.付款计划 as Fields[]
      expect(sumCents(plan.map((item) => money(item.金额)))).toBe(money(contract.总金额))
      expect(plan.reduce((sum, item) => sum + parseRate(String(item.比例)), 0)).toBe(1_000_000)
    }
  })

  it('sales: over ¥500,000, five lines at 13 % and 6 %, paid 30/60/10 with the last as retention', () => {
    const contract = filling('sales-contract').合同 as Fields
    const lines = contract.明细 as Fields[]
    const plan = contract.付款计划 as Fields[]
    expect(money(contract.总金额)).toBeGreaterThan(50_000_000)
    expect(lines.map((line) => line.税率)).toEqual(['0.13', '0.13', '0.13', '0.06', '0.06'])
    expect(plan.map((item) => item.比例)).toEqual(['0.30', '0.60', '0.10'])
    expect(contract.质保金金额).toBe(plan[2]!.金额)
  })

  it('supplementary: the new total is the old one and what is added', () => {
    const data = filling('supplementary-agreement')
    const original = data.原合同 as Fields
    const contract = data.合同 as Fields
    const sales = filling('sales-contract').合同 as Fields
    expect([original.编号, original.名称, original.签订日期, original.总金额]).toEqual([
      sales.编号,
      sales.名称,
      sales.签订日期,
      sales.总金额,
    ])
    expect(money(data.变更后总金额)).toBe(money(original.总金额) + money(contract.总金额))
  })
})

describe('the sample workspace', () => {
  const { company, departments, users, customers, suppliers, products, clauses } = sampleWorkspace
  const partners = [...customers, ...suppliers]

  it('is as large as a demonstration needs', () => {
    expect([users.length, customers.length, suppliers.length, products.length]).toEqual([12, 12, 8, 40])
    expect(clauses.length).toBeGreaterThanOrEqual(12)
  })

  it('has valid credit codes, no two alike', () => {
    const codes = [company, ...partners].map((each) => each.creditCode)
    expect(codes.filter((code) => !isCreditCode(code))).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('uses only telephone numbers and mail domains that nobody has', () => {
    // No local number begins with 1, the mobile range 164 is not assigned, and .example is reserved (RFC 2606).
    const people = [...users, ...partners.flatMap((each) => each.contacts)]
    const phones = [company, ...partners, ...partners.flatMap((each) => each.contacts)].map((each) => each.phone)
    for (const phone of phones) expect(phone).toMatch(/^0\d{2,3}-1\d{7}$/)
    for (const { mobile } of people) expect(mobile).toMatch(/^164\d{8}$/)
    for (const { email } of [company, ...partners, ...people]) expect(email).toMatch(/^[a-z]+@[a-z]+\.example$/)
  })

  it('names only people, departments and roles that exist', () => {
    const accounts = users.map((user) => user.account)
    expect(new Set(accounts).size).toBe(accounts.length)
    for (const { head } of departments) expect(accounts).toContain(head)
    for (const { owner } of partners) expect(accounts).toContain(owner)
    const names = departments.map((department) => department.name)
    for (const user of users) {
      expect(names).toContain(user.department)
      expect(RoleName.array().safeParse(user.roles).success).toBe(true)
    }
    expect(new Set(users.flatMap((user) => user.roles))).toEqual(new Set(RoleName.options))
  })

  it('has readable prices and rates, and codes, titles and names but once', () => {
    for (const { unitPrice, taxRate } of products) {
      expect(parseUnitPrice(unitPrice)).toBeGreaterThan(0)
      expect(parseRate(taxRate)).toBeGreaterThan(0)
    }
    for (const list of [
      products.map(({ code }) => code),
      clauses.map(({ title }) => title),
      partners.map(({ name }) => name),
    ])
      expect(new Set(list).size).toBe(list.length)
  })

  it('draws logo and handwriting as committed, on a clear ground', () => {
    const drawn = [
      { file: company.logo, picture: drawLogo() },
      ...signatures.map((signature) => ({ file: signature.file, picture: drawSignature(signature) })),
    ]
    for (const { file, picture } of drawn) {
      const png = PNG.sync.read(Buffer.from(committed(`sample/${file}`)))
      // Else run make-sample-images.ts.
      expect({ file, width: png.width, height: png.height, same: png.data.equals(picture.rgba) }).toEqual({
        file,
        width: picture.width,
        height: picture.height,
        same: true,
      })
      expect(png.data[3]).toBe(0)
      expect(png.data.some((value, at) => at % 4 === 3 && value === 255)).toBe(true)
    }
    const named = [company, ...partners].flatMap((each) => (each.signature ? [each.signature] : []))
    expect(named.toSorted()).toEqual(signatures.map(({ file }) => file).toSorted())
  })
})
