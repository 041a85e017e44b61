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

type Cycle = { id: string; state: string }

async function idsOf(request: APIRequestContext) {
  const { items } = (await (await request.get('/api/v1/cycles')).json()) as { items: Cycle[] }
  const { items: hcps } = (await (await request.get('/api/v1/hcps?limit=1')).json()) as {
    items?: { id: string }[]
  }
  const { items: imports } = (await (await request.get('/api/v1/imports')).json()) as {
    items?: { id: string }[]
  }
  const next = items.find(({ state }) => state === 'ENGAGEMENT')?.id ?? ''
  const { items: plans } = (await (await request.get('/api/v1/plans')).json()) as {
    items?: { id: string; state: string }[]
  }
  return {
    plan: (plans?.find(({ state }) => state === 'SUBMITTED') ?? plans?.[0])?.id ?? '',
    import: imports?.[0]?.id ?? '',
    running: items.find(({ state }) => state === 'RUNNING')?.id ?? '',
    next,
    hcp: hcps?.[0]?.id ?? '',
  }
}

/** Every screen that a role has in the demo lab, for a session that is signed in. */
export async function screensOf(role: Role, request: APIRequestContext): Promise<Screen[]> {
  const { running, next, hcp, plan, import: importId } = await idsOf(request)
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
        screen('import', `/imports/${importId}`),
        screen('pas-secteur', `/pas/${plan}`),
      ]
    case 'reader':
      return [...common, ...headOffice, ...followed]
    case 'manager':
      return [
        ...common,
        screen('equipe', '/equipe'),
        screen('pas-revue', `/equipe/${plan}`),
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
