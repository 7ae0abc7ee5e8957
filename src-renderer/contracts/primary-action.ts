import type { ContractDetail } from '../../src-shared/contracts/contracts-operations.ts'
import { assertNever } from '../../src-shared/kernel/assert-never.ts'

/** The one thing that is next for a contract. */
export type PrimaryAction =
  | 'submit'
  | 'approval'
  | 'revise'
  | 'sign'
  | 'order'
  | 'activate'
  | 'payIn'
  | 'payOut'
  | 'complete'

type Facts = Pick<ContractDetail, 'stage' | 'direction' | 'amount' | 'settledAmount'> & {
  lines: readonly Pick<ContractDetail['lines'][number], 'remainingQuantity'>[]
}

/**
 * What is next, among what the person may do: signed contracts are ordered from while something remains, then paid, then completed;
 * null when nothing is next or it is somebody else's to do.
 */
export function primaryAction(contract: Facts, may: (permission: string) => boolean): PrimaryAction | null {
  const allowed = (action: PrimaryAction, permission: string) => (may(permission) ? action : null)
  switch (contract.stage) {
    case 'draft':
      return allowed('submit', 'contracts.submit')
    case 'pending':
      return allowed('approval', 'approvals.read')
    case 'refused':
      return allowed('revise', 'contracts.draft')
    case 'approved':
      return allowed('sign', 'contracts.sign')
    case 'signed':
    case 'active':
      return (
        (contract.lines.some((line) => line.remainingQuantity > 0) ? allowed('order', 'orders.create') : null) ??
        (contract.stage === 'signed' ? allowed('activate', 'contracts.execute') : null) ??
        (contract.direction !== 'none' && contract.settledAmount < contract.amount
          ? allowed(contract.direction === 'in' ? 'payIn' : 'payOut', 'payments.record')
          : null) ??
        (contract.settledAmount >= contract.amount ? allowed('complete', 'contracts.execute') : null)
      )
    case 'completed':
    case 'terminated':
    case 'void':
      return null
    default:
      return assertNever(contract.stage)
  }
}
