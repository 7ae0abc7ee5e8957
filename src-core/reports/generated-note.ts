import type { Language } from './sheet-column.ts'

/** `生成于 2026-11-24 17:30`, as the clock on the wall showed. */
export function generatedNote(instant: number, timeZone: string, language: Language): string {
  // The Swedish form is the ISO one.
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(instant)
  return `${language === 'zh' ? '生成于' : 'Generated'} ${shown}`
}
