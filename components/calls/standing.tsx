import classes from './calls.module.css'

const pipsUpTo = 8

/** « 1 sur 4 » with as many dots. */
export function Standing({ done, goal, words }: { done: number; goal: number; words: string }) {
  const pips = Math.max(goal, done)
  return (
    <span className={classes.standing}>
      {pips <= pipsUpTo && (
        <span className={classes.pips} aria-hidden>
          {Array.from({ length: pips }, (_, index) => (
            <i key={index} data-done={index < done || undefined} />
          ))}
        </span>
      )}
      {words}
    </span>
  )
}
