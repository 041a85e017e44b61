import { expect, test } from 'vitest'
import { importColumns, importKinds } from '#src/contracts/import-columns.ts'
import { importRules } from '#src/contracts/imports.ts'
import en from '#src/i18n/en.json' with { type: 'json' }
import fr from '#src/i18n/fr.json' with { type: 'json' }

test.for([
  ['fr', fr.imports],
  ['en', en.imports],
] as const)(
  'in %s every rule of an import has its sentence and its remedy, every column its meaning',
  ([, messages]) => {
    expect(Object.keys(messages.rules).sort()).toEqual([...importRules].sort())
    for (const { what, fix } of Object.values(messages.rules)) expect([what, fix].every(Boolean)).toBe(true)
    const help: Record<string, Record<string, string>> = messages.columnHelp
    for (const kind of importKinds)
      for (const { key } of importColumns[kind])
        expect(help[kind]?.[key] ?? help['common']?.[key], `${kind} ${key}`).toBeTruthy()
  },
)

test('no header means two columns of one kind', () => {
  for (const kind of importKinds) {
    const seen = new Map<string, string>()
    for (const { key, headers } of importColumns[kind])
      for (const header of headers) {
        expect(seen.get(header) ?? key, `${kind} ${header}`).toBe(key)
        seen.set(header, key)
      }
  }
})
