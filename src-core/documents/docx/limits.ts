/** Bounds of what a .docx may cost us to open. Sizes are bytes. */
export interface DocxLimits {
  /** Size of the file itself. */
  maxFileBytes: number
  /** Number of zip entries. */
  maxEntries: number
  /** Unpacked size of one entry. */
  maxPartBytes: number
  /** Unpacked size of all entries together. */
  maxTotalBytes: number
  /** Size of one XML part. */
  maxXmlBytes: number
  /** Unpacked ÷ packed size, judged on entries over 8 MB only: small parts of blanks may well pack better. */
  maxRatio: number
  /** Nesting of XML elements. Word's own tables in tables stay under 200. */
  maxDepth: number
  /** Elements, attributes and texts of all XML parts together: what the trees cost in memory. */
  maxNodes: number
}

/**
 * Measured: 2 million nodes cost about 300 MB and 2 s; a 500-page contract has about 1.2 million, a usual one 20,000.
 */
export const DOCX_LIMITS: DocxLimits = {
  maxFileBytes: 100 * 2 ** 20,
  maxEntries: 4000,
  maxPartBytes: 64 * 2 ** 20,
  maxTotalBytes: 150 * 2 ** 20,
  maxXmlBytes: 32 * 2 ** 20,
  maxRatio: 400,
  maxDepth: 500,
  maxNodes: 2_000_000,
}
