import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { createDraft } from '../../src-shared/contracts/contracts-operations.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import type { TemplateField, TemplateMapping } from '../../src-shared/templates/template.ts'
import {
  addTemplate,
  addTemplateVersion,
  archiveTemplate,
  getTemplate,
  getTemplateVersion,
  importTemplate,
  inspectTemplate,
  listTemplates,
  restoreTemplate,
  saveTemplateMapping,
  updateTemplate,
} from '../../src-shared/templates/templates-operations.ts'
import { createParty } from '../../src-shared/parties/parties-operations.ts'
import { documentsHere } from '../../test/support/documents-here.ts'
import { makeWorkspace, type TestDesk } from '../../test/support/make-workspace.ts'
import { assetsFolder } from '../app-files.ts'

const field = (path: string): TemplateField => ({ path, type: 'text', count: 1, loop: null, sentence: `{{${path}}}` })

const mapping: TemplateMapping = {
  客户名称: { kind: 'contract', path: '甲方.名称' },
  交货方式: { kind: 'question', label: '交货方式', type: 'text', required: true },
}

const salesContract = readFileSync(join(assetsFolder, 'templates', 'sales-contract.docx'))

const put = (desk: TestDesk, text: string) => desk.core.workspace.files.put(new TextEncoder().encode(text))

const file = (desk: TestDesk, text = 'v1') => ({
  fileHash: put(desk, text),
  fileName: '买卖合同.docx',
  fields: [field('客户名称'), field('交货方式')],
  mapping,
})

const add = (desk: TestDesk, name = '买卖合同') => desk.run(addTemplate, { name, type: 'sales', ...file(desk) })

/** A draft made from a template version. */
function draftFrom(desk: TestDesk, templateVersionId: Id<'TemplateVersion'>) {
  const { id: partyId } = desk.run(createParty, { kind: 'customer', name: '杭州云海' })
  return desk.run(createDraft, {
    title: '水泵买卖合同',
    type: 'sales',
    direction: 'in',
    templateVersionId,
    parties: [
      { role: '甲方', partyId },
      { role: '乙方', partyId: desk.ourPartyId },
    ],
    amount: 100_000,
    taxRate: 130_000,
  } as z.input<(typeof createDraft)['input']>)
}

