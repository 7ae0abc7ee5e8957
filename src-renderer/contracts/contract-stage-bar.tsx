import type { ContractStage } from '../../src-shared/contracts/contract-stage.ts'
import { contractWords } from '../components/contract-words.ts'
import { StageBar } from '../components/stage-bar.tsx'
import { useWords } from '../lib/words.ts'

/** The way a contract goes when nothing comes between. */
const way: readonly ContractStage[] = ['draft', 'pending', 'approved', 'signed', 'active', 'completed']

/** How far each way out had come: what stands before it was done. */
const leftFrom: Partial<Record<ContractStage, number>> = { refused: 2, terminated: 5, void: 2 }

/** Where the contract is on its way, and how it ended when it left it. */
export function ContractStageBar({ stage, signed }: { stage: ContractStage; signed: boolean }) {
  const t = useWords(contractWords)
  const at = way.indexOf(stage)
  const left = stage === 'void' && signed ? 4 : leftFrom[stage]
  const shown = left === undefined ? way : [...way.slice(0, left), stage]
  return (
    <StageBar
      label={t('progress')}
      stages={shown.map((each) => ({ key: each, label: t(`stages.${each}`) }))}
      now={left === undefined ? at : left}
      ended={left !== undefined}
    />
  )
}
