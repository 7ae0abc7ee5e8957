import { useQuery } from '@tanstack/react-query'
import { RoleName } from '../../src-shared/access/roles.ts'
import type { Approver } from '../../src-shared/approvals/flow-definition.ts'
import { ContractType } from '../../src-shared/contracts/contract.ts'
import { formatYuan } from '../../src-shared/kernel/cents.ts'
import { roleWords, wordOf } from '../../src-shared/messages/words.ts'
import { contractWords } from '../components/contract-words.ts'
import { wire } from '../lib/rpc.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import { approverKey, type StepValues } from './flow-values.ts'
import { flowWords } from './flow-words.ts'

/** What flows name: approvers, departments and types in words, what can be chosen, and a step as a sentence. */
export function useFlowNames() {
  const t = useWords(flowWords)
  const contract = useWords(contractWords)
  const language = useLanguage()
  const people = useQuery(wire['people.listUsers'].queryOptions({ input: { limit: 200 } })).data?.rows ?? []
  const departments = useQuery(wire['people.listDepartments'].queryOptions({ input: {} })).data?.rows ?? []

  const approver = (given: Approver): string => {
    switch (given.kind) {
      case 'user':
        return people.find(({ id }) => id === given.userId)?.name ?? t('sentence.someone')
      case 'role':
        return wordOf(roleWords, given.role, language)
      case 'departmentHead':
        return given.up === 0 ? t('head0') : given.up === 1 ? t('head1') : t('headN', { up: given.up })
    }
  }
  const department = (id: string) => departments.find((each) => each.id === id)?.name ?? id
  const type = (name: string) => contract(`types.${name}` as 'types.sales')

  /** 金额 ≥ ¥500,000.00时，由总经理同意 */
  const sentence = (step: StepValues): string => {
    const list = (names: string[]) => names.join(t('sentence.or'))
    const conditions = [
      step.from !== null && t('sentence.from', { amount: formatYuan(step.from) }),
      step.below !== null && t('sentence.below', { amount: formatYuan(step.below) }),
      step.types.length > 0 && t('sentence.types', { list: list(step.types.map(type)) }),
      step.departments.length > 0 && t('sentence.departments', { list: list(step.departments.map(department)) }),
      step.withoutTemplate && t('sentence.withoutTemplate'),
      step.others.length > 0 && t('sentence.others', { count: step.others.length }),
    ].filter((each) => each !== false)
    const when =
      conditions.length === 0
        ? t('sentence.always')
        : t('sentence.when', { conditions: conditions.join(t('sentence.and')) })
    // A role may be held by several; a single person or head decides alone.
    const alone = step.approvers.length === 1 && step.approvers[0]!.kind !== 'role'
    return when + t(`sentence.${alone ? 'one' : step.mode}`, { who: list(step.approvers.map(approver)) })
  }

  /** All that can be asked, and those already chosen that are offered no more. */
  const choices = (chosen: readonly Approver[]) => {
    const option = (each: Approver) => ({ value: approverKey(each), label: approver(each) })
    const groups = [
      { group: t('groups.department'), items: [0, 1, 2].map((up) => option({ kind: 'departmentHead', up })) },
      { group: t('groups.roles'), items: RoleName.options.map((role) => option({ kind: 'role', role })) },
      { group: t('groups.people'), items: people.map(({ id }) => option({ kind: 'user', userId: id })) },
    ]
    const offered = new Set(groups.flatMap(({ items }) => items.map(({ value }) => value)))
    const gone = chosen.filter((each) => !offered.has(approverKey(each))).map(option)
    return gone.length === 0 ? groups : [...groups, { group: '—', items: gone }]
  }
  return {
    sentence,
    choices,
    types: ContractType.options.map((value) => ({
      value,
      label: type(value),
    })),
    departments: departments.map(({ id, name }) => ({ value: id as string, label: name })),
  }
}
