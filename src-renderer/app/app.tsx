import { MantineProvider, mergeThemeOverrides } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import 'dayjs/locale/zh-cn'
import { followChanges } from '../lib/live.ts'
import { useNewRecoveryKey } from '../lib/new-recovery-key.ts'
import { queryClient } from '../lib/query-client.ts'
import { wire } from '../lib/rpc.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import { router } from './router.tsx'
import { shellWords } from './shell-words.ts'
import { cssVariables, theme } from './theme.ts'

const Welcome = lazy(() => import('../welcome/welcome.tsx').then((module) => ({ default: module.Welcome })))

/** Providers, and the choice between the desk and the first-run or unlock screens. */
export function App() {
  const language = useLanguage()
  const t = useWords(shellWords)
  // Notices bring their own close button, which must have a name in the language of the moment.
  const named = useMemo(
    () =>
      mergeThemeOverrides(theme, {
        components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': t('close') } } } },
      }),
    [t],
  )
  return (
    <MantineProvider theme={named} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <DatesProvider settings={{ locale: language === 'zh' ? 'zh-cn' : 'en', firstDayOfWeek: 1 }}>
        <QueryClientProvider client={queryClient}>
          <ModalsProvider>
            <Notifications position="bottom-right" limit={4} />
            <Desk />
          </ModalsProvider>
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  )
}

function Desk() {
  const { data: state } = useQuery(wire['host.state'].queryOptions())
  const recoveryKey = useNewRecoveryKey()
  useEffect(() => followChanges(queryClient), [])
  if (state === undefined) return null
  if (state.workspace !== 'open' || state.user === null || recoveryKey !== null)
    return (
      <Suspense>
        <Welcome state={state} />
      </Suspense>
    )
  return <RouterProvider router={router} />
}
