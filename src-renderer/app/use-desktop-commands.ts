import { spotlight } from '@mantine/spotlight'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { assertNever } from '../../src-shared/kernel/assert-never.ts'
import type { DesktopCommand } from '../../src-shared/rpc/desktop-bridge.ts'
import { desktop } from '../lib/desktop.ts'
import { useHostState } from '../lib/host-state.ts'
import { openAbout } from './about-dialog.tsx'
import { openShortcuts } from './shortcuts-dialog.tsx'

/** Carries out what the native menu or a clicked notification asks for. */
export function useDesktopCommands(): void {
  const navigate = useNavigate()
  const { lock } = useHostState()
  useEffect(() => {
    const carryOut = (command: DesktopCommand): void => {
      switch (command) {
        case 'newContract':
          return void navigate({ to: '/contracts/new' })
        case 'newParty':
          return void navigate({ to: '/parties/new' })
        case 'search':
          return spotlight.open()
        case 'settings':
          return void navigate({ href: '/settings' })
        case 'shortcuts':
          return openShortcuts()
        case 'print':
          return void desktop?.print()
        case 'lock':
          return void lock()
        case 'about':
          return openAbout()
        default:
          if (command.startsWith('open:')) return void navigate({ href: command.slice('open:'.length) })
          assertNever(command as never)
      }
    }
    return desktop?.onCommand(carryOut)
    // The listener uses nothing that changes but these.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [navigate])
}
