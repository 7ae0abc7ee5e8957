import { pinyinSearchText } from '../../src-shared/kernel/pinyin.ts'
import type { CommandContext } from '../execution/command-context.ts'
import type { ContractRecord } from './contract-content.ts'

/** Puts a contract into the search by its numbers, title and parties. */
export function indexContract(context: CommandContext, contract: ContractRecord, partyNames: readonly string[]): void {
  context.index('contract', contract.id, {
    title: `${contract.number ?? contract.draftNumber} ${contract.title}`,
    text: [
      contract.draftNumber,
      ...partyNames,
      contract.notes,
      pinyinSearchText([contract.title, ...partyNames].join(' ')),
    ].join(' '),
  })
}
