/** Headers of every answer that a page of the app gets, in the desktop and in a browser: only its own scripts run, nothing is fetched elsewhere. */
export const pageHeaders: Readonly<Record<string, string>> = {
  // pdf.js compiles its image decoders to WebAssembly; Mantine writes style elements.
  'content-security-policy':
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
