import { createTheme, rem, Table, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** Deep blue-green, the one accent; index 7 carries white text at 5.9:1, index 4 is read on dark ground. */
const teal: MantineColorsTuple = [
  '#eef7f7',
  '#d9ecec',
  '#b3d9da',
  '#86c3c6',
  '#5fb0b4',
  '#2f9399',
  '#187a81',
  '#0f666d',
  '#0b545a',
  '#074147',
]

/** Neutral greys with a breath of the accent, so that surfaces stay calm beside it. */
const gray: MantineColorsTuple = [
  '#f7f8f8',
  '#eff1f1',
  '#e2e5e6',
  '#cfd4d5',
  '#adb4b6',
  '#848d90',
  '#626b6e',
  '#485053',
  '#32383b',
  '#202527',
]

const dark: MantineColorsTuple = [
  '#d5d9da',
  '#b3babc',
  '#8d9699',
  '#667074',
  '#444c50',
  '#363d40',
  '#272d30',
  '#1d2224',
  '#171b1d',
  '#111416',
]

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  colors: { teal, gray, dark },
  fontFamily:
    '"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Segoe UI", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Consolas, "Noto Sans Mono CJK SC", monospace',
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(20) },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.55', xl: '1.4' },
  defaultRadius: 'sm',
  radius: { xs: rem(3), sm: rem(5), md: rem(8), lg: rem(12), xl: rem(20) },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(20), lineHeight: '1.4' },
      h2: { fontSize: rem(16), lineHeight: '1.4' },
      h3: { fontSize: rem(14), lineHeight: '1.5' },
    },
  },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right', comboboxProps: { shadow: 'md' } } },
    // Lines as quiet as those of the lists.
    Table: Table.extend({ vars: () => ({ table: { '--table-border-color': 'var(--line)' } }) }),
    Menu: { defaultProps: { shadow: 'md' } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false } },
    Modal: { defaultProps: { centered: true }, styles: { title: { fontWeight: 600 } } },
    Loader: { defaultProps: { type: 'dots', size: 'sm' } },
  },
})

/**
 * Colours by meaning, with AA contrast on their own ground in both schemes; Mantine's light badges fail it.
 * `--tone-<name>-ground` and `--tone-<name>-text`.
 */
const tones = {
  draft: { light: ['#eceeef', '#495154'], dark: ['#2d3437', '#b9c1c4'] },
  waiting: { light: ['#fdf0d3', '#7a4d00'], dark: ['#3d2f12', '#f2c464'] },
  force: { light: ['#e0edfb', '#174e8c'], dark: ['#18304a', '#93c1f5'] },
  done: { light: ['#dff3e4', '#1c5f33'], dark: ['#16361f', '#86d29d'] },
  late: { light: ['#fde6e4', '#a1221a'], dark: ['#45201d', '#f7a29b'] },
  void: { light: ['#eceeef', '#5a6265'], dark: ['#2a3033', '#98a1a4'] },
} as const

export type Tone = keyof typeof tones

export const cssVariables: CSSVariablesResolver = () => {
  const of = (scheme: 'light' | 'dark') =>
    Object.fromEntries(
      Object.entries(tones).flatMap(([name, colors]) => [
        [`--tone-${name}-ground`, colors[scheme][0]],
        [`--tone-${name}-text`, colors[scheme][1]],
      ]),
    )
  return {
    variables: {},
    light: {
      ...of('light'),
      '--surface': '#ffffff',
      '--ground': '#f7f8f8',
      '--line': '#e2e5e6',
      '--text-quiet': '#5b6467',
      '--mantine-color-dimmed': '#5b6467',
      '--mantine-color-placeholder': '#6f787b',
      '--mantine-color-error': '#a1221a',
    },
    dark: {
      ...of('dark'),
      '--surface': '#1d2224',
      // The chosen place in the navigation: lighter than its ground, not darker.
      '--mantine-color-teal-light': '#203a3d',
      '--ground': '#171b1d',
      '--line': '#32393c',
      '--text-quiet': '#a2abae',
      '--mantine-color-dimmed': '#a2abae',
      '--mantine-color-placeholder': '#8a9396',
      '--mantine-color-error': '#f7a29b',
    },
  }
}
