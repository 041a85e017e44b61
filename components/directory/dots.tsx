import classes from './hcp.module.css'

/** Contacts one by one, the done ones full; the numbers beside it say the same. */
export const Dots = ({ done, total }: { done: number; total: number }) => (
  <span className={classes.dots} aria-hidden>
    {Array.from({ length: Math.max(done, total) }, (_, index) => (
      <i key={index} data-done={index < done || undefined} />
    ))}
  </span>
)
