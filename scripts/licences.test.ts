import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLicences } from './licences.ts'

describe('the licences of what the product contains', () => {
  const all = readLicences(join(import.meta.dirname, '..'))
  const named = (name: string) => all.find((each) => each.name === name)

  it('names what the screens, the core and the desktop app are made of, and what those need in turn', () => {
    for (const name of [
      'react',
      'scheduler',
      'zod',
      '@libpdf/core',
      'electron',
      '@myriaddreamin/typst-ts-node-compiler',
    ])
      expect(named(name), name).toBeDefined()
    expect(named('react')).toMatchObject({ licence: 'MIT', font: false })
    expect(named('react')!.text).toContain('Permission is hereby granted')
  })

  it('names the fonts with their own licence, those that are files of ours too', () => {
    const fonts = all.filter(({ font }) => font)
    expect(fonts.map(({ name }) => name)).toContain('LXGWWenKai-Regular')
    for (const { name, text } of fonts) expect(text, name).toContain('SIL OPEN FONT LICENSE')
  })

  it('leaves out what only builds or tests the product', () => {
    for (const name of ['vitest', 'vite', '@playwright/test', 'typescript', 'oxlint'])
      expect(named(name)).toBeUndefined()
  })

  it('finds no terms that forbid giving the product away', () => {
    const permissive =
      /^\(?(MIT|Apache-2\.0|BSD-[23]-Clause|ISC|0BSD|OFL-1\.1|Zlib|BlueOak-1\.0\.0|Unlicense|Python-2\.0|CC0-1\.0|MPL-2\.0| AND | OR )+\)?$/
    expect(all.filter(({ licence }) => !permissive.test(licence))).toEqual([])
  })
})
