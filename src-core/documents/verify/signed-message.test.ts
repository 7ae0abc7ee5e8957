import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { withFiles } from '../../../test/support/render-pdf.ts'
import { tool } from '../../../test/support/tools.ts'
import { checkSignedMessage, parseSignedMessage } from './signed-message.ts'

const openssl = tool('openssl')
const content = new TextEncoder().encode('合同正文')

/** A detached message by OpenSSL over the content, with a key made by `newKey` and the given options. */
function signedByOpenssl(newKey: readonly string[], ...options: string[]): Uint8Array {
  return withFiles({ content }, (path) => {
    const run = (...parts: string[]): void => void execFileSync(openssl!, parts, { cwd: path(''), stdio: 'pipe' })
    run(
      'req',
      '-x509',
      '-nodes',
      '-newkey',
      ...newKey,
      '-keyout',
      'k.pem',
      '-out',
      'c.pem',
      '-days',
      '99',
      '-subj',
      '/CN=other',
    )
    run(
      'cms',
      '-sign',
      '-binary',
      '-in',
      'content',
      '-outform',
      'DER',
      '-signer',
      'c.pem',
      '-inkey',
      'k.pem',
      '-out',
      'm',
      ...options,
    )
    return readFileSync(path('m'))
  })
}

const rsa = ['rsa:2048']
const curve = (name: string): string[] => ['ec', '-pkeyopt', `ec_paramgen_curve:${name}`]

describe.runIf(openssl)('messages signed by OpenSSL', () => {
  it.each([
    ['RSA with SHA-256', rsa, ['-md', 'sha256'], true],
    ['RSA with SHA-512', rsa, ['-md', 'sha512'], true],
    ['RSA-PSS', rsa, ['-md', 'sha256', '-keyopt', 'rsa_padding_mode:pss'], true],
    ['P-256', curve('P-256'), ['-md', 'sha256'], true],
    ['P-384 with SHA-384', curve('P-384'), ['-md', 'sha384'], true],
    ['a signer named by key identifier', rsa, ['-md', 'sha256', '-keyid'], true],
    ['CAdES attributes', rsa, ['-md', 'sha256', '-cades'], true],
    ['no signed attributes', rsa, ['-md', 'sha256', '-noattr'], true],
    ['indefinite lengths', rsa, ['-md', 'sha256', '-stream', '-indef'], true],
    ['no certificate', rsa, ['-md', 'sha256', '-nocerts'], false],
  ])('%s', (_, key, options, valid) => {
    const message = parseSignedMessage(signedByOpenssl(key, ...options))!
    const findings = checkSignedMessage(message, [content])
    expect(findings).toMatchObject({ cmsValid: valid, digestValid: true })
    expect(findings.signingCertificateMatches).toBe(options.includes('-cades') ? true : valid ? 'absent' : false)
    const other = checkSignedMessage(message, [content.slice(1)])
    expect(other.digestValid && other.cmsValid).toBe(false)
  })

  it('name an outdated digest', () => {
    const findings = checkSignedMessage(parseSignedMessage(signedByOpenssl(rsa, '-md', 'sha1'))!, [content])
    expect(findings.problems).toEqual(['weakDigest'])
  })

  it('are refused with other bytes behind them, and accepted with zeros', () => {
    const message = signedByOpenssl(rsa, '-md', 'sha256')
    expect(parseSignedMessage(Buffer.concat([message, Buffer.alloc(100)]))).toBeDefined()
    expect(parseSignedMessage(Buffer.concat([message, Buffer.from('x')]))).toBeUndefined()
    expect(parseSignedMessage(message.slice(0, -1))).toBeUndefined()
    expect(parseSignedMessage(new Uint8Array())).toBeUndefined()
  })
})
