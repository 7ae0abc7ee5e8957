import type { ContractStage } from '../../src-shared/contracts/contract-stage.ts'
import type { Tone } from '../app/theme.ts'
import { useWords } from '../lib/words.ts'
import { contractWords } from './contract-words.ts'
import { StatusBadge } from './status-badge.tsx'

const tones: Record<ContractStage, Tone> = {
  draft: 'draft',
  pending: 'waiting',
  refused: 'late',
  approved: 'waiting',
  signed: 'force',
  active: 'force',
  completed: 'done',
  terminated: 'draft',
  void: 'void',
}

export function StageBadge({ stage }: { stage: ContractStage }) {
  const t = useWords(contractWords)
  return <StatusBadge tone={tones[stage]} label={t(`stages.${stage}`)} />
}
