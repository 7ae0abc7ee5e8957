import type { Json } from '../kernel/json.ts'

export type Language = 'zh' | 'en'

export type Params = Readonly<Record<string, Json>>

/**
 * A sentence with places for parameters: `{dir}` as it is, `{amount:yuan}` in a format of `formats.ts`; `{{x}}` prints `{x}`. Where the sentence itself depends on
 * the parameters a function chooses one; it never puts values in, so that no value is read as a place.
 */
export type MessageText = string | ((params: Params) => string)

/** What happened, where, and what to do; both languages side by side so that neither can be forgotten. */
export interface Message {
  zh: MessageText
  en: MessageText
}

/** Messages by the code of the refusal or warning. */
export type Messages = Readonly<Record<string, Message>>
