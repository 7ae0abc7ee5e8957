import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkspace } from '../../src-core/workspace/workspace.ts'
import { fillNewWorkspace } from '../../src-core/workspace/new-workspace.ts'
import { Core } from '../../src-core/core.ts'
import type { DocumentEngine } from '../../src-core/ports/document-engine.ts'
import type { DesktopBridge } from '../../src-shared/rpc/desktop-bridge.ts'
import { electronFolder, launchDesktop, type Desktop } from '../support/launch-desktop.ts'

const root = join(import.meta.dirname, '..', '..')
const home = mkdtempSync(join(tmpdir(), 'qidan-desktop-'))
let desktop: Desktop
let address: string

beforeAll(async () => {
  const vite = (...args: string[]) =>
    execFileSync(process.execPath, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', ...args], {
      cwd: root,
      stdio: 'ignore',
      env: { ...process.env, NODE_ENV: 'production' },
    })
  for (const mode of ['main', 'preload']) vite('--config', 'vite.node.config.ts', '--mode', mode)
  if (!existsSync(join(root, 'out', 'renderer', 'index.html'))) vite()
  desktop = await launchDesktop({ home })
  await desktop.page.getByRole('heading').first().waitFor()
  address = desktop.page.url()
})
afterAll(async () => {
  await desktop?.close()
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
})

const opened = () => desktop.app.evaluate(({ shell }) => (shell as unknown as { calls?: string[][] }).calls ?? [])

describe("the desktop app's page", () => {
  it('has no Node, only the bridge', async () => {
    expect(
      await desktop.page.evaluate(() => ({
        require: typeof (globalThis as Record<string, unknown>).require,
        process: typeof (globalThis as Record<string, unknown>).process,
        bridge: typeof (globalThis as Record<string, unknown>).qidan,
      })),
    ).toEqual({ require: 'undefined', process: 'undefined', bridge: 'object' })
  })

  it('runs no script that is not a file of its own', async () => {
    const ran = await desktop.page.evaluate(async () => {
      const blocked = new Promise<string>((resolve) =>
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        }),
      )
      const script = document.createElement('script')
      script.textContent = 'window.injected = true'
      document.body.append(script)
      return { directive: await blocked, injected: 'injected' in window }
    })
    expect(ran).toEqual({ directive: 'script-src-elem', injected: false })
  })

  it('goes nowhere else', async () => {
    await desktop.page.evaluate(() => {
      location.href = 'http://127.0.0.1:9/elsewhere'
    })
    expect(await desktop.page.evaluate(() => location.href)).toBe(address)
    await desktop.page.getByRole('heading').first().waitFor()
  })

  it('opens no window, and hands only https and mail addresses to the system', async () => {
    for (const url of ['https://example.invalid/a', 'mailto:a@example.invalid', 'file:///etc/passwd', 'javascript:1'])
      await desktop.page.evaluate((url) => void window.open(url), url)
    await expect.poll(opened).toEqual([
      ['openExternal', 'https://example.invalid/a'],
      ['openExternal', 'mailto:a@example.invalid'],
    ])
    expect(desktop.app.windows()).toHaveLength(1)
  })

  it('is granted no camera, place or notifications', async () => {
    const states = await desktop.page.evaluate(() =>
      Promise.all(
        (['camera', 'geolocation', 'notifications'] as PermissionName[]).map(
          async (name) => (await navigator.permissions.query({ name })).state,
        ),
      ),
    )
    expect(states).toEqual(['denied', 'denied', 'denied'])
  })
})

