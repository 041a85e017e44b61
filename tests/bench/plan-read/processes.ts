import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'

/** A server of this run, on a port; resolves when it answers anything at all. */
export async function serve(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
  address: string,
): Promise<ChildProcess> {
  const env = { ...process.env, ...environment }
  const child = spawn(process.execPath, [...parameters], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  for (let tries = 0; tries < 600 && child.exitCode === null; tries += 1) {
    const answers = await fetch(address).then(
      () => true,
      () => false,
    )
    if (answers) return child
    await setTimeout(100)
  }
  await end(child)
  throw new Error(`${parameters[0]} does not answer on ${address}`)
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}
