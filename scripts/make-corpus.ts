import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generatedCorpus, resavedByLibreOffice } from './corpus/catalogue.ts'

// Run after any change in scripts/corpus: node scripts/make-corpus.ts
// With --resave also the files that LibreOffice saves anew (needs soffice; their bytes depend on its version).
const folder = join(import.meta.dirname, '..', 'test', 'corpus')
mkdirSync(folder, { recursive: true })
for (const [name, bytes] of await generatedCorpus()) {
  writeFileSync(join(folder, name), bytes)
  console.log(`${name}\t${bytes.length}`)
}

if (process.argv.includes('--resave')) {
  const work = mkdtempSync(join(tmpdir(), 'qidan-corpus-'))
  try {
    for (const [name, from] of Object.entries(resavedByLibreOffice))
      copyFileSync(join(folder, `${from}.docx`), join(work, `${name}.docx`))
    const names = Object.keys(resavedByLibreOffice).map((name) => join(work, `${name}.docx`))
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${join(work, 'profile')}`,
        '--headless',
        '--convert-to',
        'docx:MS Word 2007 XML',
        '--outdir',
        folder,
        ...names,
      ],
      { stdio: 'inherit' },
    )
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
