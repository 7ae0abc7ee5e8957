import { Anchor, Paper } from '@mantine/core'
import type { ReactNode } from 'react'
import { desktop } from '../lib/desktop.ts'
import { setLanguage, useLanguage, useWords } from '../lib/words.ts'
import classes from './welcome.module.css'
import { welcomeWords } from './welcome-words.ts'

/** The quiet page around every first screen: the name above, one card, the language below. */
export function WelcomeFrame({ width = 480, children }: { width?: number; children: ReactNode }) {
  const t = useWords(welcomeWords)
  const language = useLanguage()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <main className={classes.page}>
      <div className={`${classes.brand} no-print`}>
        <span className={classes.mark} aria-hidden>
          契
        </span>
        <span>{t('product')}</span>
      </div>
      <Paper className={classes.card ?? ''} style={{ width }}>
        {children}
      </Paper>
      <Anchor
        component="button"
        className="no-print"
        fz={13}
        lang={other === 'zh' ? 'zh-CN' : 'en'}
        onClick={() => {
          setLanguage(other)
          void desktop?.setLanguage(other)
        }}
      >
        {other === 'zh' ? '中文' : 'English'}
      </Anchor>
    </main>
  )
}
