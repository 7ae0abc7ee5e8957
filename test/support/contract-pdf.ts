import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** A Chinese sales contract of `pages` pages as PDF/A-2b, typeset anew: input for stamping, signing and verifying. */
export function contractPdf(pages = 4): Uint8Array {
  const require = createRequire(import.meta.url)
  const folder = (path: string): string => dirname(require.resolve(path))
  const compiler = NodeCompiler.create({
    fontArgs: [
      {
        fontPaths: [
          folder('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
          folder('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
        ],
      },
    ],
  })
  const clauses = Array.from(
    { length: pages - 1 },
    (_, i) =>
      `= 第${i + 1}条 标的与价款\n甲方（盖章）后本合同生效，双方按下列约定履行。合同总价人民币壹拾万元整（¥100,000.00）。\n#pagebreak()`,
  )
  const source = [
    '#set document(title: "产品购销合同", author: "契单", date: datetime(year: 2026, month: 11, day: 24))',
    '#set page(paper: "a4", margin: 2.5cm)',
    '#set text(font: "Noto Serif SC", lang: "zh", size: 11pt)',
    '#show heading: set text(font: "Noto Sans SC")',
    ...clauses,
    '#v(4cm)\n#grid(columns: (1fr, 1fr), row-gutter: 1em, [甲方（盖章）：], [乙方（盖章）：], [法定代表人或授权代表（签字）：], [法定代表人或授权代表（签字）：])',
  ].join('\n')
  return new Uint8Array(
    compiler.pdf({ mainFileContent: source }, { pdfStandard: 'a-2b', creationTimestamp: 1_795_478_400 }),
  )
}
