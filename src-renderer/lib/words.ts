import i18next from 'i18next'
import { useTranslation } from 'react-i18next'

export type Language = 'zh' | 'en'

type Words = { readonly [key: string]: string | Words }
/** The English words must have exactly the keys of the Chinese ones. */
type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> }
type Paths<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}` }[keyof T & string]

export interface WordsOf<T> {
  namespace: string
  /** Never set; carries the type. */
  shape?: T
}

export type Translate<T> = (key: Paths<T>, params?: Record<string, string | number>) => string

/** The translator for some words, as `TranslateOf<typeof orderWords>`. */
export type TranslateOf<W> = W extends WordsOf<infer T> ? Translate<T> : never

const stored = localStorage.getItem('qidan.language')
const language: Language = stored === 'zh' || stored === 'en' ? stored : 'zh'

await i18next.init({
  lng: language,
  fallbackLng: 'zh',
  ns: [],
  interpolation: { escapeValue: false },
  returnNull: false,
})
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'

/** The words of one area in both languages; `zh` is the original, `en` must match it key by key. `{{name}}` stands for a parameter. */
export function defineWords<const T extends Words>(namespace: string, zh: T, en: Same<T>): WordsOf<T> {
  i18next.addResourceBundle('zh', namespace, zh)
  i18next.addResourceBundle('en', namespace, en)
  return { namespace }
}

/** Translator for an area's words; the component follows a change of language. */
export function useWords<T>(words: WordsOf<T>): Translate<T> {
  const { t } = useTranslation(words.namespace, { i18n: i18next })
  return t as unknown as Translate<T>
}

export function useLanguage(): Language {
  const { i18n } = useTranslation(undefined, { i18n: i18next })
  return i18n.language === 'en' ? 'en' : 'zh'
}

export function setLanguage(next: Language): void {
  localStorage.setItem('qidan.language', next)
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
  void i18next.changeLanguage(next)
}
