import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { signPdf } from '../src-core/documents/sign/sign-pdf.ts'
import { makeWorkspaceCertificate } from '../src-core/documents/sign/workspace-certificate.ts'
import { readSecret } from './desk.ts'
import { UsageError } from './report.ts'
import { writeWhole } from './write-whole.ts'

interface SignOptions {
  out: string
  p12?: string
  makeP12?: string
  company?: string
  reason: string
  location: string
}

/** `qidan sign`: signs with a P12, or makes one first and says with which password it was kept. */
export async function sign(file: string, options: SignOptions): Promise<void> {
  const pdf = readFileSync(file)
  const signer = options.makeP12 === undefined ? await givenKey(options) : await madeKey(options.makeP12, options.company)
  const { pdf: signed, fieldName } = await signPdf(pdf, {
    signer,
    time: Date.now(),
    reason: options.reason,
    ...(options.location === '' ? {} : { location: options.location }),
  })
  writeWhole(options.out, signed)
  process.stdout.write(`${options.out}  ${fieldName}\n`)
}

async function givenKey({ p12 }: SignOptions) {
  if (p12 === undefined) throw new UsageError('give --p12, or --make-p12 with --company')
  return { p12: readFileSync(p12), password: await readSecret('QIDAN_P12_PASSWORD', '证书口令 Certificate password') }
}

async function madeKey(file: string, company: string | undefined) {
  if (company === undefined) throw new UsageError('--make-p12 needs --company')
  if (existsSync(file)) throw new UsageError(`${file} exists already; sign with --p12 ${file}`)
  const given = process.env.QIDAN_P12_PASSWORD
  const password = given ?? randomBytes(12).toString('base64url')
  const { p12 } = await makeWorkspaceCertificate({ company, validYears: 5, notBefore: Date.now() - 60_000, password })
  writeWhole(file, p12)
  process.stdout.write(given === undefined ? `${file}  口令 password: ${password}\n` : `${file}\n`)
  return { p12, password }
}
