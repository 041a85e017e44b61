import { spawn } from 'node:child_process'

export type StepResult = { name: string; ok: boolean; seconds: number }

/** Runs a program of node_modules/.bin or the system, its output on ours; never throws. */
export async function runStep(
  name: string,
  command: readonly string[],
  environment: Record<string, string> = {},
): Promise<StepResult> {
  const [program = '', ...parameters] = command
  const started = performance.now()
  console.log(`\n▶ ${name}: ${command.join(' ')}`)
  const code = await new Promise<number>((resolve) => {
    const child = spawn(program, parameters, { stdio: 'inherit', env: { ...process.env, ...environment } })
    child.once('error', (error) => {
      console.error(error.message)
      resolve(127)
    })
    child.once('exit', (exitCode) => resolve(exitCode ?? 1))
  })
  const seconds = (performance.now() - started) / 1000
  console.log(`${code === 0 ? '✔' : '✘'} ${name} (${seconds.toFixed(1)} s)`)
  return { name, ok: code === 0, seconds }
}
