import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { watch } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openWorkspace } from '../../src-core/workspace/workspace.ts'
import { newWorkspace, passphrase, product, program, qidan, scratch } from '../support/qidan.ts'
import { tool } from '../support/tools.ts'

describe('qidan on a workspace', () => {
  it('makes one and says its recovery key once', async () => {
    const dir = join(scratch(), 'new')
    const { code, stdout } = await qidan(['init', '--dir', dir])
    expect(code).toBe(0)
    const key = /：([0-9A-Z]{4}(?:-[0-9A-Z]{4}){7})$/m.exec(stdout)![1]!
    openWorkspace(dir, { recoveryKey: key }).close()
  })

  it('makes none over another one, or among other files', async () => {
    const dir = await newWorkspace()
    const again = await qidan(['init', '--dir', dir])
    expect(again).toMatchObject({ code: 1, stdout: '' })
    expect(again.stderr).toContain('已经有一个工作区')
    const full = scratch()
    writeFileSync(join(full, 'note.txt'), '')
    expect((await qidan(['init', '--dir', full])).stderr).toContain('已有其他文件')
    expect(readdirSync(full)).toEqual(['note.txt'])
  })

  it('leaves nothing of one whose passphrase is too short', async () => {
    const dir = join(scratch(), 'new')
    const { code, stderr } = await qidan(['init', '--dir', dir], { env: { QIDAN_PASSPHRASE: 'short' } })
    expect(code).toBe(1)
    expect(stderr).toContain('口令太短：至少 8 个字符')
    expect(existsSync(dir)).toBe(false)
  })

  it('runs commands and queries, and prints their results as JSON', async () => {
    const dir = await newWorkspace()
    const made = await qidan(['exec', 'products.create', '--dir', dir, '--json', product('A-1')])
    expect(made.code).toBe(0)
    const { id } = JSON.parse(made.stdout) as { id: string }
    const listed = await qidan(['query', 'products.list', '--dir', dir])
    expect(listed.code).toBe(0)
    expect((JSON.parse(listed.stdout) as { rows: { id: string; code: string }[] }).rows).toMatchObject([
      { id, code: 'A-1' },
    ])
  })

  it('reads the input from standard input for -', async () => {
    const dir = await newWorkspace()
    const made = await qidan(['exec', 'products.create', '--dir', dir, '--json', '-'], { input: product('B-1') })
    expect(made.code).toBe(0)
  })

  it('prints a refusal as JSON on standard output, with exit code 1', async () => {
    const dir = await newWorkspace()
    await qidan(['exec', 'products.create', '--dir', dir, '--json', product('A-1')])
    const twice = await qidan(['exec', 'products.create', '--dir', dir, '--json', product('A-1')])
    expect(twice.code).toBe(1)
    expect(JSON.parse(twice.stdout)).toMatchObject({ code: 'product.codeTaken', params: { code: 'A-1' } })
    const wrong = await qidan(['exec', 'products.create', '--dir', dir, '--json', '{"code":1}'])
    expect(wrong.code).toBe(1)
    expect(JSON.parse(wrong.stdout)).toMatchObject({ code: 'input.invalid' })
    const stranger = await qidan(['query', 'products.list', '--dir', dir, '--as', 'nobody'])
    expect(stranger.code).toBe(1)
    expect(JSON.parse(stranger.stdout)).toMatchObject({ code: 'people.noSuchAccount' })
  })

  it.each([
    [['exec', 'products.create']],
    [['exec', 'products.invent', '--dir', 'x']],
    [['query', 'products.create', '--dir', 'x']],
    [['exec', 'products.create', '--dir', 'x', '--json', '{']],
    [['juggle']],
    [['convert', 'a.docx', '--out', 'b.pdf', '--juggle']],
    [['convert', 'a.docx', '--out', 'b.pdf', '--marks', 'some']],
    [['convert', 'a.docx', '--out', 'b.pdf', '--seconds', 'many']],
    [['seed', '--dir', 'x', '--contracts', 'many']],
    [['seal', 'a.pdf', '--out', 'b.pdf']],
    [['sign', 'a.pdf', '--out', 'b.pdf']],
  ])('calls %j wrong usage, with exit code 2', async (args) => {
    const { code, stdout, stderr } = await qidan(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).not.toBe('')
  })

  it.each([
    [[]],
    [['init']],
    [['exec']],
    [['template', 'check']],
    [['convert']],
    [['sign']],
    [['verify']],
    [['check']],
    [['seed']],
  ])('explains %j with --help', async (args) => {
    const { code, stdout } = await qidan([...args, '--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('Usage: qidan')
  })

  it('opens with the right passphrase only, and touches nothing with a wrong one', async () => {
    const dir = await newWorkspace()
    const wrong = await qidan(['query', 'products.list', '--dir', dir], {
      env: { QIDAN_PASSPHRASE: 'wrong horse battery' },
    })
    expect(wrong.code).toBe(1)
    expect(wrong.stderr).toContain('口令或恢复密钥不正确')
    expect((await qidan(['query', 'products.list', '--dir', dir])).code).toBe(0)
  })

  it('asks for the passphrase at a terminal only', async () => {
    const dir = await newWorkspace()
    const none = await qidan(['check', '--dir', dir], { env: { QIDAN_PASSPHRASE: undefined } })
    expect(none.code).toBe(2)
    expect(none.stderr).toContain('QIDAN_PASSPHRASE')
  })

  it('says where there is no workspace', async () => {
    const { code, stderr } = await qidan(['check', '--dir', join(scratch(), 'nowhere')])
    expect(code).toBe(1)
    expect(stderr).toContain('没有工作区')
    const english = await qidan(['--lang', 'en', 'check', '--dir', join(scratch(), 'nowhere')])
    expect(english.stderr).toContain('There is no workspace in')
  })

  it('lets only one process in, names the other one, and opens again when that one has gone', async () => {
    const dir = await newWorkspace()
    const open = openWorkspace(dir, { passphrase })
    const second = await qidan(['query', 'products.list', '--dir', dir])
    expect(second.code).toBe(1)
    expect(second.stderr).toContain(`进程 ${process.pid}`)
    open.close()
    expect((await qidan(['query', 'products.list', '--dir', dir])).code).toBe(0)
  })

  it('finds a new workspace sound', async () => {
    const dir = await newWorkspace()
    const { code, stdout } = await qidan(['check', '--dir', dir, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ sound: true, faults: [] })
  })

  it('makes generated workspaces that are sound, and leaves nothing of one that was interrupted', async () => {
    const dir = join(scratch(), 'seeded')
    const seeded = await qidan(['seed', '--dir', dir, '--contracts', '30', '--until', '2026-11-24'])
    expect(seeded).toMatchObject({ code: 0 })
    expect((await qidan(['check', '--dir', dir])).code).toBe(0)

    const stopped = join(scratch(), 'stopped')
    mkdirSync(stopped)
    const appears = (async () => {
      for await (const { filename } of watch(stopped)) if (filename === 'qidan.db-wal') return
    })()
    const child = spawn(process.execPath, [program, 'seed', '--dir', stopped, '--contracts', '400000'], {
      env: { ...process.env, QIDAN_PASSPHRASE: passphrase },
    })
    const exit = new Promise<number | null>((resolve) => child.on('exit', resolve))
    // As soon as the records are being written.
    await appears
    child.kill('SIGINT')
    expect(await exit).toBe(130)
    expect(readdirSync(stopped)).toEqual([])
  })
})

if (tool('script') !== undefined && process.platform === 'linux')
  describe('at a terminal', () => {
    it('takes a typed passphrase', async () => {
      const dir = await newWorkspace()
      const child = spawn(
        'script',
        ['-qec', `stty cols 80; "${process.execPath}" "${program}" query people.listUsers --dir "${dir}"`, '/dev/null'],
        {
          env: { ...process.env, QIDAN_PASSPHRASE: undefined, SHELL: '/bin/sh' },
        },
      )
      let shown = ''
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        const asked = shown.includes('Passphrase')
        shown += chunk
        if (!asked && shown.includes('Passphrase')) child.stdin.write(`${passphrase}\r`)
      })
      const code = await new Promise((resolve) => child.on('close', resolve))
      expect(code).toBe(0)
      expect(shown).toContain('"account": "admin"')
      expect(shown).not.toContain(passphrase)
    })
  })
