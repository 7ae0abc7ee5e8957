import { execFileSync } from 'node:child_process'
import { createPrivateKey, webcrypto, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { withFiles } from '../../../test/support/render-pdf.ts'
import { tool } from '../../../test/support/tools.ts'
import { openP12 } from './open-p12.ts'
import { makeWorkspaceAuthority, makeWorkspaceCertificate } from './workspace-certificate.ts'
import { writeP12 } from './write-p12.ts'

const openssl = tool('openssl')
const notBefore = Date.UTC(2026, 10, 1)
const company = '深圳市云帆智能科技有限公司'
const request = { company, person: '张伟铭', validYears: 3, notBefore, password: '口令 abc', keyType: 'P-256' } as const

describe('a workspace certificate', () => {
  it('states company and person in Chinese, its years, and what its key may do', async () => {
    const { certificatePem, notAfter } = await makeWorkspaceCertificate(request)
    const certificate = new X509Certificate(certificatePem)
    expect(certificate.subject).toBe(`C=CN\nO=${company}\nCN=张伟铭`)
    expect(Date.parse(certificate.validFrom)).toBe(notBefore)
    expect(Date.parse(certificate.validTo)).toBe(notAfter)
    expect(notAfter).toBe(Date.UTC(2029, 10, 1))
    expect(certificate.ca).toBe(false)
    expect(certificate.keyUsage).toContain('1.3.6.1.5.5.7.3.36')
    expect(certificate.verify(certificate.publicKey)).toBe(true)
  })

  it.each(['RSA-2048', 'RSA-3072', 'P-256'] as const)('of a %s key opens from its P12 and signs', async (keyType) => {
    const { p12, certificatePem } = await makeWorkspaceCertificate({ ...request, keyType })
    const key = await openP12(p12, request.password)
    expect(new X509Certificate(key.certificate).fingerprint256).toBe(new X509Certificate(certificatePem).fingerprint256)
    expect(key.keyType).toBe(keyType === 'P-256' ? 'EC' : 'RSA')
    expect((await key.sign(new Uint8Array(3))).length).toBeGreaterThan(60)
  })

  it('issued by the workspace root carries the root along', async () => {
    const authority = await makeWorkspaceAuthority({
      company,
      validYears: 10,
      notBefore,
      password: 'secret1',
      keyType: 'P-256',
    })
    const { p12, certificatePem } = await makeWorkspaceCertificate({ ...request, authority })
    const root = new X509Certificate(authority.certificatePem)
    const leaf = new X509Certificate(certificatePem)
    expect(root.ca).toBe(true)
    expect(leaf.checkIssued(root) && leaf.verify(root.publicKey)).toBe(true)
    const key = await openP12(p12, request.password)
    expect(key.chain.map((der) => new X509Certificate(der).fingerprint256)).toEqual([root.fingerprint256])
  })

  it('is refused for names, years and passwords that are out of bounds', async () => {
    await expect(makeWorkspaceCertificate({ ...request, company: ' ' })).rejects.toMatchObject({
      code: 'sign.companyName',
    })
    await expect(makeWorkspaceCertificate({ ...request, person: '名'.repeat(65) })).rejects.toMatchObject({
      code: 'sign.personName',
    })
    await expect(makeWorkspaceCertificate({ ...request, validYears: 21 })).rejects.toMatchObject({
      code: 'sign.validYears',
    })
    await expect(makeWorkspaceCertificate({ ...request, password: '123' })).rejects.toMatchObject({
      code: 'sign.passwordTooShort',
    })
  })
})

describe('opening a P12 file', () => {
  it('refuses a wrong password and what is no P12', async () => {
    const { p12 } = await makeWorkspaceCertificate(request)
    await expect(openP12(p12, 'wrong')).rejects.toMatchObject({ code: 'sign.wrongPassword' })
    await expect(openP12(new TextEncoder().encode('no P12'), 'x')).rejects.toMatchObject({ code: 'sign.notP12' })
    await expect(openP12(p12.slice(0, 300), request.password)).rejects.toMatchObject({ code: 'sign.notP12' })
  })
})

function run(path: (name: string) => string, ...options: string[]): string {
  return execFileSync(openssl!, options, { encoding: 'utf8', stdio: 'pipe', cwd: path('') })
}

/** A P12 file of OpenSSL's with a key on the given curve. */
function p12Of(curve: string, ...digest: string[]): Uint8Array {
  return withFiles({}, (path) => {
    run(path, 'ecparam', '-name', curve, '-genkey', '-noout', '-out', 'k.pem')
    run(path, 'req', '-x509', '-new', '-key', 'k.pem', ...digest, '-out', 'c.pem', '-days', '9', '-subj', '/CN=gm')
    run(path, 'pkcs12', '-export', '-in', 'c.pem', '-inkey', 'k.pem', '-out', 'a.p12', '-passout', 'pass:old123')
    return readFileSync(path('a.p12'))
  })
}

describe.runIf(openssl)('OpenSSL', () => {
  it('opens our P12 and verifies our chain', async () => {
    const authority = await makeWorkspaceAuthority({ company, validYears: 10, notBefore, password: 'secret1' })
    const { p12, certificatePem } = await makeWorkspaceCertificate({ ...request, keyType: 'RSA-2048', authority })
    withFiles({ 'a.p12': p12, 'a.pem': certificatePem, 'root.pem': authority.certificatePem }, (path) => {
      const shown = run(path, 'pkcs12', '-in', 'a.p12', '-passin', `pass:${request.password}`, '-nodes')
      expect(shown).toMatch(/BEGIN PRIVATE KEY/)
      expect(shown.match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
      expect(
        run(
          path,
          'verify',
          '-x509_strict',
          '-attime',
          String(notBefore / 1000 + 86_400),
          '-CAfile',
          'root.pem',
          'a.pem',
        ),
      ).toMatch(/OK/)
      expect(run(path, 'x509', '-in', 'a.pem', '-noout', '-text')).toMatch(/Digital Signature, Non Repudiation/)
    })
  })

  it.each([
    ['RC2 and 3DES, as Windows 7 wrote it', ['-legacy']],
    ['3DES throughout', ['-legacy', '-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES']],
    ['AES-256', []],
  ])('files of %s open', async (_, options) => {
    const bytes = withFiles({}, (path) => {
      run(
        path,
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        'k.pem',
        '-out',
        'c.pem',
        '-days',
        '99',
        '-subj',
        '/CN=old',
      )
      run(
        path,
        'pkcs12',
        '-export',
        '-in',
        'c.pem',
        '-inkey',
        'k.pem',
        '-out',
        'a.p12',
        '-passout',
        'pass:old123',
        ...options,
      )
      return readFileSync(path('a.p12'))
    })
    expect(new X509Certificate((await openP12(bytes, 'old123')).certificate).subject).toBe('CN=old')
    await expect(openP12(bytes, 'old124')).rejects.toMatchObject({ code: 'sign.wrongPassword' })
  })

  it('finds the signer whatever the order of the certificates', async () => {
    const { key, certificates } = withFiles({}, (path) => {
      run(
        path,
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        'ca.key',
        '-out',
        'ca.pem',
        '-days',
        '99',
        '-subj',
        '/CN=root',
      )
      run(path, 'req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'k.pem', '-out', 'k.csr', '-subj', '/CN=signer')
      run(
        path,
        'x509',
        '-req',
        '-in',
        'k.csr',
        '-CA',
        'ca.pem',
        '-CAkey',
        'ca.key',
        '-CAcreateserial',
        '-out',
        'c.pem',
        '-days',
        '99',
      )
      return {
        key: createPrivateKey(readFileSync(path('k.pem'))),
        certificates: ['ca.pem', 'c.pem'].map(
          (name) => new Uint8Array(new X509Certificate(readFileSync(path(name))).raw),
        ),
      }
    })
    const pkcs8 = key.export({ type: 'pkcs8', format: 'der' })
    const cryptoKey = await webcrypto.subtle.importKey(
      'pkcs8',
      pkcs8,
      { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
      true,
      ['sign'],
    )
    const opened = await openP12(
      await writeP12({ key: cryptoKey, certificates, password: 'old123', name: 'x' }),
      'old123',
    )
    expect(new X509Certificate(opened.certificate).subject).toBe('CN=signer')
    expect(opened.chain.map((der) => new X509Certificate(der).subject)).toEqual(['CN=root'])
  })

  it('files with SM2 keys (国密) are refused as such, and unknown curves with their name', async () => {
    await expect(openP12(p12Of('SM2', '-sm3'), 'old123')).rejects.toMatchObject({ code: 'sign.gmUnsupported' })
    await expect(openP12(p12Of('secp256k1'), 'old123')).rejects.toMatchObject({
      code: 'sign.unsupportedKey',
      params: { algorithm: '1.3.132.0.10' },
    })
  })
})
