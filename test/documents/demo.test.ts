import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appRoot } from '../../src-core/app-files.ts'
import { tool } from '../support/tools.ts'

let out: string
let said: string
const pdf = () => join(out, 'sales-contract.pdf')
const run = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8' })

beforeAll(() => {
  out = join(mkdtempSync(join(tmpdir(), 'qidan-demo-')), 'demo')
  said = execFileSync(process.execPath, [join(appRoot, 'src-cli', 'qidan.mjs'), 'demo', '--out', out], {
    encoding: 'utf8',
  })
})
afterAll(() => rmSync(join(out, '..'), { recursive: true, force: true }))

describe('the main job from template to ledger', () => {
  it('leaves the contract in both forms, the ledger and the workspace', () => {
    expect(readdirSync(out).toSorted()).toEqual([
      'contract-ledger.xlsx',
      'sales-contract.docx',
      'sales-contract.pdf',
      'workspace',
    ])
    expect(existsSync(join(out, 'workspace', 'qidan.db'))).toBe(true)
  })

  it('tells of the return, the number, the refused order with its figures, and the verdict', () => {
    expect(said).toMatch(/退回/)
    expect(said).toMatch(/正式编号 XS-\d{6}-0001/)
    expect(said).toMatch(/还剩 0 台/)
    expect(said).toMatch(/内容完整/)
  })

  const pdfsig = tool('pdfsig')
  if (pdfsig)
    it('is signed twice, both signatures valid to poppler', () => {
      const report = run(pdfsig, pdf())
      expect(report.match(/Signature is Valid/g)).toHaveLength(2)
      expect(report).toMatch(/Signature #2[\s\S]*Total document signed/)
    })

  const pdffonts = tool('pdffonts')
  if (pdffonts)
    it('embeds all its fonts', () => {
      const [, , ...fonts] = run(pdffonts, pdf()).trim().split('\n')
      expect(fonts.length).toBeGreaterThan(2)
      for (const font of fonts) expect(font).toMatch(/yes yes yes\s+\d+\s+\d+$/)
    })

  const pdftotext = tool('pdftotext')
  if (pdftotext)
    it('says the amount in capitals', () => {
      expect(run(pdftotext, pdf(), '-')).toContain('人民币伍拾柒万壹仟肆佰捌拾叁元整')
    })

  const soffice = tool('soffice')
  if (soffice)
    it('gives a ledger that LibreOffice opens, the amounts exact', () => {
      const profile = `-env:UserInstallation=file://${join(out, '..', 'profile')}`
      run(
        soffice,
        profile,
        '--headless',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76,1',
        '--outdir',
        join(out, '..'),
        join(out, 'contract-ledger.xlsx'),
      )
      const csv = readFileSync(join(out, '..', 'contract-ledger.csv'), 'utf8')
      expect(csv).toContain('571,483.00')
      expect(csv).toContain('342,889.80')
    })
})