describe('templates', () => {
  it('keep every version with its file, its mapping and the reason', async () => {
    await using desk = await makeWorkspace()
    const made = add(desk)
    const second = desk.run(
      addTemplateVersion,
      { id: made.id, version: made.version, ...file(desk, 'v2'), reason: '补充质保条款' },
      desk.people.legal,
    )
    expect(second).toMatchObject({ version: 2, no: 2 })
    const template = desk.ask(getTemplate, { id: made.id })
    expect(template).toMatchObject({ no: 2, versionId: second.versionId, fileName: '买卖合同.docx' })
    expect(template.versions.map(({ no, reason, createdBy }) => [no, reason, createdBy])).toEqual([
      [2, '补充质保条款', '赵敏'],
      [1, '', '陈总'],
    ])
    expect(template.versions[0]!.mapping).toEqual(mapping)
    expect(desk.ask(getTemplateVersion, { id: made.versionId })).toMatchObject({
      no: 1,
      name: '买卖合同',
      type: 'sales',
    })
  })

  it('leave contracts the version they were made from', async () => {
    await using desk = await makeWorkspace()
    const made = add(desk)
    draftFrom(desk, made.versionId)
    desk.run(addTemplateVersion, { id: made.id, version: 1, ...file(desk, 'v2'), reason: '新版' })
    const { versions } = desk.ask(getTemplate, { id: made.id })
    expect(versions.map(({ no, contracts }) => [no, contracts])).toEqual([
      [2, 0],
      [1, 1],
    ])
  })

  it('change their mapping in place while no contract uses it, and as a new version of the same file afterwards', async () => {
    await using desk = await makeWorkspace()
    const made = add(desk)
    const changed: TemplateMapping = { ...mapping, 交货方式: { kind: 'contract', path: '合同.备注' } }
    const inPlace = desk.run(saveTemplateMapping, { versionId: made.versionId, version: 1, mapping: changed })
    expect(inPlace).toEqual({ id: made.id, versionId: made.versionId, version: 2, no: 1 })
    expect(desk.refused(saveTemplateMapping, { versionId: made.versionId, version: 1, mapping }).code).toBe(
      'record.stale',
    )

    draftFrom(desk, made.versionId)
    const asNew = desk.run(saveTemplateMapping, { versionId: made.versionId, version: 2, mapping, reason: '改回提问' })
    expect(asNew).toMatchObject({ no: 2, version: 1 })
    expect(desk.refused(saveTemplateMapping, { versionId: made.versionId, version: 2, mapping })).toMatchObject({
      code: 'template.notCurrent',
      params: { template: '买卖合同', no: 1 },
    })
    const { versions } = desk.ask(getTemplate, { id: made.id })
    expect(versions.map((version) => version.mapping)).toEqual([mapping, changed])
    expect(versions[0]!.fileHash).toBe(versions[1]!.fileHash)
  })

  it('take no mapping for fields they have not got, and none to data that contracts have not got', async () => {
    await using desk = await makeWorkspace()
    const input = { name: '买卖合同', type: 'sales' as const, ...file(desk) }
    expect(desk.refused(addTemplate, { ...input, fields: [field('客户名称')] })).toEqual({
      code: 'template.mappingWithoutField',
      params: { fields: ['交货方式'] },
    })
    expect(
      desk.refused(addTemplate, { ...input, mapping: { 客户名称: { kind: 'contract', path: '甲方.星座' } } }),
    ).toEqual({
      code: 'template.mappingToNothing',
      params: { fields: ['甲方.星座'] },
    })
  })

  it('need their file in the store, a name of their own and something new in a new version', async () => {
    await using desk = await makeWorkspace()
    const made = add(desk)
    const absent = 'f'.repeat(64)
    expect(desk.refused(addTemplate, { name: '另一份', type: 'sales', ...file(desk), fileHash: absent })).toEqual({
      code: 'file.missing',
      params: { hash: absent },
    })
    expect(desk.refused(addTemplate, { name: '买卖合同', type: 'nda', ...file(desk) }).code).toBe('template.nameTaken')
    expect(desk.refused(addTemplateVersion, { id: made.id, version: 1, ...file(desk), reason: '重传' }).code).toBe(
      'template.unchanged',
    )
    expect(desk.refused(addTemplateVersion, { id: made.id, version: 1, ...file(desk, 'v2'), reason: ' ' }).code).toBe(
      'input.invalid',
    )
  })

  it('that are archived are offered no more, keep their name free and come back under a free one', async () => {
    await using desk = await makeWorkspace()
    const made = add(desk)
    const archived = desk.run(archiveTemplate, { id: made.id, version: made.version })
    expect(desk.ask(listTemplates, {}).total).toBe(0)
    expect(desk.ask(listTemplates, { archived: null }).total).toBe(1)
    expect(desk.refused(addTemplateVersion, { ...archived, ...file(desk, 'v2'), reason: '新版' }).code).toBe(
      'template.archived',
    )
    add(desk)
    expect(desk.refused(restoreTemplate, archived).code).toBe('template.nameTaken')
    const renamed = desk.run(updateTemplate, { ...archived, changes: { name: '买卖合同（2025）', type: 'other' } })
    desk.run(restoreTemplate, renamed)
    expect(desk.ask(listTemplates, { type: ['other'] }).rows.map(({ name }) => name)).toEqual(['买卖合同（2025）'])
  })

  it('are listed by pinyin and found by name, pinyin and file name', async () => {
    await using desk = await makeWorkspace()
    for (const name of ['框架采购合同', '保密协议', '买卖合同']) add(desk, name)
    const names = (text?: string) => desk.ask(listTemplates, text ? { text } : {}).rows.map(({ name }) => name)
    expect(names()).toEqual(['保密协议', '框架采购合同', '买卖合同'])
    expect(names('bmxy')).toEqual(['保密协议'])
    expect(names('买卖合同.docx')).toEqual(['保密协议', '框架采购合同', '买卖合同'])
    expect(desk.ask(listTemplates, {}).rows[0]).toMatchObject({ no: 1, fields: 2 })
    const updated = desk.ask(listTemplates, { sort: 'updated', descending: true, limit: 2 })
    expect(updated.rows.map(({ name }) => name)).toEqual(['买卖合同', '保密协议'])
    expect(
      desk.ask(listTemplates, { sort: 'updated', descending: true, after: updated.next }).rows.map(({ name }) => name),
    ).toEqual(['框架采购合同'])
  })
})

describe('importing a .docx', () => {
  it('finds its fields, proposes what fills them and keeps it as a template', async () => {
    await using desk = await makeWorkspace({ documents: documentsHere() })
    const fileHash = desk.core.workspace.files.put(salesContract)
    const seen = (await desk.core.runTask(inspectTemplate.name, { fileHash }, desk.people.sales)) as z.infer<
      (typeof inspectTemplate)['output']
    >
    expect(seen.usable).toBe(true)
    expect(seen.mapping['合同.编号']).toEqual({ kind: 'contract', path: '合同.编号' })
    const input = { fileHash, fileName: 'sales-contract.docx', name: '买卖合同', type: 'sales' }
    const made = (await desk.core.runTask(importTemplate.name, input, desk.people.legal)) as z.infer<
      (typeof importTemplate)['output']
    >
    expect(desk.ask(getTemplateVersion, { id: made.versionId })).toMatchObject({
      no: 1,
      fileHash,
      fields: seen.fields,
      mapping: seen.mapping,
    })
  })

  it('refuses what is no template with the place of each problem, and keeps nothing', async () => {
    await using desk = await makeWorkspace({ documents: documentsHere() })
    const fileHash = put(desk, 'no Word file at all')
    const input = { fileHash, fileName: '合同.docx', name: '买卖合同', type: 'sales' }
    await expect(desk.core.runTask(importTemplate.name, input, desk.people.legal)).rejects.toThrow(/document\./)
    await expect(desk.core.runTask(importTemplate.name, input, desk.people.sales)).rejects.toThrow(/access.denied/)
    expect(desk.ask(listTemplates, {}).total).toBe(0)
  })
})
