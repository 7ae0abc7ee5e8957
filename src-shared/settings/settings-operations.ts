import { z } from 'zod'
import { FileHash } from '../files/file.ts'
import { defineCommand, defineQuery, defineTask } from '../kernel/operation.ts'
import { Warning } from '../kernel/warning.ts'
import { dateSchema, idSchema, lineSchema, textSchema, versionSchema } from '../kernel/schemas.ts'
import { partyFields } from '../parties/party-fields.ts'
import { SealKind } from './seal.ts'
import { workspaceSettings } from './workspace-settings.ts'

const partyId = idSchema<'Party'>()
const sealId = idSchema<'Seal'>()
const certificateId = idSchema<'Certificate'>()

/** A key with a value of its kind. */
const SettingEntry = z.discriminatedUnion('key', [
  z.strictObject({ key: z.literal('display'), value: workspaceSettings.display }),
  z.strictObject({ key: z.literal('sealSizes'), value: workspaceSettings.sealSizes }),
])

export const saveSetting = defineCommand({
  name: 'settings.save',
  version: 1,
  class: 'online',
  permission: 'settings.edit',
  summary: { zh: '修改工作区设置', en: 'Change a workspace setting' },
  input: z.strictObject({
    setting: SettingEntry,
    /** Version of the stored setting; null while it has its default. */
    version: versionSchema.nullable(),
  }),
  output: z.strictObject({ version: versionSchema }),
})

const stored = <V extends z.ZodType>(value: V) => z.strictObject({ value, version: versionSchema.nullable() })

export const listSettings = defineQuery({
  name: 'settings.list',
  permission: 'settings.read',
  summary: { zh: '工作区设置', en: 'Read the workspace settings' },
  input: z.strictObject({}),
  output: z.strictObject({
    display: stored(workspaceSettings.display),
    sealSizes: stored(workspaceSettings.sealSizes),
  }),
})

const companyFields = {
  name: partyFields.name,
  shortName: partyFields.shortName,
  creditCode: partyFields.creditCode,
  address: partyFields.address,
  legalRepresentative: partyFields.legalRepresentative,
  phone: partyFields.phone,
  email: partyFields.email,
  bankName: partyFields.bankName,
  bankAccount: partyFields.bankAccount,
}

/** The company whose desk this is: its own party, which signs contracts unless another own party is chosen. */
export const saveCompany = defineCommand({
  name: 'settings.saveCompany',
  version: 1,
  class: 'online',
  permission: 'settings.edit',
  summary: { zh: '设置本公司资料', en: 'Set the profile of our company' },
  input: z.strictObject({
    profile: z.strictObject(companyFields).partial().required({ name: true }),
    /** Version of the company's party; null while there is none. */
    version: versionSchema.nullable(),
  }),
  output: z.strictObject({ partyId, version: versionSchema }),
})

export const CompanyDetail = z.strictObject({
  partyId,
  version: versionSchema,
  name: z.string(),
  shortName: z.string(),
  creditCode: z.string().nullable(),
  address: z.string(),
  legalRepresentative: z.string(),
  phone: z.string(),
  email: z.string(),
  bankName: z.string(),
  bankAccount: z.string(),
  updatedAt: z.int(),
})
export type CompanyDetail = z.infer<typeof CompanyDetail>

export const getCompany = defineQuery({
  name: 'settings.getCompany',
  permission: 'settings.read',
  summary: { zh: '本公司资料', en: 'Read the profile of our company' },
  input: z.strictObject({}),
  /** Null until it is set. */
  output: z.strictObject({ company: CompanyDetail.nullable() }),
})

export const addSeal = defineCommand({
  name: 'settings.addSeal',
  version: 1,
  class: 'online',
  permission: 'seals.edit',
  summary: { zh: '登记印章', en: 'Add a seal' },
  input: z.strictObject({
    /** Whose seal; our own company when null. */
    partyId: partyId.nullable().default(null),
    kind: SealKind,
    name: lineSchema(60).min(1),
    /** PNG in the file store. */
    imageHash: FileHash,
    /** The size set for its kind when null. */
    diameterMm: z.int().min(10).max(100).nullable().default(null),
  }),
  output: z.strictObject({ id: sealId, version: versionSchema }),
})

export const retireSeal = defineCommand({
  name: 'settings.retireSeal',
  version: 1,
  class: 'online',
  permission: 'seals.edit',
  summary: { zh: '停用印章', en: 'Retire a seal' },
  input: z.strictObject({ id: sealId, version: versionSchema, reason: textSchema(500).min(1) }),
  output: z.strictObject({ id: sealId, version: versionSchema }),
})

export const SealRow = z.strictObject({
  id: sealId,
  version: versionSchema,
  partyId,
  party: z.string(),
  kind: SealKind,
  name: z.string(),
  imageHash: z.string(),
  diameterMm: z.int(),
  active: z.boolean(),
})
export type SealRow = z.infer<typeof SealRow>

export const listSeals = defineQuery({
  name: 'settings.listSeals',
  permission: 'seals.read',
  summary: { zh: '印章列表', en: 'List seals' },
  input: z.strictObject({ active: z.boolean().nullable().default(true), partyId: partyId.optional() }),
  output: z.strictObject({ rows: z.array(SealRow) }),
})

/** Keeps a certificate that was opened and read before; `settings.importCertificate` does both. */
export const addCertificate = defineCommand({
  name: 'settings.addCertificate',
  version: 1,
  class: 'online',
  permission: 'certificates.edit',
  summary: { zh: '登记签名证书', en: 'Add a signing certificate' },
  input: z.strictObject({
    partyId: partyId.nullable().default(null),
    subject: lineSchema(400).min(1),
    serial: z.string().regex(/^[0-9a-f]{1,64}$/, 'serial'),
    p12Hash: FileHash,
    password: z.string().max(200),
    selfMade: z.boolean(),
    validFrom: dateSchema,
    validTo: dateSchema,
  }),
  output: z.strictObject({ id: certificateId, version: versionSchema }),
})

