import { Loader, NavLink } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { NotFound } from '../app/not-found.tsx'
import { PageBody } from '../components/detail-page.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useMyself, useRights } from '../lib/rights.ts'
import { useWords } from '../lib/words.ts'
import classes from './settings-page.module.css'
import { settingsSections, type SettingsSection } from './settings-sections.ts'
import { settingsWords } from './settings-words.ts'

/** All settings: their list at the left, the chosen one beside it; without a choice the first that the person may see. */
export function SettingsPage() {
  const t = useWords(settingsWords)
  const may = useRights()
  const { section: wanted } = useParams({ strict: false })
  const known = useMyself() !== undefined
  const offered = settingsSections.filter(({ permission }) => permission === undefined || may(permission))
  const section = wanted === undefined ? offered[0] : settingsSections.find(({ key }) => key === wanted)
  if (!known) return null
  if (section === undefined) return <NotFound />
  return (
    <>
      <PageHead title={t('title')} />
      <div className={classes.frame}>
        <SectionList sections={offered} current={section.key} />
        <div className={classes.content}>
          {offered.includes(section) ? (
            <Suspense key={section.key} fallback={<Loader m="xl" />}>
              {section.wide ? (
                <section.component />
              ) : (
                <PageBody>
                  <section.component />
                </PageBody>
              )}
            </Suspense>
          ) : (
            <EmptyState title={t('noRight')} text={t('noRightText')} />
          )}
        </div>
      </div>
    </>
  )
}

function SectionList({ sections, current }: { sections: readonly SettingsSection[]; current: SettingsSection['key'] }) {
  const t = useWords(settingsWords)
  return (
    <nav className={classes.sections} aria-label={t('sections')}>
      <div className={classes.list}>
        {[...Map.groupBy(sections, ({ group }) => group)].map(([group, members]) => (
          <div key={group} role="group" aria-label={t(`groups.${group}`)}>
            <p className={classes.group}>{t(`groups.${group}`)}</p>
            {members.map(({ key, icon: Icon }) => (
              <NavLink
                key={key}
                component={Link}
                to={`/settings/${key}`}
                className={classes.link ?? ''}
                active={key === current}
                label={t(key)}
                leftSection={<Icon size={17} stroke={1.6} aria-hidden />}
              />
            ))}
          </div>
        ))}
      </div>
    </nav>
  )
}
