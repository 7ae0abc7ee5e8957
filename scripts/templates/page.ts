/** A4 in twips (1/20 pt), with margins as Chinese office documents have them. */
export const page = {
  width: 11906,
  height: 16838,
  top: 1588,
  bottom: 1418,
  side: 1417,
  header: 794,
  footer: 737,
  /** Width of the text: 16 cm. */
  text: 9072,
} as const

/** Ink: almost black text comes from the styles; these are for lines and grounds only, and survive a black-and-white copier. */
export const ink = {
  accent: '1F5A66',
  outline: '44575B',
  inline: 'A7B3B5',
  headGround: 'E6EFF0',
  labelGround: 'F4F7F7',
  quiet: '6B7B7E',
} as const