export const retireCertificate = defineCommand({
  name: 'settings.retireCertificate',
  version: 1,
  class: 'online',
  permission: 'certificates.edit',
  summary: { zh: '停用签名证书', en: 'Retire a signing certificate' },
  input: z.strictObject({ id: certificateId, version: versionSchema, reason: textSchema(500).min(1) }),
  output: z.strictObject({ id: certificateId, version: versionSchema }),
})

/** Never with its password. */
export const CertificateRow = z.strictObject({
  id: certificateId,
  version: versionSchema,
  partyId,
  party: z.string(),
  subject: z.string(),
  serial: z.string(),
  selfMade: z.boolean(),
  validFrom: dateSchema,
  validTo: dateSchema,
  active: z.boolean(),
})
export type CertificateRow = z.infer<typeof CertificateRow>

export const listCertificates = defineQuery({
  name: 'settings.listCertificates',
  permission: 'certificates.read',
  summary: { zh: '签名证书列表', en: 'List signing certificates' },
  input: z.strictObject({ active: z.boolean().nullable().default(true), partyId: partyId.optional() }),
  output: z.strictObject({ rows: z.array(CertificateRow) }),
})

const keptCertificate = z.strictObject({
  id: certificateId,
  version: versionSchema,
  subject: z.string(),
  validFrom: dateSchema,
  validTo: dateSchema,
})

/** Opens a P12 / PFX that was put into the file store and keeps it. */
export const importCertificate = defineTask({
  name: 'settings.importCertificate',
  permission: 'certificates.edit',
  summary: { zh: '导入签名证书', en: 'Import a signing certificate' },
  input: z.strictObject({
    p12Hash: FileHash,
    password: z.string().max(200),
    partyId: partyId.nullable().default(null),
  }),
  output: keptCertificate,
})

/** Makes a certificate of our own. It proves that nothing was changed, not who signed: no authority vouches for it. */
export const makeCertificate = defineTask({
  name: 'settings.makeCertificate',
  permission: 'certificates.edit',
  summary: { zh: '自制签名证书', en: 'Make a signing certificate of our own' },
  input: z.strictObject({
    partyId: partyId.nullable().default(null),
    /** Whose certificate; the company's own when null. */
    person: lineSchema(64).min(1).nullable().default(null),
    validYears: z.int().min(1).max(20).default(3),
  }),
  output: keptCertificate,
})

/** Draws a seal in the customary form and keeps the picture: to look at, and for `settings.addSeal` once it is right. */
export const drawSealTask = defineTask({
  name: 'settings.drawSeal',
  permission: 'seals.edit',
  summary: { zh: '绘制印章图片', en: 'Draw the picture of a seal' },
  input: z.strictObject({
    /** Whose seal; our own company when null. */
    partyId: partyId.nullable().default(null),
    kind: SealKind,
    /** The straight line under the star; that of the kind when null. */
    label: lineSchema(10).min(1).nullable().default(null),
    /** Number on the lower arc. */
    serial: lineSchema(20).default(''),
    /** The size set for its kind when null. */
    diameterMm: z.int().min(15).max(70).nullable().default(null),
    /** As if pressed by hand, with ink that is not even. */
    worn: z.boolean().default(false),
  }),
  output: z.strictObject({ imageHash: FileHash, diameterMm: z.int() }),
})

/** Takes the seal out of a photograph or scan and keeps it on transparent ground: to look at, and for `settings.addSeal`. */
export const cleanSealTask = defineTask({
  name: 'settings.cleanSeal',
  permission: 'seals.edit',
  summary: { zh: '从照片或扫描件中取出印章', en: 'Take a seal out of a photograph or scan' },
  /** PNG or JPEG in the file store. */
  input: z.strictObject({ imageHash: FileHash }),
  output: z.strictObject({ imageHash: FileHash, width: z.int(), height: z.int() }),
})

/** Work after a commit that was given up after many attempts, the newest first: kept until a person has seen to it. */
export const listFailedJobs = defineQuery({
  name: 'settings.listFailedJobs',
  permission: 'settings.read',
  summary: { zh: '未完成的后台任务', en: 'List background work that was given up' },
  input: z.strictObject({}),
  output: z.array(
    z.strictObject({
      id: z.int(),
      /** Name of the task. */
      kind: z.string(),
      attempts: z.int(),
      failedAt: z.int(),
      /** Why, as the last attempt said it; a refusal when it was one. */
      lastError: z.string(),
      refusal: Warning.nullable(),
    }),
  ),
})

export const reviewFailedJob = defineCommand({
  name: 'settings.reviewFailedJob',
  version: 1,
  class: 'free',
  permission: 'settings.edit',
  summary: { zh: '重试或忽略未完成的后台任务', en: 'Try background work again that was given up, or dismiss it' },
  input: z.strictObject({ id: z.int(), verdict: z.enum(['retry', 'dismiss']) }),
  output: z.strictObject({ id: z.int() }),
})

export const settingsOperations = [
  listFailedJobs,
  reviewFailedJob,
  saveSetting,
  listSettings,
  saveCompany,
  getCompany,
  addSeal,
  retireSeal,
  listSeals,
  addCertificate,
  retireCertificate,
  listCertificates,
  importCertificate,
  makeCertificate,
  drawSealTask,
  cleanSealTask,
] as const
