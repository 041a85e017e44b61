import classes from './field.module.css'

/** « 5 sur 7 » as small blocks: what is answered, of what is asked; the words stand beside it. */
export function Dots({ answered, total }: { answered: number; total: number }) {
  return (
    <span className={classes.dots} aria-hidden>
      {Array.from({ length: total }, (_, index) => (
        <i key={index} data-full={index < answered || undefined} />
      ))}
    </span>
  )
}
