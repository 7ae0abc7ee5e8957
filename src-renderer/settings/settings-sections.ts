import {
  IconDatabase,
  IconRoute,
  IconRubberStamp,
  IconBuilding,
  IconHash,
  IconHistory,
  IconInfoCircle,
  IconPalette,
  IconSitemap,
  IconUsers,
  type Icon,
} from '@tabler/icons-react'
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
  /** A long list, which takes the width; forms and reading keep to 960 px. */
  wide?: boolean
}

/** The sections of the settings in the order of their list; each is loaded when it is first opened. */
export const settingsSections: readonly SettingsSection[] = [
  {
    key: 'company',
    group: 'company',
    icon: IconBuilding,
    permission: 'settings.read',
    component: lazy(async () => ({ default: (await import('./company-section.tsx')).CompanySection })),
  },
  {
    key: 'people',
    group: 'company',
    icon: IconUsers,
    permission: 'people.read',
    component: lazy(async () => ({ default: (await import('./people-section.tsx')).PeopleSection })),
    wide: true,
  },
  {
    key: 'departments',
    group: 'company',
    icon: IconSitemap,
    permission: 'people.read',
    component: lazy(async () => ({ default: (await import('./departments-section.tsx')).DepartmentsSection })),
  },
  {
    key: 'numbering',
    group: 'rules',
    icon: IconHash,
    permission: 'numbering.read',
    component: lazy(async () => ({ default: (await import('./numbering-section.tsx')).NumberingSection })),
  },
  {
    key: 'seals',
    group: 'rules',
    icon: IconRubberStamp,
    permission: 'seals.read',
    component: lazy(async () => ({ default: (await import('./seals-section.tsx')).SealsSection })),
  },
  {
    key: 'flows',
    group: 'rules',
    icon: IconRoute,
    permission: 'approvals.read',
    component: lazy(async () => ({ default: (await import('./flows-section.tsx')).FlowsSection })),
  },
  {
    key: 'data',
    group: 'safety',
    icon: IconDatabase,
    component: lazy(async () => ({ default: (await import('./data-section.tsx')).DataSection })),
  },
  {
    key: 'audit',
    group: 'safety',
    icon: IconHistory,
    permission: 'audit.read',
    component: lazy(async () => ({ default: (await import('./audit-section.tsx')).AuditSection })),
    wide: true,
  },
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
