import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseXml } from '@rgrove/parse-xml'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { generatedCorpus, resavedByLibreOffice } from './corpus/catalogue.ts'

const folder = join(import.meta.dirname, '..', 'test', 'corpus')
const files = await generatedCorpus()
const committed = readdirSync(folder).filter((name) => name.endsWith('.docx'))
const decoder = new TextDecoder()

/** XML parts of a committed file by name. */
function xmlParts(name: string): Map<string, string> {
  const parts = Object.entries(unzipSync(readFileSync(join(folder, name))))
  return new Map(
    parts.filter(([part]) => /\.(xml|rels)$/.test(part)).map(([part, bytes]) => [part, decoder.decode(bytes)]),
  )
}

/** Chinese characters, and words of Latin letters. */
const wordsOf = (xml: string) =>
  Array.from(xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g), ([, text]) => text!)
    .join('')
    .match(/[\u4e00-\u9fff]|[A-Za-z]+/g) ?? []

describe('the corpus of Word files', () => {
  it('is what the texts here make, to the byte (else run make-corpus.ts)', () => {
    const changed = [...files].filter(([name, bytes]) => Buffer.compare(bytes, readFileSync(join(folder, name))) !== 0)
    expect(changed.map(([name]) => name)).toEqual([])
  })

  it('has the same bytes on every run', async () => {
    const again = await generatedCorpus()
    expect([...again].filter(([name, bytes]) => Buffer.compare(bytes, files.get(name)!) !== 0)).toEqual([])
  })

  it('has no file that nothing makes', () => {
    const resaved = Object.keys(resavedByLibreOffice).map((name) => `${name}.docx`)
    expect(committed.toSorted()).toEqual([...files.keys(), ...resaved].toSorted())
    expect(committed.length).toBeGreaterThanOrEqual(26)
  })

  for (const name of committed) {
    it(`${name}: is well-formed, small and has text enough to measure`, () => {
      const parts = xmlParts(name)
      for (const xml of parts.values()) expect(() => parseXml(xml)).not.toThrow()
      expect(wordsOf(parts.get('word/document.xml')!).length).toBeGreaterThanOrEqual(150)
      expect(readFileSync(join(folder, name)).length).toBeLessThan(40_000)
    })
  }
})
