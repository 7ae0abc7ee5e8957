import { ActionIcon, AppShell, Badge, Button, Kbd, NavLink, Text, Tooltip } from '@mantine/core'
import { useHotkeys, useLocalStorage } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { desktop } from '../lib/desktop.ts'
import { useHostLink } from '../lib/host-link.ts'
import { useHostState } from '../lib/host-state.ts'
import { useInstantText } from '../lib/instants.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { CommandPalette } from './command-palette.tsx'
import { navigation, type NavigationItem } from './navigation.ts'
import { PersonMenu } from './person-menu.tsx'
import { openShortcuts } from './shortcuts-dialog.tsx'
import { useDesktopCommands } from './use-desktop-commands.ts'
import { useDesktopNotices } from './use-desktop-notices.ts'
import { useFileDrop } from './use-file-drop.ts'
import { shellWords } from './shell-words.ts'
import { useWhatsNewOnce } from './whats-new.tsx'
import classes from './shell.module.css'

const wide = 208
const narrow = 56

/** Navigation left, search and person above, the page in the rest. */
export function Shell() {
  const t = useWords(shellWords)
  const [collapsed, setCollapsed] = useLocalStorage({
    key: 'qidan.navigation',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  const navigate = useNavigate()
  useHotkeys([
    ['shift+?', openShortcuts],
    ['mod+N', () => void navigate({ to: '/contracts/new' })],
    ['mod+,', () => void navigate({ to: '/settings' })],
  ])
  useGoKeys()
  useDesktopCommands()
  useFileDrop()
  useWhatsNewOnce()
  useDesktopNotices()
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: collapsed ? narrow : wide, breakpoint: 0 }}
      transitionDuration={0}
    >
      <a className="skip-link" href="#page">
        {t('nav.skip')}
      </a>
      <AppShell.Header className="no-print">
        <div className={desktop?.platform === 'darwin' ? `${classes.header} ${classes.macos}` : classes.header}>
          <Text fw={700} fz={16} c="teal">
            {t('product')}
          </Text>
          <Button
            variant="default"
            className={classes.search ?? ''}
            leftSection={<IconSearch size={15} />}
            rightSection={<Kbd size="xs">{desktop?.platform === 'darwin' ? '⌘K' : 'Ctrl K'}</Kbd>}
            onClick={spotlight.open}
          >
            <Text span fz={13} truncate>
              {t('search')}
            </Text>
          </Button>
          <PersonMenu />
        </div>
      </AppShell.Header>
      <AppShell.Navbar className={`${classes.navbar} no-print`} aria-label={t('nav.label')}>
        <Navigation collapsed={collapsed} />
        <Tooltip label={t(collapsed ? 'nav.expand' : 'nav.collapse')} position="right">
          <ActionIcon
            m={12}
            onClick={() => setCollapsed(!collapsed)}
            aria-label={t(collapsed ? 'nav.expand' : 'nav.collapse')}
          >
            {collapsed ? <IconLayoutSidebarLeftExpand size={18} /> : <IconLayoutSidebarLeftCollapse size={18} />}
          </ActionIcon>
        </Tooltip>
      </AppShell.Navbar>
      <AppShell.Main className={classes.main}>
        <Bars />
        <div className={classes.page} id="page" tabIndex={-1}>
          <Outlet />
        </div>
      </AppShell.Main>
      <CommandPalette />
    </AppShell>
  )
}

function Navigation({ collapsed }: { collapsed: boolean }) {
  const t = useWords(shellWords)
  const { pathname } = useLocation()
  const { data: inbox } = useQuery(wire['approvals.list'].queryOptions({ input: { box: 'inbox', limit: 1 } }))
  const counts: Partial<Record<NavigationItem['key'], number>> = { approvals: inbox?.total ?? 0 }
  return (
    <div style={{ flex: 1, overflowY: 'auto' }}>
      {navigation.map((group) => (
        <div key={group.key} role="group" aria-label={t(`nav.${group.key}`)}>
          {collapsed ? <div style={{ height: 12 }} /> : <div className={classes.group}>{t(`nav.${group.key}`)}</div>}
          {group.items.map(({ key, to, icon: Icon }) => {
            const count = counts[key] ?? 0
            const label = t(`nav.${key}`)
            return (
              <Tooltip key={key} label={label} position="right" disabled={!collapsed}>
                <NavLink
                  component={Link}
                  to={to}
                  className={classes.link ?? ''}
                  active={
                    to === '/'
                      ? pathname === '/'
                      : pathname.startsWith(to) || (to === '/templates' && pathname.startsWith('/clauses'))
                  }
                  aria-label={label}
                  label={collapsed ? undefined : label}
                  leftSection={<Icon size={18} stroke={1.6} />}
                  rightSection={
                    count > 0 && !collapsed ? (
                      <Badge size="sm" variant="filled">
                        {count > 99 ? '99+' : count}
                      </Badge>
                    ) : undefined
                  }
                />
              </Tooltip>
            )
          })}
        </div>
      ))}
    </div>
  )
}

/** What everyone at the desk must know right now: no connection, or only sample data. */
function Bars() {
  const t = useWords(shellWords)
  const link = useHostLink()
  const { state, leaveSample } = useHostState()
  const instant = useInstantText()
  const behind = state?.clockBehind ?? null
  return (
    <div aria-live="polite" className="no-print">
      {behind !== null && (
        <div className={`${classes.bar} ${classes.lost}`}>{t('clockBehind', { when: instant(behind) })}</div>
      )}
      {link === 'lost' && <div className={`${classes.bar} ${classes.lost}`}>{t('hostLost')}</div>}
      {state?.sample && (
        <div className={`${classes.bar} ${classes.sample}`}>
          {t('sampleBanner')}
          <Button size="compact-xs" variant="default" onClick={leaveSample}>
            {t('sampleBannerAction')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** g, then a letter within a second, goes to a place, as in Linear and GitHub. */
function useGoKeys() {
  const navigate = useNavigate()
  useEffect(() => {
    let armedAt = 0
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        target.closest('input, textarea, select, [contenteditable]')
      )
        return
      if (event.key === 'g') {
        armedAt = event.timeStamp
        return
      }
      if (event.timeStamp - armedAt > 1000) return
      armedAt = 0
      const item = navigation.flatMap((group) => group.items).find(({ letter }) => letter === event.key)
      if (item !== undefined) void navigate({ to: item.to })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [navigate])
}
