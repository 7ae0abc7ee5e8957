import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { licences } from 'virtual:licences'
import { aboutWords } from '../app/about-words.ts'
import { useWords } from '../lib/words.ts'
import classes from './licence-list.module.css'

/** Whose work is in the product: each opens to the text of its licence. */
export function LicenceList() {
  const t = useWords(aboutWords)
  const [text, setText] = useState('')
  const found = licences.filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()))
  return (
    <>
      <Text fz={13} c="dimmed" mb="sm">
        {t('licencesText', { count: licences.length })}
      </Text>
      <TextInput
        aria-label={t('licencesFind')}
        placeholder={t('licencesFind')}
        maw={320}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {found.length === 0 && (
        <Text fz={13} mt="sm">
          {t('licencesNone', { text: text.trim() })}
        </Text>
      )}
      <ul className={classes.list}>
        {found.map((each) => (
          <li key={`${each.name} ${each.version}`}>
            <details>
              <summary>
                <span className={classes.name}>
                  {each.name} <span className={classes.quiet}>{each.font ? t('font') : each.version}</span>
                </span>
                <span className={classes.quiet}>{each.licence}</span>
              </summary>
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard */}
              <pre className={classes.text} tabIndex={0}>
                {each.text === '' ? t('noText') : each.text}
              </pre>
            </details>
          </li>
        ))}
      </ul>
    </>
  )
}
