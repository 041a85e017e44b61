import { readFileSync, rmSync } from 'node:fs'
import { createLab } from '#src/cli/create-lab.ts'
import { linkPath } from '#src/server/platform/session/one-time-links.ts'
import { Cast, inspect, liveAt } from './journey/cast.ts'
import { addChannel, advance, chooseProducts, setReferenceDay, setWindows } from './journey/cycle.ts'
import * as data from './journey/data.ts'
import { applyFile, checkFile } from './journey/imports.ts'
import * as lab from './journey/lab.ts'
import * as plan from './journey/plan.ts'
import { addCriterion } from './journey/qualification.ts'
import * as segmentation from './journey/segmentation.ts'
import { loadAndCapacity, serveByPriority, typeColumn } from './journey/strategy.ts'
import { expect, newProblems, test } from './test.ts'

// One cycle from the first link to the first alert, by the people of a laboratory of its own. It moves the clock on
// which web and worker live, the demo lab's too: it runs after every other test (see playwright.config.ts).
test.describe.configure({ mode: 'serial', timeout: 300_000 })

const problems = newProblems()
const { days, people } = data
let cast: Cast
let cycle: string
let planPath: string
let raised: string
let lowered: string
let added: string

test.beforeAll(({ browser }) => {
  cast = new Cast(browser, problems)
})
test.afterAll(async () => {
  await cast.leave()
  rmSync(process.env['CLOCK_FILE'] ?? '', { force: true })
})
test.afterEach(() => expect(problems.all.splice(0)).toEqual([]))

