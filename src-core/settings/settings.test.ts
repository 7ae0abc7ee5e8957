import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { localDate } from '../../src-shared/kernel/local-date.ts'
import { createParty, getParty, listParties } from '../../src-shared/parties/parties-operations.ts'
import {
  addCertificate,
  addSeal,
  cleanSealTask,
  drawSealTask,
  getCompany,
  importCertificate,
  listCertificates,
  listSeals,
  listSettings,
  makeCertificate,
  retireCertificate,
  retireSeal,
  saveCompany,
  saveSetting,
} from '../../src-shared/settings/settings-operations.ts'
import { documentsHere } from '../../test/support/documents-here.ts'
import { makeWorkspace, type TestDesk } from '../../test/support/make-workspace.ts'
import { certificates } from '../db/schema/settings.ts'
import { openP12 } from '../documents/sign/open-p12.ts'

/** One transparent pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==',
  'base64',
)

const seal = (desk: TestDesk, more: object = {}) =>
  ({ kind: 'contract', name: '合同专用章', imageHash: desk.core.workspace.files.put(png), ...more }) as z.input<
    (typeof addSeal)['input']
  >

describe('our company', () => {
  it('is an own party that is found like every other', async () => {
    await using desk = await makeWorkspace()
    const { company } = desk.ask(getCompany, {})
    expect(company).toMatchObject({
      partyId: desk.ourPartyId,
      name: '上海契单科技有限公司',
      creditCode: '91310115MA1K4DKY1X',
    })
    expect(desk.ask(getParty, { id: desk.ourPartyId }).kind).toBe('own')
    expect(desk.ask(listParties, { text: 'qidan' }).rows.map(({ id }) => id)).toEqual([desk.ourPartyId])
  })

  it('is changed by who saw it as it is, and there is only one', async () => {
    await using desk = await makeWorkspace()
    const profile = { name: '上海契单软件有限公司', legalRepresentative: '林一' }
    expect(desk.refused(saveCompany, { profile, version: null }).code).toBe('record.stale')
    expect(desk.run(saveCompany, { profile, version: 1 })).toEqual({ partyId: desk.ourPartyId, version: 2 })
    expect(desk.refused(saveCompany, { profile: { name: '旧稿' }, version: 1 }).code).toBe('record.stale')
    const { company } = desk.ask(getCompany, {})
    // What was not given stays.
    expect(company).toMatchObject({ ...profile, creditCode: '91310115MA1K4DKY1X', bankName: '招商银行上海张江支行' })
    expect(desk.ask(listParties, { kind: ['own'] }).total).toBe(1)
  })

  it('has a credit code that is right and nobody else’s', async () => {
    await using desk = await makeWorkspace()
    desk.run(createParty, { kind: 'customer', name: '杭州云海', creditCode: '91330100MA2B1XQ4XL' })
    const save = (creditCode: string) =>
      desk.refused(saveCompany, { profile: { name: '上海契单科技有限公司', creditCode }, version: 1 }).code
    expect(save('91330100MA2B1XQ4XL')).toBe('party.creditCodeTaken')
    expect(save('91330100MA2B1XQ4XA')).toBe('creditCode.checkDigit')
  })

  it('is kept by those who may edit settings', async () => {
    await using desk = await makeWorkspace()
    const input = { profile: { name: '别的名字' }, version: 1 }
    for (const who of ['sales', 'finance', 'manager', 'auditor'] as const)
      expect(desk.refused(saveCompany, input, desk.people[who]).code).toBe('access.denied')
    expect(desk.run(saveCompany, input, desk.people.administrator).version).toBe(2)
  })
})

describe('workspace settings', () => {
  it('have defaults until they are set', async () => {
    await using desk = await makeWorkspace()
    expect(desk.ask(listSettings, {}).display).toEqual({ value: { timeZone: 'Asia/Shanghai' }, version: null })
    const setting = { key: 'display', value: { timeZone: 'Europe/Berlin' } } as const
    expect(desk.run(saveSetting, { setting, version: null }, desk.people.administrator)).toEqual({ version: 1 })
    expect(desk.refused(saveSetting, { setting, version: null }).code).toBe('record.stale')
    expect(desk.ask(listSettings, {}).display).toEqual({ value: { timeZone: 'Europe/Berlin' }, version: 1 })
  })

  it('take no zone that does not exist and no value of another key', async () => {
    await using desk = await makeWorkspace()
    const refuse = (setting: unknown) => desk.refused(saveSetting, { setting, version: null } as never).code
    expect(refuse({ key: 'display', value: { timeZone: 'Mars/Olympus' } })).toBe('input.invalid')
    expect(refuse({ key: 'display', value: { official: 42 } })).toBe('input.invalid')
    expect(refuse({ key: 'company', value: { partyId: desk.ourPartyId } })).toBe('input.invalid')
  })
})

describe('seals', () => {
  it('are our own, with the diameter set for their kind unless another is given', async () => {
    await using desk = await makeWorkspace()
    const sizes = { official: 40, contract: 58, finance: 38, invoice: 40 }
    desk.run(saveSetting, { setting: { key: 'sealSizes', value: sizes }, version: null })
    desk.run(addSeal, seal(desk), desk.people.administrator)
    desk.run(addSeal, seal(desk, { kind: 'official', name: '公章', diameterMm: 42 }))
    expect(desk.ask(listSeals, {}).rows.map(({ name, party, diameterMm }) => [name, party, diameterMm])).toEqual([
      ['合同专用章', '上海契单科技有限公司', 58],
      ['公章', '上海契单科技有限公司', 42],
    ])
  })

  it('of others are refused, and so is what is no PNG, a taken name and an image that is not there', async () => {
    await using desk = await makeWorkspace()
    const { id: partyId } = desk.run(createParty, { kind: 'customer', name: '杭州云海' })
    expect(desk.refused(addSeal, seal(desk, { partyId }))).toEqual({
      code: 'seal.notOurs',
      params: { party: '杭州云海' },
    })
    const text = desk.core.workspace.files.put(new TextEncoder().encode('not an image'))
    expect(desk.refused(addSeal, seal(desk, { imageHash: text })).code).toBe('seal.notPng')
    expect(desk.refused(addSeal, seal(desk, { imageHash: '0'.repeat(64) })).code).toBe('file.missing')
    desk.run(addSeal, seal(desk))
    expect(desk.refused(addSeal, seal(desk)).code).toBe('seal.nameTaken')
  })

  it('that are retired are offered no more, and their name is free again', async () => {
    await using desk = await makeWorkspace()
    const made = desk.run(addSeal, seal(desk))
    const retired = desk.run(retireSeal, { ...made, reason: '换新章' })
    expect(desk.refused(retireSeal, { ...retired, reason: '再次' }).code).toBe('seal.retired')
    expect(desk.ask(listSeals, {}).rows).toEqual([])
    expect(desk.ask(listSeals, { active: null }).rows.map(({ active }) => active)).toEqual([false])
    expect(desk.run(addSeal, seal(desk)).version).toBe(1)
  })

  it('are drawn with our name at the size set for their kind, and then added as any other picture', async () => {
    await using desk = await makeWorkspace({ documents: documentsHere() })
    const drawn = (await desk.core.runTask(drawSealTask.name, { kind: 'contract' }, desk.people.administrator)) as {
      imageHash: string
      diameterMm: number
    }
    expect(drawn.diameterMm).toBe(42)
    desk.run(addSeal, { kind: 'contract', name: '合同专用章', ...drawn }, desk.people.administrator)
    expect(desk.ask(listSeals, {}).rows).toMatchObject([{ imageHash: drawn.imageHash, diameterMm: 42 }])
    const worn = desk.core.runTask(drawSealTask.name, { kind: 'contract', worn: true }, desk.people.administrator)
    await expect(worn).resolves.not.toMatchObject({ imageHash: drawn.imageHash })
    await expect(desk.core.runTask(drawSealTask.name, { kind: 'contract' }, desk.people.sales)).rejects.toThrow(
      /access.denied/,
    )
  })

  it('come out of a picture with their red alone, and a picture without a seal is refused', async () => {
    await using desk = await makeWorkspace({ documents: documentsHere() })
    const clean = (imageHash: string) =>
      desk.core.runTask(cleanSealTask.name, { imageHash }, desk.people.administrator) as Promise<{
        imageHash: string
        width: number
        height: number
      }>
    const drawn = (await desk.core.runTask(drawSealTask.name, { kind: 'contract' }, desk.people.administrator)) as {
      imageHash: string
    }
    const cleaned = await clean(drawn.imageHash)
    expect(cleaned.width / cleaned.height).toBeCloseTo(1, 1)
    desk.run(addSeal, seal(desk, { imageHash: cleaned.imageHash }))
    await expect(clean(desk.core.workspace.files.put(png))).rejects.toThrow('seal.noRed')
  })

  it('are added by the administrator and seen by those who seal, not by everyone', async () => {
    await using desk = await makeWorkspace()
    expect(desk.refused(addSeal, seal(desk), desk.people.sales).code).toBe('access.denied')
    expect(desk.ask(listSeals, {}, desk.people.legal).rows).toEqual([])
    expect(() => desk.ask(listSeals, {}, desk.people.salesSupport)).toThrow(/access.denied/)
  })
})

describe('signing certificates', () => {
  it('of our own are made, kept with their P12 and never shown with its password', async () => {
    await using desk = await makeWorkspace()
    const made = (await desk.core.runTask(
      makeCertificate.name,
      { person: '陈思远' },
      desk.people.administrator,
    )) as z.infer<(typeof makeCertificate)['output']>
    expect(made).toMatchObject({
      subject: '陈思远, 上海契单科技有限公司',
      validFrom: '2026-11-24',
      validTo: expect.stringMatching(/^2029-11-2[34]$/),
    })
    const [row] = desk.ask(listCertificates, {}).rows
    expect(row).toMatchObject({ id: made.id, selfMade: true, party: '上海契单科技有限公司' })
    expect(Object.keys(row!)).not.toContain('password')
    const stored = desk.core.workspace.database.read.select().from(certificates).get()!
    const key = await openP12(desk.core.workspace.files.get(stored.p12Hash), stored.password)
    expect(key.keyType).toBe('RSA')
  })

  it('are imported once, with the right password only', async () => {
    await using desk = await makeWorkspace()
    await desk.core.runTask(makeCertificate.name, {}, desk.people.administrator)
    const stored = desk.core.workspace.database.read.select().from(certificates).get()!
    const file = { p12Hash: stored.p12Hash, password: stored.password }
    const given = (input: object) =>
      desk.core.runTask(importCertificate.name, { ...file, ...input }, desk.people.administrator)
    await expect(given({ password: 'wrong' })).rejects.toThrow(/sign.wrongPassword/)
    await expect(given({})).rejects.toThrow(/certificate.known/)
    const noP12 = desk.core.workspace.files.put(new TextEncoder().encode('no certificate'))
    await expect(given({ p12Hash: noP12 })).rejects.toThrow(/sign.notP12/)
    expect(desk.ask(listCertificates, { active: null }).rows).toHaveLength(1)
  })

  it('keep what was entered, refuse a reversed period and are retired', async () => {
    await using desk = await makeWorkspace()
    const input = {
      subject: '上海契单科技有限公司',
      serial: '0a1b2c',
      p12Hash: desk.core.workspace.files.put(new Uint8Array([0x30, 0x82])),
      password: 'p12-secret',
      selfMade: false,
      validFrom: localDate('2026-01-01'),
      validTo: localDate('2028-12-31'),
    }
    expect(desk.refused(addCertificate, { ...input, validTo: localDate('2025-12-31') }).code).toBe(
      'certificate.periodReversed',
    )
    const made = desk.run(addCertificate, input)
    expect(desk.refused(addCertificate, input).code).toBe('certificate.known')
    const retired = desk.run(retireCertificate, { ...made, reason: '到期前更换' })
    expect(desk.refused(retireCertificate, { ...retired, reason: '再次' }).code).toBe('certificate.retired')
    expect(desk.ask(listCertificates, {}).rows).toEqual([])
  })
})
