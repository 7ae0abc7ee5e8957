/** The spreadsheet writer: WebAssembly that takes about 40 ms and 2 MB to load, so only when something is exported. */
export type Excel = typeof import('wasm-xlsxwriter')

export async function loadExcel(): Promise<Excel> {
  return import('wasm-xlsxwriter')
}
