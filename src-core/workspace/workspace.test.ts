import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { normalizeRecoveryKey } from './key-wrapping.ts'
import { changePassphrase, createWorkspace, openWorkspace } from './workspace.ts'

let root: string
let dir: string
let recoveryKey: string
const passphrase = '正确的马电池订书钉'

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'qidan-workspace-'))
  dir = join(root, 'a')
  const made = createWorkspace(dir, { passphrase })
  recoveryKey = made.recoveryKey
  made.workspace.files.put(Buffer.from('绝密标记 MARKED-PLAIN-TEXT'))
  made.workspace.database.sqlite.exec(`create table probe (text); insert into probe values ('MARKED-PLAIN-TEXT')`)
  made.workspace.close()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A copy that a test may spoil. */
let copies = 0
function copy(): string {
  copies += 1
  const to = join(root, `copy-${copies}`)
  cpSync(dir, to, { recursive: true })
  return to
}

describe('a workspace', () => {
  it('opens by its passphrase and by its recovery key, however that is typed', () => {
    openWorkspace(dir, { passphrase }).close()
    openWorkspace(dir, { recoveryKey: recoveryKey.toLowerCase().replaceAll('-', ' ') }).close()
    expect(normalizeRecoveryKey('o0ol-il1i')).toBe('0001-1111')
  })

  it('refuses another passphrase', () => {
    expect(() => openWorkspace(dir, { passphrase: 'something else' })).toThrow('workspace.wrongPassphrase')
  })

  it('refuses a short passphrase, a folder with other things in it, and a workspace over another', () => {
    expect(() => createWorkspace(join(root, 'short'), { passphrase: '1234567' })).toThrow(
      'workspace.passphraseTooShort',
    )
    expect(() => createWorkspace(dir, { passphrase })).toThrow('workspace.exists')
    const other = mkdtempSync(join(root, 'other-'))
    writeFileSync(join(other, 'letter.txt'), 'x')
    expect(() => createWorkspace(other, { passphrase })).toThrow('workspace.folderNotEmpty')
  })

  it('holds no plain text in any of its files', () => {
    for (const name of readdirSync(dir)) expect(readFileSync(join(dir, name)).includes('MARKED-PLAIN-TEXT')).toBe(false)
  })

  it('belongs to one process at a time', () => {
    const held = openWorkspace(dir, { passphrase })
    expect(() => openWorkspace(dir, { passphrase })).toThrow('workspace.inUse')
    held.close()
    openWorkspace(dir, { passphrase }).close()
  })

  it('takes a new passphrase without touching the data', () => {
    const at = copy()
    const before = readFileSync(join(at, 'qidan.db'))
    changePassphrase(at, { passphrase }, '另一个口令一二三')
    expect(readFileSync(join(at, 'qidan.db')).equals(before)).toBe(true)
    expect(() => openWorkspace(at, { passphrase })).toThrow('workspace.wrongPassphrase')
    openWorkspace(at, { passphrase: '另一个口令一二三' }).close()
  })

  it('notices a flipped bit of the database or of a file', () => {
    for (const name of ['qidan.db', 'files.db']) {
      const at = copy()
      const bytes = readFileSync(join(at, name))
      bytes[bytes.length - 2000]! ^= 1
      writeFileSync(join(at, name), bytes)
      const read = () => {
        const workspace = openWorkspace(at, { passphrase })
        try {
          expect(workspace.database.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
          for (const hash of workspace.files.hashes()) workspace.files.get(hash)
        } finally {
          workspace.close()
        }
      }
      expect(read).toThrow()
    }
  })

  it('refuses a manifest that is no manifest', () => {
    const at = copy()
    writeFileSync(join(at, 'workspace.json'), '{')
    expect(() => openWorkspace(at, { passphrase })).toThrow('workspace.damaged')
  })
})
