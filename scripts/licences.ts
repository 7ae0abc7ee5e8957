import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'

/** Someone else's work in the product, with the terms it comes under. */
export interface Licence {
  name: string
  /** Empty for a font that came as a file of its own. */
  version: string
  /** SPDX identifier or expression. */
  licence: string
  /** Full text; empty when the package carries none. */
  text: string
  font: boolean
}

interface Manifest {
  name: string
  version: string
  license?: string
  dependencies?: Record<string, string>
}

/** Only a name and a version remain of it in the product: the rest fetches and unpacks it. */
const withoutDependencies = new Set(['electron'])

/** All packages that the product's own code imports or ships, those they need in turn, and the fonts, by name. */
export function readLicences(root: string): Licence[] {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
  const found = new Map<string, Licence>()
  const take = (name: string, from: string): void => {
    const folder = folderOf(name, from)
    if (folder === undefined || found.has(folder)) return
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
    const { version, license = '', dependencies = {} } = manifest
    found.set(folder, {
      // An aliased package is known by what it is, not by what we call it.
      name: manifest.name,
      version,
      licence: license,
      text: licenceText(folder),
      font: name.startsWith('@expo-google-fonts/'),
    })
    if (withoutDependencies.has(name)) return
    for (const dependency of Object.keys(dependencies)) take(dependency, folder)
  }
  for (const name of [...Object.keys(own.dependencies ?? {}), ...importedPackages(root)]) take(name, root)
  return [...found.values(), ...fontFiles(root)].toSorted(
    (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) || (a.version < b.version ? -1 : 1),
  )
}

/** Packages that code of the product imports for more than types. */
function importedPackages(root: string): Set<string> {
  const names = new Set<string>()
  for (const file of globSync('src-*/**/*.{ts,tsx,css}', { cwd: root })) {
    if (/\.test\.tsx?$/.test(file)) continue
    const source = readFileSync(join(root, file), 'utf8')
    for (const [, type, from] of source.matchAll(/^(?:import|export)\s+(type\s)?[^;'"]*?['"]([^'"]+)['"]/gm))
      if (type === undefined) addPackage(names, from!)
    for (const [, from] of source.matchAll(/\bimport\('([^']+)'\)/g)) addPackage(names, from!)
  }
  return names
}

function addPackage(names: Set<string>, specifier: string): void {
  if (/^[./]|:/.test(specifier) || isBuiltin(specifier)) return
  names.add(specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'))
}

/** Where Node would find the package, undefined for one that is not installed: meant for another system. */
function folderOf(name: string, from: string): string | undefined {
  const places = createRequire(join(from, 'package.json')).resolve.paths(name) ?? []
  const place = places.find((each) => existsSync(join(each, name, 'package.json')))
  return place === undefined ? undefined : join(place, name)
}

function licenceText(folder: string): string {
  const file = readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying)/i.test(name))
    .toSorted()
    .at(-1)
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()
}

function fontFiles(root: string): Licence[] {
  return globSync('assets/fonts/*.OFL.txt', { cwd: root }).map((file) => ({
    name: file.slice(dirname(file).length + 1, -'.OFL.txt'.length),
    version: '',
    licence: 'OFL-1.1',
    text: readFileSync(join(root, file), 'utf8').trim(),
    font: true,
  }))
}
