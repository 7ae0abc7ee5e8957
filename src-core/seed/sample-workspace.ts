import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import type { RoleName } from '../../src-shared/access/roles.ts'
import { saveFlow } from '../../src-shared/approvals/approvals-operations.ts'
import { sampleFlow } from '../../src-shared/approvals/sample-flow.ts'
import { createClause } from '../../src-shared/clauses/clauses-operations.ts'
import type { ContractType } from '../../src-shared/contracts/contract.ts'
import { parseCents } from '../../src-shared/kernel/cents.ts'
import { parseUnitPrice, rate } from '../../src-shared/kernel/decimal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import type { CommandDefinition } from '../../src-shared/kernel/operation.ts'
import { Refusal } from '../../src-shared/kernel/refusal.ts'
import { createParty } from '../../src-shared/parties/parties-operations.ts'
import { createDepartment, createUser, updateDepartment } from '../../src-shared/people/people-operations.ts'
import { createProduct } from '../../src-shared/products/products-operations.ts'
import { addSeal, makeCertificate, saveCompany } from '../../src-shared/settings/settings-operations.ts'
import { importTemplate } from '../../src-shared/templates/templates-operations.ts'
import { assetsFolder } from '../app-files.ts'
import type { Core } from '../core.ts'
import { systemUserId } from '../execution/read-actor.ts'

export interface SampleParty {
  name: string
  shortName: string
  creditCode: string
  industry: string
  region: string
  level: string
  address: string
  legalRepresentative: string
  phone: string
  email: string
  bankName: string
  bankAccount: string
  creditLimit: string | null
  paymentTermDays: number | null
  owner: string
  contacts: { name: string; position: string; mobile: string; phone: string; email: string; isPrimary: boolean }[]
}

export interface SampleFile {
  company: Omit<SampleParty, 'industry' | 'region' | 'level' | 'creditLimit' | 'paymentTermDays' | 'owner' | 'contacts'>
  departments: { name: string; head: string }[]
  users: {
    account: string
    name: string
    department: string
    position: string
    mobile: string
    email: string
    roles: RoleName[]
  }[]
  customers: SampleParty[]
  suppliers: SampleParty[]
  products: {
    code: string
    name: string
    specification: string
    unit: string
    unitPrice: string
    taxRate: string
    category: string
  }[]
  clauses: { title: string; category: string; text: string }[]
}

/** Account of the one who looks around in the sample: the general manager. */
export const samplePerson = 'jianglichuan'

/** What the sample company came to: ids by the names its files use. */
export interface SampleWorkspace {
  companyId: Id<'Party'>
  users: Map<string, Id<'User'>>
  parties: Map<string, Id<'Party'>>
  products: Map<string, Id<'Product'>>
  /** Template version by the file's name without its ending. */
  templateVersions: Map<string, Id<'TemplateVersion'>>
  seals: { official: Id<'Seal'>; contract: Id<'Seal'> }
  certificateId: Id<'Certificate'>
}

const sampleFile = (name: string) => readFileSync(join(assetsFolder, 'sample', name))

/** The sample company as its file tells it. */
export const sampleCompany = (): SampleFile => JSON.parse(sampleFile('sample.json').toString('utf8')) as SampleFile

/**
 * The sample company with its people, parties, products, clauses, templates, seals, certificate and approval flow, all by the
 * commands a user would give.
 */