test('an administrator opens a laboratory: people, territory, portfolio, directory', async () => {
  liveAt(`${days.opening}T08:00:00Z`)
  const { token } = await createLab(process.env['DATABASE_OWNER_URL'] ?? '', {
    name: 'Laboratoire Ardevan',
    slug: 'ardevan',
    adminEmail: people.admin.email,
    adminName: people.admin.name,
    startsOn: days.opening,
  })
  const page = await cast.of('admin')
  await page.goto(linkPath(token))
  await inspect(page)
  await lab.acceptInvitation(page, linkPath(token))
  await expect(page.getByRole('heading', { level: 1, name: 'Lundi 4 janvier' })).toBeVisible()
  await expect(page.getByText('Importer le territoire')).toBeVisible()
  await inspect(page)

  await test.step('invites its members', async () => {
    await page.goto('/administration/membres')
    await inspect(page)
    const links = new Map<data.Who, string>()
    for (const who of ['hq', 'manager', 'rep', 'silent'] as const) links.set(who, await lab.invite(page, who))
    await expect(page.getByRole('row', { name: people.rep.email })).toContainText('Invité')
    for (const who of ['hq', 'manager', 'rep'] as const)
      await lab.acceptInvitation(await cast.of(who), links.get(who) ?? '')
  })

  await test.step('imports territory and directory, a bad file first', async () => {
    await checkFile(page, 'TERRITORY', { name: 'secteurs.csv', content: data.territoryCsv })
    await inspect(page)
    await applyFile(page)
    await checkFile(page, 'HCP', { name: 'annuaire-brouillon.csv', content: data.badHcpsCsv })
    await expect(page.getByRole('row', { name: '8 code_insee 33999 Commune inconnue' })).toBeVisible()
    await expect(page.getByRole('row', { name: '12 nom – Cellule vide' })).toBeVisible()
    await inspect(page)
    await checkFile(page, 'HCP', { name: 'annuaire.csv', content: data.hcpsCsv })
    await expect(page.getByText('60 nouveaux lieux d’exercice')).toBeVisible()
    await applyFile(page)
    await checkFile(page, 'HCP', { name: 'annuaire.csv', content: data.hcpsCsv })
    await expect(page.getByText('a déjà été appliqué')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Appliquer', exact: true })).toBeHidden()
  })

  await test.step('fills the portfolio, gives sectors and region their people', async () => {
    await page.goto('/administration/portefeuille')
    await inspect(page)
    await lab.addProduct(page, 'Cardelan', 'CARDELAN')
    await lab.addProduct(page, 'Glucelys', 'GLUCELYS')
    await lab.addSource(page, 'Icomed', 'ICOMED')
    await page.goto('/administration/territoire')
    await inspect(page)
    await lab.assignRep(page, 'Bordeaux', 'rep')
    await lab.assignRep(page, 'Libourne', 'silent')
    await lab.assignManager(page, 'Sud-Ouest')
    await expect(page.getByRole('row', { name: 'Bordeaux' })).toContainText(people.rep.name)
    await page.goto('/administration/calendrier')
    await inspect(page)
    await lab.setWorkingTime(page, people.rep.name, '2,5')
    await lab.setWorkingTime(page, people.silent.name, '2,5')
  })
})

test('head office creates a cycle, is told what it lacks, and opens its qualification', async () => {
  problems.expect(422)
  const page = await cast.of('hq')
  await page.goto('/')
  await inspect(page)
  await page.getByRole('main').getByRole('link', { name: 'Nouveau cycle' }).click()
  await page.getByLabel('Nom', { exact: false }).first().fill('2027-C1')
  const windows = {
    Qualification: ['2027-01-04', '2027-01-22'],
    Engagement: ['2027-01-25', '2027-02-05'],
  } as const
  await setWindows(page, { ...windows, Réalisation: [days.runEnd, days.runStart] })
  await chooseProducts(page, ['Cardelan', 'Glucelys'])
  await addChannel(page, 'Téléphone', '0,5', '0,3')
  await page.getByRole('button', { name: 'Créer le cycle' }).click()
  await expect(page.getByText('Réalisation : le dernier jour précède le premier.')).toBeVisible()
  await inspect(page)
  await setWindows(page, { ...windows, Réalisation: [days.runStart, days.runEnd] })
  await page.getByRole('button', { name: 'Créer le cycle' }).click()
  await page.waitForURL(/\/cycles\/[0-9a-f-]{36}$/)
  cycle = new URL(page.url()).pathname
  const checklist = page.getByRole('region', { name: 'Pour passer à l’étape Qualification' })
  await expect(checklist.getByText('Un critère au moins (0 aujourd’hui)')).toBeVisible()
  await expect(checklist.getByRole('button', { name: 'Passer à l’étape' })).toBeDisabled()
  await inspect(page)

  await checklist.getByRole('link', { name: 'Compléter' }).first().click()
  await addCriterion(page, {
    label: 'Patients éligibles par mois',
    code: 'patients',
    sources: ['Icomed'],
    bounds: [0, 120, 'patients par mois'],
  })
  await addCriterion(page, {
    label: 'Habitude de prescription',
    code: 'habitude',
    sources: ['Icomed'],
    options: data.habits,
  })
  await inspect(page)
  await advance(page, cycle, 'Qualification')

  await checkFile(page, 'OBSERVATION', { name: 'icomed.csv', content: data.observationsCsv })
  await applyFile(page)
  await page.goto(`${cycle}/qualification`)
  await expect(page.getByRole('row', { name: 'Bordeaux' })).toContainText('92 %')
  await inspect(page)
})

test('the rep qualifies on the phone, and completeness moves', async () => {
  const page = await cast.of('rep')
  await page.goto('/')
  await inspect(page)
  await page.getByRole('link', { name: 'Qualifier' }).tap()
  await expect(page.getByText('33 / 36')).toBeVisible()
  await inspect(page)
  await page.getByRole('listitem').getByRole('button').first().tap()
  for (const [index, patients] of ['64', '38', '41'].entries()) {
    await page.getByRole('textbox', { name: 'Patients éligibles par mois' }).fill(patients)
    await page.getByRole('button', { name: 'Régulière' }).tap()
    await expect(page.getByText('2 sur 2')).toBeVisible()
    if (index === 0) await inspect(page)
    if (index < 2) await page.getByRole('button', { name: 'Suivante à finir' }).tap()
  }
  await expect(page.getByText('36 / 36')).toBeVisible()
  const hq = await cast.of('hq')
  await expect(async () => {
    await hq.reload()
    await expect(hq.getByRole('row', { name: 'Bordeaux' })).toContainText('100 %', { timeout: 1000 })
  }).toPass()
})

test('head office segments: what-if at each move, then the official run', async () => {
  const page = await cast.of('hq')
  await setReferenceDay(page, cycle, '2027-01-22')
  await advance(page, cycle, 'Segmentation')
  await page.goto(`${cycle}/segmentation`)
  await page.getByRole('button', { name: 'Potentiel × affinité, 3 × 3' }).click()
  await segmentation.narrowUniverse(page, 'Patients éligibles par mois', 'est d’au moins', '8')
  await segmentation.typeCuts(page, 'Potentiel', { A: '60', B: '30' })
  await segmentation.typeCuts(page, 'Affinité', { Forte: '70', Moyenne: '35' })
  await segmentation.paint(page, 'Soutiens', ['C × Moyenne'])
  await expect(segmentation.cellOf(page, 'C × Moyenne')).toContainText('Soutiens')
  await segmentation.addRule(page, 'Cardiologie', 'À développer')
  await expect(page.getByText('Si Spécialité est Cardiologie, alors')).toBeVisible()
  const before = await segmentation.countOf(page, 'A × Forte')
  await segmentation.typeCuts(page, 'Potentiel', { A: '50' })
  await expect.poll(() => segmentation.countOf(page, 'A × Forte')).toBeGreaterThan(before)
  await inspect(page)

  await page.getByRole('button', { name: 'Calculer' }).click()
  await expect(page.getByText('Calculée')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/données [0-9a-f]{8}, résultat [0-9a-f]{8}/)).toBeVisible()
  const doctor = data.hcps.find(({ patients }) => patients > 60)?.name ?? ''
  await page.getByRole('combobox', { name: 'Expliquer un PS' }).fill(doctor)
  await page.getByRole('option', { name: doctor }).click()
  await expect(page.getByText(/potentiel \d+ \(A à partir de 50\)/)).toBeVisible()
  await inspect(page)

  const pillars = page.getByRole('complementary').getByRole('link', { name: 'Piliers' })
  await pillars.click()
  await expect(page.getByText(/\d+ professionnels? de santé/)).toBeVisible()
  await expect(page.getByRole('row', { name: 'Piliers' }).first()).toBeVisible()
  await inspect(page)
  await advance(page, cycle, 'Stratégie')
})

