import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A time stamping authority on loopback, answering by OpenSSL. Close it after use. */
export interface TimestampServer {
  readonly url: string
  readonly certificatePem: string
  close(): Promise<void>
}

const configuration = `
[ca]
basicConstraints = critical, CA:true
[tsa]
extendedKeyUsage = critical, timeStamping
[tsr]
default_tsa = tsr_config
[tsr_config]
dir = .
serial = serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
[req]
distinguished_name = dn
[dn]
`

export async function startTimestampServer(openssl: string): Promise<TimestampServer> {
  const folder = mkdtempSync(join(tmpdir(), 'qidan-tsa-'))
  const run = (...options: string[]): void => void execFileSync(openssl, options, { cwd: folder, stdio: 'pipe' })
  writeFileSync(join(folder, 'ts.cnf'), configuration)
  writeFileSync(join(folder, 'serial'), '01\n')
  run(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'key.pem',
    '-out',
    'tsa.pem',
    '-days',
    '3650',
    '-subj',
    '/CN=Test TSA',
    '-config',
    'ts.cnf',
    '-extensions',
    'tsa',
  )
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      if (request.url === '/refuse') {
        response.writeHead(503).end()
        return
      }
      writeFileSync(join(folder, 'query.tsq'), Buffer.concat(pieces))
      // For the test of an authority that stamps something else.
      if (request.url === '/other') run('ts', '-query', '-data', 'ts.cnf', '-sha256', '-cert', '-out', 'query.tsq')
      run(
        'ts',
        '-reply',
        '-queryfile',
        'query.tsq',
        '-signer',
        'tsa.pem',
        '-inkey',
        'key.pem',
        '-config',
        'ts.cnf',
        '-section',
        'tsr_config',
        '-out',
        'reply.tsr',
      )
      response
        .writeHead(200, { 'Content-Type': 'application/timestamp-reply' })
        .end(readFileSync(join(folder, 'reply.tsr')))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    certificatePem: readFileSync(join(folder, 'tsa.pem'), 'utf8'),
    async close() {
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true })
    },
  }
}
