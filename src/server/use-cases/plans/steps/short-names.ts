import type { PlanHcpRow } from '../../../repositories/plan-hcp-repository.ts'

type Person = Pick<PlanHcpRow, 'hcpId' | 'title' | 'firstName' | 'lastName' | 'commune'>

const written = (...parts: (string | null)[]) => parts.filter(Boolean).join(' ')

/** « Dr Kerautret », by hcp; with the first name where two share it, and the commune where that is not enough. */
export function shortNames(people: readonly Person[]): Map<string, string> {
  const forms = [
    ({ title, lastName }: Person) => written(title, lastName),
    ({ title, firstName, lastName }: Person) => written(title, firstName, lastName),
  ].map((name) => ({ name, count: Map.groupBy(people, name) }))
  return new Map(
    people.map((person) => {
      const alone = forms.find(({ name, count }) => count.get(name(person))?.length === 1)
      const { title, firstName, lastName, commune } = person
      return [
        person.hcpId,
        alone?.name(person) ?? [written(title, firstName, lastName), commune].filter(Boolean).join(', '),
      ]
    }),
  )
}
