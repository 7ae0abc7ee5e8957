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
  /** Size of all XML parts that are read, together. */
  maxXmlBytes: number
  /** Unpacked ÷ packed size, judged on entries over 8 MB only: small parts of blanks may well pack better. */
  maxRatio: number
  /** Nesting of XML elements. Word's own tables in tables stay under 200. */
  maxDepth: number
  /** Elements, attributes and texts of all XML parts together: what the trees cost in memory. */
  maxNodes: number
}

/**
 * Measured on the worst texts we could make: 24 MB of XML or 1.2 million nodes stay under 400 MB and 4 s. A five-page contract has
 * 0.2 MB and 10,000 nodes, one of 500 pages some 15 MB and 800,000.
 */
export const DOCX_LIMITS: DocxLimits = {
  maxFileBytes: 64 * 2 ** 20,
  maxEntries: 4000,
  maxPartBytes: 64 * 2 ** 20,
  maxTotalBytes: 100 * 2 ** 20,
  maxXmlBytes: 24 * 2 ** 20,
  maxRatio: 400,
  maxDepth: 500,
  maxNodes: 1_200_000,
}
