// npm run --silent engine -- <command> …: the engine without the application, from CSV files to CSV.
import { CommandError } from './engine/command-error.ts'
import { runCommand } from './engine/run-command.ts'

// A reader that stops early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  await runCommand(process.argv.slice(2))
} catch (error) {
  const known = error instanceof CommandError
  const message = error instanceof Error ? error.message : String(error)
  console.error(known ? message : `The engine refused: ${message}`)
  process.exitCode = known ? error.exitCode : 1
}
