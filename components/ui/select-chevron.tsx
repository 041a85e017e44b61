/** The sign of a list that opens, as the library draws it: what stands for a list until it is there looks the same. */
export const SelectChevron = () => (
  <svg
    viewBox="0 0 15 15"
    width={20}
    height={20}
    fill="none"
    stroke="var(--mantine-color-dimmed)"
    aria-hidden
  >
    <path
      d="M5.25 5.75 7.5 3.5l2.25 2.25M5.25 9.25 7.5 11.5l2.25-2.25"
      strokeWidth={0.9}
      strokeLinecap="round"
    />
  </svg>
)
