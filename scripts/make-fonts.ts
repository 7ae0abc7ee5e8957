import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { decompress } from 'wawoff2'
import { assetsFolder } from '../src-core/app-files.ts'
import { subsetFont } from './fonts/subset-font.ts'

// Makes assets/fonts from the open faces on the package registry. Run after raising one of them; the result is kept in the repository.
const require = createRequire(import.meta.url)
const folder = join(assetsFolder, 'fonts')
mkdirSync(folder, { recursive: true })

async function make(name: string, source: string, file: string, keep: (codePoint: number) => boolean): Promise<void> {
  const root = dirname(require.resolve(`${source}/package.json`))
  const font = await decompress(readFileSync(join(root, 'files', file)))
  writeFileSync(join(folder, `${name}.ttf`), subsetFont(font, keep))
  writeFileSync(join(folder, `${name}.OFL.txt`), readFileSync(join(root, 'LICENSE')))
}

/** Characters of GB 2312, by the code table that Node has. */
function gb2312(): Set<number> {
  const decoder = new TextDecoder('gbk')
  const characters = new Set<number>()
  for (let row = 0xa1; row <= 0xf7; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell))
      if (character.length === 1 && character !== '\ufffd') characters.add(character.codePointAt(0)!)
    }
  return characters
}

const everyday = gb2312()
// 通用规范汉字表 and usual traditional characters beyond GB 2312.
for (const c of readFileSync(join(import.meta.dirname, 'fonts', 'kai-characters.txt'), 'utf8'))
  everyday.add(c.codePointAt(0)!)
const between = (c: number, ...ranges: [number, number][]) => ranges.some(([from, to]) => c >= from && c <= to)

await make(
  'LXGWWenKai-Regular',
  '@fontsource/lxgw-wenkai',
  'lxgw-wenkai-latin-500-normal.woff2',
  (c) =>
    everyday.has(c) ||
    between(c, [0x20, 0x24f], [0x370, 0x3ff], [0x2000, 0x2bff], [0x2ff0, 0x33ff], [0xfe10, 0xfe6f], [0xff00, 0xffef]) ||
    // Rare characters that names have (𠮷) and the Song face lacks: this one stands in.
    c >= 0x20000,
)
await make(
  'NotoSansSymbols2-Regular',
  '@fontsource/noto-sans-symbols-2',
  'noto-sans-symbols-2-symbols-400-normal.woff2',
  (c) =>
    between(
      c,
      [0x2190, 0x23ff],
      [0x2460, 0x27bf],
      [0x2900, 0x297f],
      [0x2b00, 0x2bff],
      [0x1f500, 0x1f5ff],
      [0x1f780, 0x1f7ff],
    ),
)
