import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { NtExecutable, NtExecutableResource } from 'pe-library'
import { Resource } from 'resedit'

export type System = 'linux' | 'win32' | 'darwin'

/** Where Electron keeps its switches: a sentinel, a version, how many there are, and each as on ('1') or off ('0'). */
const fuses = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100010'),
])

/**
 * A folder shaped like an unpacked Electron release of a system, so that electron-builder can be tried without the download: its programs
 * do nothing, but carry fuses, resources and names where the builder looks for them.
 */
export function makeStandInDist(folder: string, system: System, version: string): void {
  rmSync(folder, { recursive: true, force: true })
  const put = (file: string, content: string | Uint8Array = '') => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content, { mode: 0o755 })
  }
  const program = Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), fuses, Buffer.alloc(64)])
  put('version', version)
  put('LICENSE')
  put('LICENSES.chromium.html')
  if (system === 'darwin') return putApp(put, program, version)
  for (const locale of ['zh-CN', 'en-US']) put(`locales/${locale}.pak`)
  if (system === 'win32') return put('electron.exe', Buffer.concat([windowsProgram(), fuses]))
  put('electron', program)
  put('chrome-sandbox')
  put('chrome_crashpad_handler')
}

function windowsProgram(): Buffer {
  const program = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(program)
  Resource.VersionInfo.create({
    lang: 1033,
    fixedInfo: {},
    strings: [{ lang: 1033, codepage: 1200, values: { ProductName: 'Electron', FileDescription: 'Electron' } }],
  }).outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  return Buffer.from(program.generate())
}

function putApp(put: (file: string, content?: string | Uint8Array) => void, program: Buffer, version: string): void {
  const contents = 'Electron.app/Contents'
  put(`${contents}/MacOS/Electron`, program)
  put(`${contents}/Info.plist`, plist('Electron', 'com.github.Electron', version))
  put(`${contents}/PkgInfo`, 'APPL????')
  put(`${contents}/Resources/electron.icns`)
  for (const locale of ['zh_CN', 'en']) {
    put(`${contents}/Resources/${locale}.lproj/locale.pak`)
    put(`${contents}/Frameworks/Electron Framework.framework/Versions/A/Resources/${locale}.lproj/locale.pak`)
  }
  put(`${contents}/Frameworks/Electron Framework.framework/Electron Framework`, program)
  for (const kind of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
    const name = `Electron Helper${kind}`
    put(`${contents}/Frameworks/${name}.app/Contents/MacOS/${name}`, program)
    put(`${contents}/Frameworks/${name}.app/Contents/Info.plist`, plist(name, 'com.github.Electron.helper', version))
  }
}

function plist(name: string, id: string, version: string): string {
  const entries = {
    CFBundleExecutable: name,
    CFBundleIdentifier: id,
    CFBundleName: name,
    CFBundleDisplayName: name,
    CFBundleShortVersionString: version,
    CFBundleVersion: version,
    LSMinimumSystemVersion: '12.0',
  }
  const dict = Object.entries(entries).map(([key, value]) => `<key>${key}</key><string>${value}</string>`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>${dict.join('')}</dict></plist>
`
}
