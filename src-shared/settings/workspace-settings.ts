import { z } from 'zod'
import { SealKind } from './seal.ts'

/** An IANA time zone that this computer knows. */
export const TimeZone = z.string().max(60).refine(isTimeZone, 'timeZone')

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const millimetres = z.int().min(10).max(100)

/** Settings that hold for the whole workspace, each under its key. A key that no one has set has its default. */
export const workspaceSettings = {
  /** Zone in which instants are shown. */
  display: z.strictObject({ timeZone: TimeZone }),
  /** Diameter of a new seal by its kind, mm (conventions-cn: 公章 40 or 42, 合同专用章 42 or 58). */
  sealSizes: z.strictObject({
    [SealKind.enum.official]: millimetres,
    [SealKind.enum.contract]: millimetres,
    [SealKind.enum.finance]: millimetres,
    [SealKind.enum.invoice]: millimetres,
  }),
}

export type SettingKey = keyof typeof workspaceSettings
export type SettingValue<K extends SettingKey> = z.infer<(typeof workspaceSettings)[K]>

export const settingDefaults: { readonly [K in SettingKey]: SettingValue<K> } = {
  display: { timeZone: 'Asia/Shanghai' },
  sealSizes: { official: 42, contract: 42, finance: 38, invoice: 40 },
}
