export type PotentialGroup = { readonly potential: number; readonly contacts: number }
export type PotentialReading = {
  /** Shares as fractions; NaN where the whole is 0. */
  readonly potentialShare: number
  readonly contactShare: number
  /** Share of potential ÷ share of contacts; ∞ without any contact, NaN without potential either. */
  readonly ratio: number
  /** High potential to develop. */
  readonly toDevelop: boolean
}

/**
 * Groups (segments, regions …) that hold more of the potential than they get of the contacts: to develop where share of
 * potential ÷ share of contacts ≥ 1.3 with ≥ 2 % of the potential. Negative potentials count 0. Compared by
 * cross-multiplication, so that no rounded quotient decides.
 */
export function highPotential(groups: readonly PotentialGroup[]): PotentialReading[] {
  const potentials = groups.map(({ potential }) => (potential > 0 ? potential : 0))
  const allPotential = potentials.reduce((sum, one) => sum + one, 0)
  const allContacts = groups.reduce((sum, { contacts }) => sum + contacts, 0)
  return groups.map(({ contacts }, index) => {
    const potential = potentials[index] ?? 0
    const potentialShare = allPotential > 0 ? potential / allPotential : Number.NaN
    const contactShare = allContacts > 0 ? contacts / allContacts : Number.NaN
    const isLarge = allPotential > 0 && potential * 50 >= allPotential
    const isUnderServed = potential * allContacts * 10 >= contacts * allPotential * 13
    return {
      potentialShare,
      contactShare,
      ratio: potentialShare / (allContacts > 0 ? contactShare : 0),
      toDevelop: isLarge && isUnderServed,
    }
  })
}
