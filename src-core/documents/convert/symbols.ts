/** Characters of the symbol fonts, which files name by a private code, as the Unicode characters they look like. */
const wingdings: Record<number, string> = {
  0x28: '☎',
  0x2a: '✉',
  0x36: '⌛',
  0x46: '☞',
  0x4a: '☺',
  0x52: '☼',
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '□',
  0x70: '❐',
  0x71: '❑',
  0x72: '❒',
  0x73: '⬧',
  0x74: '⧫',
  0x75: '◆',
  0x76: '❖',
  0x77: '⬥',
  0x78: '⌧',
  0x7c: '❙',
  0x80: '⓪',
  0x81: '①',
  0x82: '②',
  0x83: '③',
  0x84: '④',
  0x85: '⑤',
  0x86: '⑥',
  0x87: '⑦',
  0x88: '⑧',
  0x89: '⑨',
  0x8a: '⑩',
  0x9f: '•',
  0xa0: '▪',
  0xa1: '○',
  0xa7: '▪',
  0xa8: '□',
  0xaa: '✦',
  0xab: '★',
  0xb2: '✧',
  0xd8: '➢',
  0xdc: '➲',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xe8: '➔',
  0xef: '⇦',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
}
const wingdings2: Record<number, string> = {
  0x50: '✓',
  0x4f: '✗',
  0x51: '☒',
  0x52: '☑',
  0x53: '☒',
  0x54: '☒',
  0x96: '●',
  0x97: '•',
  0x98: '●',
  0xa2: '■',
  0xa3: '□',
  0x2a: '☐',
}
const symbol: Record<number, string> = {
  0xb7: '•',
  0xa8: '♦',
  0xb3: '≥',
  0xa3: '≤',
  0xb9: '≠',
  0xb1: '±',
  0xb4: '×',
  0xb8: '÷',
  0xa5: '∞',
  0xae: '→',
  0xd7: '⋅',
  0xd2: '®',
  0xd3: '©',
  0xd4: '™',
  0xb0: '°',
  0x61: 'α',
  0x62: 'β',
  0x67: 'γ',
  0x64: 'δ',
  0x70: 'π',
  0x6d: 'μ',
  0x57: 'Ω',
  0x53: 'Σ',
  0xe5: '∑',
  0xd6: '√',
  0xbb: '≈',
  0xd0: '∠',
}

/** One symbol by font and code (with or without the private-use offset F000); a bullet when the font's table has none. */
export function symbolCharacter(font: string, code: number): string {
  const plain = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  const name = font.toLowerCase()
  const table = name.includes('wingdings 2')
    ? wingdings2
    : name.includes('wingdings')
      ? wingdings
      : name === 'symbol'
        ? symbol
        : undefined
  if (table !== undefined) return table[plain] ?? '•'
  return code >= 0xf000 && code <= 0xf0ff ? (wingdings[plain] ?? '•') : String.fromCodePoint(code)
}

/** A text whose characters may be private codes of a symbol font. */
export function symbolText(text: string, font = ''): string {
  const symbolic = /wingdings|symbol/i.test(font)
  return [...text]
    .map((c) => {
      const code = c.codePointAt(0)!
      return (code >= 0xf000 && code <= 0xf0ff) || (symbolic && code < 0x100 && code > 0x20)
        ? symbolCharacter(font, code)
        : c
    })
    .join('')
}
