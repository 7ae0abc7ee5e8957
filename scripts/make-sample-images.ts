import { writeFileSync } from 'node:fs'
import { encodePng } from '../src-core/documents/seal/png.ts'
import { assetPath } from './templates/generated-files.ts'
import { drawSignature, signatures } from './templates/handwriting.ts'
import { drawLogo } from './templates/logo.ts'

// Run after any change of the drawings, and before make-templates, which puts the logo into the letterhead.
writeFileSync(assetPath('sample/logo.png'), encodePng(drawLogo()))
for (const signature of signatures)
  writeFileSync(assetPath(`sample/${signature.file}`), encodePng(drawSignature(signature)))
