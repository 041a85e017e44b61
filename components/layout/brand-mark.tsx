/** The mark: a sight with its line of aim. */
export function BrandMark({ size = 22 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="var(--brand-ink)"
      strokeWidth={2.2}
      strokeLinecap="round"
      aria-hidden
    >
      <path d="M20.2 8.2A9 9 0 1 1 15.8 3.8" />
      <circle cx="12" cy="12" r="2.6" fill="var(--brand-ink)" stroke="none" />
      <path d="M14.5 9.5 21 3" />
    </svg>
  )
}
