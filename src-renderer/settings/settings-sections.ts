import { IconInfoCircle, IconPalette, type Icon } from '@tabler/icons-react'
import { lazy, type ComponentType } from 'react'

export interface SettingsSection {
  key:
    | 'company'
    | 'people'
    | 'departments'
    | 'numbering'
    | 'seals'
    | 'flows'
    | 'data'
    | 'audit'
    | 'appearance'
    | 'about'
  group: 'company' | 'rules' | 'safety' | 'app'
  icon: Icon
  /** Right to read what it shows; without it the section is not listed. */
  permission?: string
  component: ComponentType
}

/** The sections of the settings in the order of their list; each is loaded when it is first opened. */
export const settingsSections: readonly SettingsSection[] = [
  {
    key: 'appearance',
    group: 'app',
    icon: IconPalette,
    component: lazy(async () => ({ default: (await import('./appearance-section.tsx')).AppearanceSection })),
  },
  {
    key: 'about',
    group: 'app',
    icon: IconInfoCircle,
    component: lazy(async () => ({ default: (await import('./about-section.tsx')).AboutSection })),
  },
]
