import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { vi } from 'vitest'
import { CommandError } from '#src/cli/engine/command-error.ts'
import { runCommand } from '#src/cli/engine/run-command.ts'

export type Answer = { code: number; out: string; error: string }

/** A command of the engine in this process: what it prints, and how it ends. */
export async function engine(...parameters: string[]): Promise<Answer> {
  let out = ''
  const notes: string[] = []
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  const logs = vi.spyOn(console, 'log').mockImplementation((text: unknown) => {
    out += `${String(text)}\n`
  })
  const errors = vi.spyOn(console, 'error').mockImplementation((text: unknown) => {
    notes.push(String(text))
  })
  try {
    await runCommand(parameters)
    return { code: 0, out, error: notes.join('\n') }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    return { code: error.exitCode, out, error: error.message }
  } finally {
    for (const spy of [stdout, logs, errors]) spy.mockRestore()
  }
}

export const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true })

export const fixture = (name: string): string => path.resolve('tests/fixtures/engine', name)

/** A folder for the files of one test, and one file in it. */
export function scratch() {
  const folder = mkdtempSync(path.join(tmpdir(), 'visee-engine-'))
  return {
    write: (name: string, content: string): string => {
      const file = path.join(folder, name)
      writeFileSync(file, content)
      return file
    },
    path: (name: string): string => path.join(folder, name),
    read: (name: string): string => readFileSync(path.join(folder, name), 'utf8'),
    remove: (): void => rmSync(folder, { recursive: true }),
  }
}
