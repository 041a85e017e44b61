import type { APIRequestContext } from '@playwright/test'

export type Role = 'hq' | 'reader' | 'manager' | 'rep' | 'admin'
export type Screen = { name: string; path: string }

/** The demo lab's account of each role. */
export const accounts: Readonly<Record<Role, string>> = {
  hq: 'siege@helvane.example',
  reader: 'lecture@helvane.example',
  manager: 'directeur@helvane.example',
  rep: 'delegue@helvane.example',
  admin: 'admin@helvane.example',
}

type Item = { id: string; state?: string }

/** The first item of a list that is in one of the states; a list without one is an error: the demo lab has them all. */
async function idOf(request: APIRequestContext, path: string, ...states: string[]): Promise<string> {
  const answer = await request.get(`/api/v1${path}`)
  if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}`)
  const { items } = (await answer.json()) as { items: Item[] }
  const found = items.find(({ state }) => states.length === 0 || states.includes(state ?? ''))
  if (!found) throw new Error(`${path} holds nothing ${states.join(', ')}`)
  return found.id
}

/** Every screen that a role has in the demo lab, for a session that is signed in. */
export async function screensOf(role: Role, request: APIRequestContext): Promise<Screen[]> {
  const hcp = await idOf(request, '/hcps?limit=1')
  const running = await idOf(request, '/cycles', 'RUNNING')
  const next = await idOf(request, '/cycles', 'ENGAGEMENT')
  const screen = (name: string, path: string): Screen => ({ name, path })
  const common = [
    screen('accueil', '/'),
    screen('annuaire', '/annuaire'),
    screen('fiche-ps', `/annuaire/${hcp}`),
  ]
  const followed = [screen('suivi', `/cycles/${running}/suivi`), screen('alertes', '/alertes')]
  const headOffice = [
    screen('cycles', '/cycles'),
    screen('nouveau-cycle', '/cycles/nouveau'),
    screen('cycle', `/cycles/${next}`),
    screen('qualification', `/cycles/${next}/qualification`),
    screen('segmentation', `/cycles/${next}/segmentation`),
    screen('strategie', `/cycles/${next}/strategie`),
    screen('ciblage', `/cycles/${next}/ciblage`),
    screen('engagement', `/cycles/${next}/engagement`),
  ]
  switch (role) {
    case 'hq':
      return [
        ...common,
        ...headOffice,
        ...followed,
        screen('imports', '/imports'),
        screen('nouvel-import', '/imports/nouveau'),
        screen('import', `/imports/${await idOf(request, '/imports')}`),
        screen('pas-secteur', `/pas/${await idOf(request, '/plans')}`),
      ]
    case 'reader':
      return [...common, ...headOffice, ...followed]
    case 'manager':
      return [
        ...common,
        screen('equipe', '/equipe'),
        screen('pas-revue', `/equipe/${await idOf(request, '/plans', 'SUBMITTED')}`),
        ...followed,
        screen('engagement', `/cycles/${next}/engagement`),
      ]
    case 'rep':
      return [
        ...common,
        screen('pas', '/pas'),
        screen('visites', '/visites'),
        screen('qualifier', '/qualifier'),
        ...followed,
      ]
    case 'admin':
      return [
        ...common,
        screen('imports', '/imports'),
        ...['membres', 'territoire', 'portefeuille', 'calendrier', 'journal'].map((name) =>
          screen(name, `/administration/${name}`),
        ),
      ]
  }
}
