import { accounts, screensOf, type Role } from './screens.ts'
import { expect, seriousViolations, sidewaysOverflow, signIn, test } from './test.ts'

const password = 'demo-password'
const phone = { width: 390, height: 844 }
const desk = { width: 1440, height: 900 }
const sizes = { hq: desk, reader: desk, manager: desk, rep: phone, admin: desk } as const

for (const role of Object.keys(accounts) as Role[]) {
  test(`${role}: every screen opens, is accessible, fits a phone, and reports no error`, async ({ page }) => {
    test.setTimeout(600_000)
    await signIn(page, accounts[role], password)
    for (const { name, path } of await screensOf(role, page.request)) {
      await test.step(name, async () => {
        await page.setViewportSize(sizes[role])
        const answer = await page.goto(path)
        expect.soft(answer?.status(), path).toBe(200)
        await expect.soft(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible()
        await page.waitForLoadState('networkidle')
        // A reader's screens are head office's own, with less to press.
        if (role !== 'reader') expect.soft(await seriousViolations(page), path).toEqual([])
        await page.setViewportSize(phone)
        expect.soft(await sidewaysOverflow(page), path).toBe(0)
      })
    }
  })
}

test('the sign-in page, its refusal and a page that does not exist are accessible', async ({
  page,
  problems,
}) => {
  problems.expect(401)
  problems.expect(404)
  await page.goto('/connexion')
  expect(await seriousViolations(page)).toEqual([])
  await page.locator('input[name=email]').fill('personne@helvane.example')
  await page.locator('input[name=password]').fill('not the password')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('alert').first()).toContainText('inconnu')
  expect(await seriousViolations(page)).toEqual([])
  await page.goto('/nulle-part')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await seriousViolations(page)).toEqual([])
})

test('the interface speaks English too, and both schemes are readable', async ({
  page,
  context,
  baseURL,
}) => {
  await context.addCookies([{ name: 'locale', value: 'en', url: baseURL ?? '' }])
  await page.emulateMedia({ colorScheme: 'dark' })
  await signInEnglish(page)
  await expect(page.getByRole('navigation').first()).toContainText('Home')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  expect(await seriousViolations(page)).toEqual([])
})

async function signInEnglish(page: Parameters<typeof signIn>[0]): Promise<void> {
  await page.goto('/connexion')
  await page.locator('input[name=email]').fill(accounts.manager)
  await page.locator('input[name=password]').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'))
}
