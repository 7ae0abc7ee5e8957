import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { z } from 'zod'
import type { makeDocument } from '../../src-shared/contracts/contracts-operations.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { rpc } from '../lib/rpc.ts'
import { useTask } from '../lib/task.ts'
import { useWords } from '../lib/words.ts'
import { contractDetailWords } from './contract-detail-words.ts'

type Made = z.output<(typeof makeDocument)['output']>

export interface MakeDocument {
  start(): void
  running: boolean
  error: unknown
  /** What the document made last does not show as Word would. */
  notCarried: Made['notCarried']
}

/** Makes the document of a contract as it is now, and says so. */
export function useMakeDocument(id: Id<'Contract'>): MakeDocument {
  const t = useWords(contractDetailWords)
  const task = useTask(rpc['contracts.makeDocument'])
  const [notCarried, setNotCarried] = useState<Made['notCarried']>([])
  const make = async () => {
    const made = await task.start({ id })
    if (made === undefined) return
    setNotCarried(made.notCarried)
    notifications.show({ message: t('done.made') })
  }
  return { running: task.running, error: task.error, notCarried, start: () => void make() }
}
