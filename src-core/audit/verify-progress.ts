/** How far the walk through the audit is: entries of the chain, then changes of the records. */
export interface VerifyProgress {
  step: 'chain' | 'records'
  done: number
  total: number
}
