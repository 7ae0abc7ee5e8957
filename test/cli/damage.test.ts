import { spawn } from 'node:child_process'
import { closeSync, fsyncSync, openSync, readSync, statSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Core } from '../../src-core/core.ts'
import { documentPool } from '../../src-core/documents/document-pool.ts'
import { systemUserId } from '../../src-core/execution/read-actor.ts'
import { checkWorkspace } from '../../src-core/workspace/check/check-workspace.ts'
import { openWorkspace, unlockDataKey } from '../../src-core/workspace/workspace.ts'
import { newWorkspace, passphrase, product, qidan } from '../support/qidan.ts'

/** Turns one bit over, as a failing disk does. */
function flipBit(file: string, at: number): void {
  const handle = openSync(file, 'r+')
  const byte = Buffer.alloc(1)
  readSync(handle, byte, 0, 1, at)
  byte[0]! ^= 0x10
  writeSync(handle, byte, 0, 1, at)
  fsyncSync(handle)
  closeSync(handle)
}

const open = (dir: string) => new Core(openWorkspace(dir, { passphrase }), { documents: documentPool() })

async function workspaceWithFiles(count: number): Promise<{ dir: string; hashes: string[] }> {
  const dir = await newWorkspace()
  const core = open(dir)
  const hashes = Array.from({ length: count }, (_, i) => core.workspace.files.put(Buffer.alloc(60_000, i + 1)))
  await core.close()
  return { dir, hashes }
}

describe('a flipped bit', () => {
  it('in the database is found by the check, whichever page it is in', async () => {
    for (const share of [0.3, 0.6, 0.9]) {
      const dir = await newWorkspace()
      const file = join(dir, 'qidan.db')
      flipBit(file, Math.floor(statSync(file).size * share))
      const { code, stdout, stderr } = await qidan(['check', '--dir', dir])
      expect(code).toBe(1)
      expect(`${stdout}${stderr}`).toMatch(/qidan\.db.*(有错误|失败|损坏)/)
    }
  })

  it('at the very beginning keeps the workspace from opening, with words that say what to do', async () => {
    const dir = await newWorkspace()
    flipBit(join(dir, 'qidan.db'), 100)
    const { code, stderr } = await qidan(['query', 'products.list', '--dir', dir])
    expect(code).toBe(1)
    expect(stderr).toMatch(/qidan: .*qidan\.db.*备份/)
  })

  it('in a stored file is found by the check, which goes on with the others', async () => {
    const { dir } = await workspaceWithFiles(4)
    const file = join(dir, 'files.db')
    flipBit(file, Math.floor(statSync(file).size * 0.55))
    const { code, stdout } = await qidan(['check', '--dir', dir, '--json'])
    expect(code).toBe(1)
    const { parts, faults } = JSON.parse(stdout) as {
      parts: { name: string; checked: number; faultCount: number }[]
      faults: { part: string }[]
    }
    expect(faults.map(({ part }) => part)).toContain('files')
    expect(parts.find(({ name }) => name === 'files')!.checked).toBe(4)
    expect(
      parts
        .filter(({ name }) => ['database', 'references', 'audit', 'records'].includes(name))
        .map(({ faultCount }) => faultCount),
    ).toEqual([0, 0, 0, 0])
  })

  it('in the keys keeps the workspace from opening', async () => {
    const dir = await newWorkspace()
    truncateSync(join(dir, 'workspace.json'), 200)
    const { code, stderr } = await qidan(['check', '--dir', dir])
    expect(code).toBe(1)
    expect(stderr).toContain('workspace.json')
  })
})

describe('what the check finds', () => {
  it('names a record that points nowhere, and a row that no command wrote', async () => {
    const dir = await newWorkspace()
    const core = open(dir)
    core.workspace.database.sqlite.exec(`update departments set head_id = '01HZZZZZZZZZZZZZZZZZZZZZZZ'`)
    const { sound, parts } = checkWorkspace(core.workspace)
    expect(sound).toBe(false)
    const codes = parts.flatMap(({ faults }) => faults.map(({ code }) => code))
    expect(codes).toEqual(['check.danglingReference', 'check.recordFault'])
    await core.close()
    const { code, stdout } = await qidan(['check', '--dir', dir])
    expect(code).toBe(1)
    expect(stdout).toContain('部门')
    expect(stdout).toContain('head_id')
  })

  it('names a record whose file is not there', async () => {
    const { dir, hashes } = await workspaceWithFiles(2)
    const core = open(dir)
    const { sqlite } = core.workspace.database
    sqlite.exec(`insert into certificates (id, version, created_at, created_by, updated_at, updated_by, party_id, subject, serial, p12_hash, password, self_made, valid_from, valid_to, active)
      select '01HZZZZZZZZZZZZZZZZZZZZZZZ', 1, 0, created_by, 0, created_by, id, 'CN=x', '01', '${hashes[0]}', '', 1, '2026-01-01', '2027-01-01', 1 from parties limit 1`)
    expect(checkWorkspace(core.workspace).parts.at(-1)!).toMatchObject({ name: 'documents', checked: 1, faultCount: 0 })
    core.workspace.files.sqlite.prepare('delete from blobs where hash = ?').run(hashes[0])
    const { faults } = checkWorkspace(core.workspace).parts.at(-1)!
    expect(faults).toMatchObject([{ code: 'check.fileMissing', params: { table: 'certificates', hash: hashes[0]! } }])
    await core.close()
  })
})

