import { readFileSync } from 'node:fs'
import { sampleContracts } from './sample-contracts.ts'
import { sampleWorkspace } from './sample-workspace.ts'
import { templateCatalogue, templateDocx } from './template-catalogue.ts'

const assets = new URL('../../assets/', import.meta.url)

export function assetPath(name: string): URL {
  return new URL(name, assets)
}

/**
 * Every file made from the code here, by its path under assets/: the neutral templates, the same on the sample company's
 * letterhead, their list, and a filling for each.
 */
export function generatedFiles(): Map<string, Uint8Array> {
  const encoder = new TextEncoder()
  const json = (value: unknown): Uint8Array => encoder.encode(`${JSON.stringify(value, null, 2)}\n`)
  const letterhead = {
    png: readFileSync(assetPath(`sample/${sampleWorkspace.company.logo}`)),
    width: 30.24,
    height: 8.4,
    description: sampleWorkspace.company.name,
  }
  const files = new Map<string, Uint8Array>()
  for (const spec of templateCatalogue) {
    files.set(`templates/${spec.file}.docx`, templateDocx(spec))
    files.set(`sample/templates/${spec.file}.docx`, templateDocx(spec, letterhead))
    files.set(`sample/${spec.file}.json`, json(sampleContracts[spec.file]!()))
  }
  const list = templateCatalogue.map(({ file, name, type, direction, ourRole, description }) => ({
    file: `${file}.docx`,
    name,
    type,
    direction,
    ourRole,
    description,
  }))
  files.set('templates/templates.json', json(list))
  return files
}