test('head office sets the strategy within capacity and publishes it', async () => {
  await cast.rest()
  liveAt(`${days.engagement}T08:00:00Z`)
  const page = await cast.back('hq', `${cycle}/strategie`)
  const frequencies = [6, 5, 5, 4, 4, 3, 2]
  await typeColumn(page, 1, frequencies)
  await typeColumn(page, 2, frequencies)
  await typeColumn(page, 3, [3, 2, 2])
  await typeColumn(page, 4, [2, 1])
  await expect.poll(async () => (await loadAndCapacity(page)).load).toBeGreaterThan(200)
  const wanted = await loadAndCapacity(page)
  await serveByPriority(page)
  await expect.poll(async () => (await loadAndCapacity(page)).load).toBeLessThan(wanted.load)
  await expect(page.getByText('des contacts voulus sont impossibles')).toBeVisible()
  await expect(page.getByText('Enregistré à')).toBeVisible()
  await inspect(page)

  await page.goto(`${cycle}/ciblage`)
  await inspect(page)
  await page.getByRole('button', { name: 'Publier…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('du 25 janvier au 5 février.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Publier' }).click()
  await expect(page.getByText('Publié le 25 janv.')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('row', { name: 'Bordeaux' }).click()
  const sector = page.getByRole('dialog', { name: 'Bordeaux' })
  await expect(sector.getByRole('row', { name: 'Piliers' }).first()).toBeVisible()
  await inspect(page)
})

test('the rep commits on the phone; the manager returns the plan, then seals it', async () => {
  const page = await cast.back('rep', '/pas')
  await page.waitForURL(/\/pas\/[0-9a-f-]{36}$/)
  planPath = new URL(page.url()).pathname
  await inspect(page)
  const [first = '', second = '', third = ''] = await plan.firstTargets(page, 3)
  ;[lowered, raised] = [first, third]

  await test.step('changes, removes, adds back, adds, and meets a limit', async () => {
    await plan.setFrequency(page, lowered, 5)
    await plan.giveReason(page, lowered, 'Accès difficile')
    const detail = await plan.openDetail(page, second)
    await expect(detail.getByText(/potentiel \d+/)).toBeVisible()
    await detail.getByRole('button', { name: 'Exclure' }).tap()
    await expect(plan.cardOf(page, second)).toContainText('Exclu')
    await plan.giveReason(page, second, 'Départ ou retraite')
    await inspect(page)
    await detail.getByRole('button', { name: 'Réintégrer' }).tap()
    await expect(plan.cardOf(page, second).getByRole('spinbutton')).toHaveValue('6')
    await detail.getByRole('button', { name: 'Fermer' }).tap()
    await plan.setFrequency(page, raised, 13)
    await expect(plan.cardOf(page, raised)).toContainText('Refusée')
    await expect(plan.cardOf(page, raised)).toContainText('12 visites au plus')
    await plan.setFrequency(page, raised, 7)
    await plan.giveReason(page, raised, 'Potentiel sous-estimé')
    added = await plan.addTarget(page)
    await plan.giveReason(page, added, 'Nouveau cabinet')
  })

  const summary = await plan.submitPlan(page)
  expect(summary).toContain('3, dont 2 fréquences, 0 exclusion, 1 réintégration')
  expect(summary).toContain('Chance de tenir')
  await inspect(page)

  const manager = await cast.back('manager', '/')
  await inspect(manager)
  await manager.getByRole('link', { name: 'Approuver' }).click()
  const main = manager.getByRole('main')
  for (const name of [lowered, raised, added]) await expect(main.getByRole('link', { name })).toBeVisible()
  await expect(main.getByRole('link', { name: second })).toBeHidden()
  await inspect(manager)
  await manager.getByLabel(`Commentaire à ${people.rep.name}`).fill('C’est un pilier : gardez six visites.')
  await manager.getByRole('button', { name: 'Renvoyer' }).click()
  await expect(main.getByText('Renvoyé', { exact: true }).first()).toBeVisible()

  await page.goto(planPath)
  await expect(page.getByText('gardez six visites')).toBeVisible()
  await plan.setFrequency(page, lowered, 6)
  await plan.submitPlan(page)
  await manager.reload()
  await plan.approvePlan(manager)
  await expect(main.getByText('Scellé', { exact: true }).first()).toBeVisible()
  await inspect(manager)

  await page.goto(planPath)
  await expect(page.getByText('Empreinte SHA-256')).toBeVisible()
  await page.getByRole('button', { name: 'Autres actions' }).tap()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Exporter la liste (CSV)' }).tap()
  const lines = readFileSync(await (await download).path(), 'utf8').split('\n')
  expect(lines[0]).toContain('Théorique;Proposé;Approuvé')
  expect(lines.find((line) => line.startsWith(raised) && line.includes('Visite'))).toContain(';6;7;7;')

  const hq = await cast.of('hq')
  await hq.goto(`${cycle}/engagement`)
  await expect(hq.getByText('1 plan scellé')).toBeVisible()
  await inspect(hq)
})

test('the run starts by itself; a call in three taps; the deadline has sealed the silent plan', async () => {
  await cast.rest()
  liveAt(`${days.runStart}T08:00:00Z`)
  const hq = await cast.back('hq', cycle)
  await expect(async () => {
    await hq.reload()
    await expect(hq.getByText('Engagement → En cours')).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 60_000 })
  await expect(hq.getByRole('link', { name: '2/2 secteurs scellés' })).toBeVisible()

  const page = await cast.back('rep', '/')
  await expect(page.getByText('Non démarré')).toBeVisible()
  await inspect(page)
  await page.getByRole('link', { name: 'Saisir une visite' }).tap()
  await page.getByRole('button', { name: 'Saisir une visite' }).first().tap()
  await expect(page.getByRole('heading', { name: 'Issue' })).toBeVisible()
  await page.getByText(raised).tap()
  await page.getByText('Réalisée', { exact: true }).tap()
  await page.getByRole('button', { name: 'Enregistrer la visite' }).tap()
  await expect(page.getByText('Visite enregistrée')).toBeVisible()
  await expect(page.getByText('Chance de tenir, ce soir')).toBeVisible()
  await inspect(page)
  await page.getByRole('button', { name: 'Terminé' }).tap()
  await expect(page.getByText('1 réalisée').first()).toBeVisible()
  await inspect(page)
})

test('two weeks later: calls come in, the follow-up says whether the plan will be kept', async () => {
  await cast.rest()
  liveAt('2027-02-22T08:00:00Z')
  const page = await cast.back('hq', '/imports')
  await inspect(page)
  const file = { name: 'visites.csv', content: data.callsCsv }
  await checkFile(page, 'CALL', file, { source: 'CRM', completeThrough: '2027-02-21' })
  // Figures are made anew for what was applied after they were asked for: some time passes, as it does for people.
  liveAt('2027-02-22T08:10:00Z')
  await applyFile(page)
  await page.goto(`${cycle}/suivi`)
  await expect(page.getByText('réalisé au 21 févr. au soir')).toBeVisible()
  const bordeaux = page.getByRole('row', { name: `Bordeaux ${people.rep.name}` })
  await expect(bordeaux).toContainText('En retard')
  await expect(page.getByText('8 chances sur 10').first()).toBeVisible()
  await expect(page.getByText(/\d+\s% réalisés pour \d+\s% attendus/).first()).toBeAttached()
  await inspect(page)
  // The worker looks again each minute: the figures that were kept follow the file, without waiting for the night.
  liveAt('2027-02-22T08:20:00Z')
  await expect(async () => {
    await page.goto(cycle)
    await expect(page.getByRole('link', { name: /Suivi.*\s[1-9]\d*\s% réalisés/ })).toBeVisible({
      timeout: 2000,
    })
  }).toPass({ timeout: 60_000 })
  await page.getByRole('link', { name: /Suivi.*réalisés/ }).click()
  await page.getByRole('button', { name: 'PS jamais vus' }).click()
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible()
  await inspect(page)
})

test('the second day under the threshold: an alert, its way out, and who has seen it', async () => {
  await cast.rest()
  liveAt('2027-02-23T08:00:00Z')
  const hq = await cast.back('hq', '/imports')
  const file = { name: 'visites-22-fevrier.csv', content: data.nextCallsCsv }
  await checkFile(hq, 'CALL', file, { source: 'CRM', completeThrough: '2027-02-22' })
  await applyFile(hq)
  liveAt('2027-02-23T08:20:00Z')

  const page = await cast.back('rep', '/alertes')
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('1 alerte ouverte')).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 60_000 })
  await expect(page.getByRole('heading', { name: 'Contacts à faire d’abord' })).toBeVisible()
  await expect(page.getByText(/sem\. du/).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Dr ' }).first()).toBeVisible()
  await inspect(page)
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'À faire d’abord' })).toBeVisible()
  await inspect(page)
  await page.goto(`${cycle}/suivi`)
  await inspect(page)

  const manager = await cast.back('manager', '/')
  await manager.getByRole('link', { name: 'Voir les alertes' }).click()
  await expect(manager.getByText('en jeu').first()).toBeVisible()
  await inspect(manager)
  await manager.getByRole('button', { name: 'Prendre acte' }).click()
  await expect(manager.getByText(`Vue par ${people.manager.name}`)).toBeVisible()
  await page.goto('/alertes')
  await expect(page.getByText(`Vue par ${people.manager.name}`)).toBeVisible()
})
