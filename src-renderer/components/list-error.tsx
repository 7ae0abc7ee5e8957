import { RefusalAlert } from './refusal-alert.tsx'

/** Why a list could not be read, between its filters and its head. Nothing without an error. */
export function ListError({ query }: { query: { error: unknown; refetch(): unknown } }) {
  if (query.error === null) return null
  return (
    <div style={{ padding: '0 20px 12px', background: 'var(--surface)' }}>
      <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />
    </div>
  )
}
