type Named = { title: string | null; firstName: string; lastName: string }

/** « Dr Karim Benhaddou » */
export const hcpName = ({ title, firstName, lastName }: Named): string =>
  [title, firstName, lastName].filter(Boolean).join(' ')
