import classes from './stage-bar.module.css'

interface StageBarProps {
  label: string
  stages: readonly { key: string; label: string }[]
  /** Index of where the record is. */
  now: number
  /** It left its way: the last stage shown is how it ended. */
  ended: boolean
}

/** Where a record is on its way, and how it ended when it left it. */
export function StageBar({ label, stages, now, ended }: StageBarProps) {
  return (
    <ol className={classes.stages} aria-label={label}>
      {stages.map((stage, i) => (
        <li
          key={stage.key}
          className={classes.stage}
          aria-current={i === now ? 'step' : undefined}
          data-state={i < now ? 'done' : i > now ? 'later' : ended ? 'ended' : 'now'}
        >
          {stage.label}
        </li>
      ))}
    </ol>
  )
}
