import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDF } from '@libpdf/core'
import { describe, expect, it, vi } from 'vitest'
import type { z } from 'zod'
import { documentsHere } from '../../test/support/documents-here.ts'
import { makeWorkspace, type TestDesk } from '../../test/support/make-workspace.ts'
import type { ContractSketch } from '../../src-shared/contracts/contract-sketch.ts'
import { previewDraft } from '../../src-shared/contracts/contracts-operations.ts'
import { parseCents } from '../../src-shared/kernel/cents.ts'
import { parseQuantity, parseRate, parseUnitPrice } from '../../src-shared/kernel/decimal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { createParty } from '../../src-shared/parties/parties-operations.ts'
import { importTemplate } from '../../src-shared/templates/templates-operations.ts'
import { assetsFolder } from '../app-files.ts'

const countOf = (desk: TestDesk, table: string) =>
  (desk.core.workspace.database.sqlite.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n

async function deskWithTemplate() {
  const desk = await makeWorkspace({ documents: documentsHere() })
  const fileHash = desk.core.workspace.files.put(readFileSync(join(assetsFolder, 'templates', 'sales-contract.docx')))
  const { versionId } = (await desk.core.runTask(
    importTemplate.name,
    { fileHash, fileName: 'sales-contract.docx', name: '买卖合同', type: 'sales' },
    desk.people.legal,
  )) as z.output<(typeof importTemplate)['output']>
  const preview = async (sketch: Omit<z.input<typeof ContractSketch>, 'type' | 'templateVersionId'>) => {
    const found = (await desk.core.runTask(
      previewDraft.name,
      { type: 'sales', templateVersionId: versionId, ...sketch },
      desk.people.sales,
    )) as z.output<(typeof previewDraft)['output']>
    const pdf = await PDF.load(Buffer.from(found.pdf, 'base64'))
    const text = pdf
      .getPages()
      .map((page) => page.extractText().text)
      .join('\n')
      .replaceAll(/\s/g, '')
    return { ...found, text }
  }
  return { desk, preview }
}

describe('the preview of a draft', () => {
  it('prints what is typed so far, with blanks for the rest, and keeps nothing', async () => {
    const { desk, preview } = await deskWithTemplate()
    await using _ = desk
    const partyId = desk.run(createParty, { kind: 'customer', name: '北京启明数据有限公司' }).id as Id<'Party'>
    const tables = ['contracts', 'audit_entries', 'row_changes', 'jobs']
    const before = tables.map((table) => countOf(desk, table))
    const put = vi.spyOn(desk.core.workspace.files, 'put')
    const { text, pages } = await preview({
      number: 'CG-0001',
      title: '机柜与配电采购',
      parties: [
        { role: '甲方', partyId },
        { role: '乙方', partyId: null },
      ],
      lines: [
        {
          name: '网络机柜',
          unit: '台',
          quantity: parseQuantity('3'),
          unitPrice: parseUnitPrice('1200'),
          taxRate: parseRate('13%'),
        },
        { name: '配电箱' },
      ],
    })
    expect(text).toContain('北京启明数据有限公司')
    expect(text).toContain('网络机柜')
    expect(text).toContain('3,600.00')
    expect(text).toContain('CG-0001')
    expect(pages).toBeGreaterThan(0)
    expect(put).not.toHaveBeenCalled()
    expect(tables.map((table) => countOf(desk, table))).toEqual(before)
  })

  it('says what would be refused: a plan that does not add up, with the figures', async () => {
    const { desk, preview } = await deskWithTemplate()
    await using _ = desk
    const { problems } = await preview({
      amount: parseCents('1000'),
      paymentPlan: [
        { name: '预付款', amount: parseCents('300') },
        { name: '尾款', amount: parseCents('600') },
      ],
    })
    expect(problems).toContainEqual({
      code: 'contract.planDoesNotAddUp',
      params: { amount: 100_000, planned: 90_000, difference: 10_000 },
    })
  })

  it('is refused to those who may not draft', async () => {
    const { desk } = await deskWithTemplate()
    await using _ = desk
    await expect(
      desk.core.runTask(
        previewDraft.name,
        { type: 'sales', templateVersionId: desk.people.sales },
        desk.people.auditor,
      ),
    ).rejects.toMatchObject({ code: 'access.denied' })
  })
})
