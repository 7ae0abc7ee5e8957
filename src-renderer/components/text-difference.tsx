import type { TextPart } from './compare-texts.ts'
import classes from './text-difference.module.css'

/** Two versions of a text as one: what was put in underlined, what was taken out struck through. */
export function TextDifference({ parts }: { parts: readonly TextPart[] }) {
  return (
    <p className={classes.text}>
      {parts.map((part, i) => {
        // Parts have no name of their own and never move.
        const key = `${i}`
        if (part.kind === 'added') return <ins key={key}>{part.text}</ins>
        if (part.kind === 'removed') return <del key={key}>{part.text}</del>
        return <span key={key}>{part.text}</span>
      })}
    </p>
  )
}
