import { parseArgs } from 'node:util'
import { CommandError, misused } from './command-error.ts'
import type { EngineCommand } from './engine-command.ts'
import { Options } from './options.ts'

// Loaded one at a time: a command starts with nothing but its own part of the engine.
const commands: Record<string, () => Promise<{ command: EngineCommand }>> = {
  schema: () => import('./schema.ts'),
  run: () => import('./run.ts'),
  explain: () => import('./explain.ts'),
  diff: () => import('./diff.ts'),
  classify: () => import('./classify.ts'),
  rfm: () => import('./rfm.ts'),
  optimise: () => import('./optimise.ts'),
  fit: () => import('./fit.ts'),
  forecast: () => import('./forecast.ts'),
}

const names = Object.keys(commands).join('|')

export async function runCommand(parameters: readonly string[]): Promise<void> {
  const [name = '', ...rest] = parameters
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    const what = name && !['help', '--help', '-h'].includes(name) ? `There is no command ${name}. ` : ''
    throw misused(`${what}Usage: npm run --silent engine -- ${names} [options]`)
  }
  const { command } = await load()
  const usage = `Usage: npm run --silent engine -- ${name} ${command.usage}`.trimEnd()
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(usage)
    return
  }
  try {
    command.run(new Options(readOptions(rest, command)))
  } catch (error) {
    // Exit code 2 says that the command line is at fault: then, and only then, usage helps.
    if (error instanceof CommandError && error.exitCode === 2) throw misused(`${error.message}\n${usage}`)
    throw error
  }
}

function readOptions(parameters: string[], command: EngineCommand) {
  try {
    return parseArgs({ args: parameters, options: command.options, allowPositionals: false, strict: true })
      .values
  } catch (error) {
    const [firstSentence] = error instanceof Error ? error.message.split('. ') : ['']
    throw misused(`${firstSentence}.`.replace('..', '.'))
  }
}
