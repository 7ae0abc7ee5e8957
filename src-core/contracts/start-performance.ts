import { contractStages } from '../../src-shared/contracts/contract-stage.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { contracts } from '../db/schema/contracts.ts'
import type { CommandContext } from '../execution/command-context.ts'
import { readContract } from './contract-content.ts'

/** The first order or payment of a signed contract starts its performance: 已签署 → 履行中. */
export function startPerformance(context: CommandContext, id: Id<'Contract'>): void {
  const contract = readContract(context.read, id)
  if (contract.stage === 'signed')
    context.write.update(contracts, id, { stage: contractStages.move('activate', contract.stage) })
}
