import type { Tone } from '../app/theme.ts'
import classes from './status-badge.module.css'

/** A status as a word on its colour; void ones are struck through, since colour is never alone. */
export function StatusBadge({ tone, label }: { tone: Tone; label: string }) {
  return (
    <span
      className={classes.badge}
      data-tone={tone}
      style={{ background: `var(--tone-${tone}-ground)`, color: `var(--tone-${tone}-text)` }}
    >
      {label}
    </span>
  )
}
