import { Loader } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { About } from '../app/about-dialog.tsx'
import { aboutWords } from '../app/about-words.ts'
import { Section } from '../components/facts.tsx'
import { useWords } from '../lib/words.ts'

const LicenceList = lazy(async () => ({ default: (await import('./licence-list.tsx')).LicenceList }))

/** Version, place of the data, new versions, and whose work is in the app. */
export function AboutSection() {
  const t = useWords(aboutWords)
  return (
    <>
      <Section title={t('title')}>
        <About />
      </Section>
      <Section title={t('licences')}>
        <Suspense fallback={<Loader />}>
          <LicenceList />
        </Suspense>
      </Section>
    </>
  )
}
