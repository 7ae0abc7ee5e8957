import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { signPdf } from '../src-core/documents/sign/sign-pdf.ts'
import type { makeWorkspaceCertificate } from '../src-core/documents/sign/workspace-certificate.ts'
import { limitedWork, limitsOf, stampingLimits } from './limited-work.ts'
import { keepApart, readInput } from './read-input.ts'
import { UsageError } from './usage-error.ts'
import { readSecret } from './secrets.ts'
import { writeWhole } from './write-whole.ts'

interface SignOptions {
  out: string
  p12?: string
  makeP12?: string
  company?: string
  reason: string
  location: string
  seconds?: string
}

/** `qidan sign`: signs with a P12, or makes one first and says with which password it was kept. */
export async function sign(file: string, options: SignOptions): Promise<void> {
  if (options.p12 === undefined && options.makeP12 === undefined)
    throw new UsageError('give --p12, or --make-p12 with --company')
  const limits = limitsOf(options, stampingLimits)
  keepApart([file, ...(options.p12 === undefined ? [] : [options.p12])], [options.out, options.makeP12])
  const pdf = readInput(file, 300)
  const signer =
    options.makeP12 === undefined ? await givenKey(options.p12!) : await madeKey(options.makeP12, options.company)
  const { pdf: signed, fieldName } = await limitedWork<typeof signPdf>(
    '../src-core/documents/sign/sign-pdf.ts',
    'signPdf',
    [
      pdf,
      {
        signer,
        time: Date.now(),
        reason: options.reason,
        ...(options.location === '' ? {} : { location: options.location }),
      },
    ],
    limits,
  )
  writeWhole(options.out, signed)
  process.stdout.write(`${options.out}  ${fieldName}\n`)
}

async function givenKey(p12: string) {
  return { p12: readInput(p12, 1), password: await readSecret('QIDAN_P12_PASSWORD', '证书口令 Certificate password') }
}

async function madeKey(file: string, company: string | undefined) {
  if (company === undefined) throw new UsageError('--make-p12 needs --company')
  if (existsSync(file)) throw new UsageError(`${file} exists already; sign with --p12 ${file}`)
  const given = process.env.QIDAN_P12_PASSWORD
  const password = given ?? randomBytes(12).toString('base64url')
  const { p12 } = await limitedWork<typeof makeWorkspaceCertificate>(
    '../src-core/documents/sign/workspace-certificate.ts',
    'makeWorkspaceCertificate',
    [{ company, validYears: 5, notBefore: Date.now() - 60_000, password }],
    // A key of 3072 bits takes an unlucky second or two.
    limitsOf({ seconds: '30' }),
  )
  writeWhole(file, p12)
  process.stdout.write(given === undefined ? `${file}  口令 password: ${password}\n` : `${file}\n`)
  return { p12, password }
}