describe('kill -9', () => {
  it('at any moment of twenty runs loses no command that was acknowledged, and leaves the workspace sound', async () => {
    const dir = await newWorkspace()
    const dataKey = Buffer.from(unlockDataKey(dir, { passphrase })).toString('hex')
    const acknowledged: string[] = []
    for (let kill = 0; kill < 20; kill++) {
      // Killed after so many commands: in between, another one is always under way.
      const codes = await loopUntilKilled(dir, dataKey, kill * 1000, 1 + ((kill * 7) % 13))
      acknowledged.push(...codes)
    }
    const core = open(dir)
    const kept = new Set(core.workspace.database.sqlite.prepare('select code from products').pluck().all())
    await core.close()
    expect(acknowledged.length).toBeGreaterThan(100)
    expect(acknowledged.filter((code) => !kept.has(code))).toEqual([])
    expect((await qidan(['check', '--dir', dir])).code).toBe(0)
  }, 300_000)
})

function loopUntilKilled(dir: string, dataKey: string, first: number, after: number): Promise<string[]> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '..', 'support', 'exec-loop.ts'), dir, dataKey, String(first)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let shown = ''
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk
  })
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    shown += chunk
    if (shown.split('\n').length > after) child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(shown.split('\n').slice(0, -1))
      else reject(new Error(errors))
    })
  })
}

describe('a full disk', () => {
  it('refuses the command that does not fit, keeps everything before it, and goes on when there is room again', async () => {
    const dir = await newWorkspace()
    const core = open(dir)
    const { sqlite } = core.workspace.database
    const pages = sqlite.pragma('page_count', { simple: true }) as number
    sqlite.pragma(`max_page_count = ${pages + 12}`)
    const made: string[] = []
    let refusal: { code: string } | undefined
    while (refusal === undefined && made.length < 5000) {
      const code = `F-${made.length}`
      const result = core.executeNamed('products.create', JSON.parse(product(code)), systemUserId)
      if (result.ok) made.push(code)
      else refusal = result
    }
    expect(refusal).toMatchObject({ code: 'workspace.diskFull' })
    sqlite.pragma('max_page_count = 1000000')
    expect(core.executeNamed('products.create', JSON.parse(product('F-more')), systemUserId).ok).toBe(true)
    expect(sqlite.prepare('select count(*) from products').pluck().get()).toBe(made.length + 1)
    expect(checkWorkspace(core.workspace).sound).toBe(true)
    await core.close()
  })

  it('refuses a file that does not fit', async () => {
    const dir = await newWorkspace()
    const core = open(dir)
    const { files } = core.workspace
    files.sqlite.pragma(`max_page_count = ${(files.sqlite.pragma('page_count', { simple: true }) as number) + 4}`)
    expect(() => files.put(Buffer.alloc(200_000, 7))).toThrow(expect.objectContaining({ code: 'workspace.diskFull' }))
    files.sqlite.pragma('max_page_count = 1000000')
    expect(files.get(files.put(Buffer.alloc(200_000, 7)))).toHaveLength(200_000)
    await core.close()
  })

  it('met by the program leaves the workspace as it was, and says so', async () => {
    const dir = await newWorkspace()
    const { size } = statSync(join(dir, 'qidan.db'))
    // No file may grow: neither the database nor its log.
    const refused = await qidan(['exec', 'products.create', '--dir', dir, '--json', product('F-1')], { fileLimit: 4 })
    expect(refused.code).toBe(1)
    expect(`${refused.stdout}${refused.stderr}`).toMatch(/workspace\.(writeFailed|diskFull)|qidan\.db/)
    expect(statSync(join(dir, 'qidan.db')).size).toBe(size)
    expect((await qidan(['check', '--dir', dir])).code).toBe(0)
    expect((await qidan(['exec', 'products.create', '--dir', dir, '--json', product('F-1')])).code).toBe(0)
  })
})