describe('calls to the main process', () => {
  it('are refused to a frame that is not the app', async () => {
    const answers = await desktop.app.evaluate(async ({ ipcMain }) => {
      type Handlers = Map<string, (event: object, ...args: unknown[]) => unknown>
      const handlers = (Reflect.get(ipcMain, 'handlers') ?? Reflect.get(ipcMain, '_invokeHandlers')) as Handlers
      const frames = {
        foreign: { url: 'https://example.invalid/', parent: null },
        lookalike: { url: 'qidan://app.example.invalid/', parent: null },
        inner: { url: 'qidan://app/', parent: {} },
      }
      return Promise.all(
        Object.entries(frames).map(async ([name, senderFrame]) => {
          try {
            await handlers.get('qidan:call')!({ senderFrame, sender: { id: 1 } }, 'updateSettings')
            return [name, 'answered']
          } catch (error) {
            return [name, (error as Error).message]
          }
        }),
      )
    })
    expect(answers).toEqual([
      ['foreign', 'not allowed'],
      ['lookalike', 'not allowed'],
      ['inner', 'not allowed'],
    ])
  })

  it('are answered to the app, and only those of the bridge with arguments of their kind', async () => {
    const tried = await desktop.page.evaluate(async () => {
      const bridge = (globalThis as unknown as { qidan: DesktopBridge }).qidan
      const outcome = (work: Promise<unknown>) =>
        work.then(
          () => 'answered',
          () => 'refused',
        )
      return {
        settings: await outcome(bridge.updateSettings()),
        reveal: await outcome(bridge.revealFile('/etc/passwd')),
        save: await outcome(bridge.saveFile({ hash: 'a'.repeat(64), name: '../../evil' })),
        feed: await outcome(bridge.saveUpdateSettings({ feed: 'http://example.invalid/', channel: 'latest' })),
      }
    })
    expect(tried).toEqual({ settings: 'answered', reveal: 'refused', save: 'refused', feed: 'refused' })
  })
})

// The real keychain is the computer's own; only the double can be told to have another.
const keychains: [string, number][] =
  electronFolder() === undefined
    ? []
    : [
        ['gnome_libsecret', 1],
        ['basic_text', 0],
      ]
it.each(keychains)(
  'offers to remember the key only where the keychain is to be trusted: %s',
  async (keychain, offered) => {
    const home = mkdtempSync(join(tmpdir(), 'qidan-remember-'))
    const passphrase = 'correct horse battery'
    const core = new Core(createWorkspace(join(home, 'workspace'), { passphrase }).workspace, {
      documents: { close: async () => {} } as unknown as DocumentEngine,
    })
    fillNewWorkspace(core, {
      company: { name: '上海契单科技有限公司', creditCode: '', address: '', legalRepresentative: '', phone: '' },
      person: { name: '陈总', account: 'chenzong' },
    })
    await core.close()
    const env = { ELECTRON_DOUBLE_KEYCHAIN: keychain }
    let desktop = await launchDesktop({ home, env })
    try {
      await desktop.page.getByLabel('口令', { exact: true }).fill(passphrase)
      const remember = desktop.page.getByLabel('在这台电脑上记住')
      expect(await remember.count()).toBe(offered)
      if (offered === 1) await remember.check()
      await desktop.page.getByRole('button', { name: '解锁' }).click()
      await desktop.page.getByRole('navigation').first().waitFor()
      await desktop.close()
      desktop = await launchDesktop({ home, env })
      const opened = offered === 1 ? desktop.page.getByRole('navigation') : desktop.page.getByText('解锁工作区')
      await opened.first().waitFor()
    } finally {
      await desktop.close()
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    }
  },
)

describe('the native menu', () => {
  it('reaches the screens, in the language of the screens', async () => {
    const { page, app } = desktop
    const choose = (id: string) =>
      app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()!.getMenuItemById(id)!.click(), id)
    const label = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('newContract')!.label)
    await page.getByRole('button', { name: /示例数据/ }).click()
    await page.getByRole('navigation').first().waitFor()
    expect(await label()).toBe('新建合同')
    await choose('newContract')
    await page.waitForURL(/\/contracts\/new/)
    await choose('shortcuts')
    await page.getByRole('dialog', { name: '键盘快捷键' }).waitFor()
    await page.evaluate(() => (globalThis as unknown as { qidan: DesktopBridge }).qidan.setLanguage('en'))
    expect(await label()).toBe('New contract')
    await choose('zoomIn')
    const zoom = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getZoomLevel())
    expect(zoom).toBe(0.5)
  })
})