export async function fillSample(core: Core): Promise<SampleWorkspace> {
  const run = <D extends CommandDefinition>(definition: D, input: z.input<D['input']>): z.output<D['output']> => {
    const result = core.execute(definition, input, systemUserId)
    if (!result.ok) throw new Refusal(result.code, result.params)
    return result.value
  }
  const task = (definition: { name: string }, input: unknown) => core.runTask(definition.name, input, systemUserId)
  const sample = sampleCompany()

  const { name, shortName, creditCode, address, legalRepresentative, phone, email, bankName, bankAccount } =
    sample.company
  const profile = { name, shortName, creditCode, address, legalRepresentative, phone, email, bankName, bankAccount }
  const { partyId: companyId } = run(saveCompany, { profile, version: null })

  const departments = new Map(
    sample.departments.map((department, i) => [
      department.name,
      run(createDepartment, { name: department.name, sortOrder: i }),
    ]),
  )
  const users = new Map<string, Id<'User'>>()
  for (const { department, ...user } of sample.users)
    users.set(user.account, run(createUser, { ...user, departmentId: departments.get(department)!.id }).id)
  // The general manager's office stands above the others, so that a head's own contracts find a superior.
  const [top] = sample.departments
  for (const { name: departmentName, head } of sample.departments)
    run(updateDepartment, {
      ...departments.get(departmentName)!,
      changes: {
        headId: users.get(head)!,
        ...(departmentName === top!.name ? {} : { parentId: departments.get(top!.name)!.id }),
      },
    })

  const parties = new Map<string, Id<'Party'>>()
  for (const kind of ['customer', 'supplier'] as const)
    for (const party of kind === 'customer' ? sample.customers : sample.suppliers) {
      const { owner, creditLimit, contacts, industry, region, level, paymentTermDays, ...own } = party
      const { id } = run(createParty, {
        kind,
        name: own.name,
        shortName: own.shortName,
        creditCode: own.creditCode,
        address: own.address,
        legalRepresentative: own.legalRepresentative,
        phone: own.phone,
        email: own.email,
        bankName: own.bankName,
        bankAccount: own.bankAccount,
        industry,
        region,
        level,
        paymentTermDays,
        ownerId: users.get(owner)!,
        creditLimit: creditLimit === null ? null : parseCents(creditLimit),
        contacts,
      })
      parties.set(own.name, id)
    }

  const products = new Map<string, Id<'Product'>>()
  for (const { unitPrice, taxRate, ...product } of sample.products)
    products.set(
      product.code,
      run(createProduct, {
        ...product,
        unitPrice: parseUnitPrice(unitPrice),
        taxRate: rate(Math.round(Number(taxRate) * 1_000_000)),
      }).id,
    )
  for (const { title, category, text } of sample.clauses) run(createClause, { title, category, text })
  run(saveFlow, sampleFlow)

  const templateVersions = new Map<string, Id<'TemplateVersion'>>()
  const catalogue = JSON.parse(readFileSync(join(assetsFolder, 'templates', 'templates.json'), 'utf8')) as {
    file: string
    name: string
    type: ContractType
    description: string
  }[]
  for (const { file, name: templateName, type, description } of catalogue) {
    const fileHash = core.workspace.files.put(sampleFile(join('templates', file)))
    const made = (await task(importTemplate, {
      fileHash,
      fileName: file,
      name: templateName,
      type,
      notes: description,
    })) as {
      versionId: Id<'TemplateVersion'>
    }
    templateVersions.set(basename(file, '.docx'), made.versionId)
  }

  const seals = {
    official: await addDrawnSeal(core, run, companyId, 'official', name, '公章'),
    contract: await addDrawnSeal(core, run, companyId, 'contract', name, '合同专用章'),
  }
  const { id: certificateId } = (await task(makeCertificate, { partyId: companyId })) as { id: Id<'Certificate'> }
  return { companyId, users, parties, products, templateVersions, seals, certificateId }
}

/** Draws a seal with the company's name and adds it. */
async function addDrawnSeal(
  core: Core,
  run: (definition: typeof addSeal, input: z.input<(typeof addSeal)['input']>) => z.output<(typeof addSeal)['output']>,
  partyId: Id<'Party'>,
  kind: 'official' | 'contract',
  company: string,
  name: string,
): Promise<Id<'Seal'>> {
  const image = await core.drawSeal({
    kind,
    company,
    diameterMm: 42,
    ink: 0.35,
    ...(kind === 'contract' ? { label: name } : {}),
  })
  return run(addSeal, { partyId, kind, name, imageHash: core.workspace.files.put(image), diameterMm: 42 }).id
}
