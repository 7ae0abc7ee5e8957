import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { desktop } from '../lib/desktop.ts'
import { setLanguage, type Language } from '../lib/words.ts'

/** Languages of the screens, each in its own name. */
export const languages: readonly (readonly [Language, string])[] = [
  ['zh', '中文'],
  ['en', 'English'],
]

export const colorSchemes = ['light', 'dark', 'auto'] as const satisfies readonly MantineColorScheme[]

/** Shows all screens, and the desktop app's own menus, in the language at once. */
export function switchLanguage(language: Language): void {
  setLanguage(language)
  void desktop?.setLanguage(language)
}

/** The appearance of all screens, the desktop app's window with them. */
export function useColorScheme(): [MantineColorScheme, (scheme: MantineColorScheme) => void] {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return [
    colorScheme,
    (scheme) => {
      setColorScheme(scheme)
      void desktop?.setColorScheme(scheme)
    },
  ]
}
