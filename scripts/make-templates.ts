import { mkdirSync, writeFileSync } from 'node:fs'
import { assetPath, generatedFiles } from './templates/generated-files.ts'

// Run after any change of a text in scripts/templates or of the sample: node scripts/make-templates.ts
mkdirSync(assetPath('templates/'), { recursive: true })
mkdirSync(assetPath('sample/templates/'), { recursive: true })
for (const [name, bytes] of generatedFiles()) {
  writeFileSync(assetPath(name), bytes)
  console.log(`${name}\t${bytes.length}`)
}
