import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'

type Recorded = { pid: number; label: string }
/** What stands on disk while a command runs: its own process, and those that it started. */
type Run = { command: number; children: Recorded[] }

/** Processes that end together, recorded on disk so that a later start can end those that a killed one left behind. */
export class Children {
  readonly #file: string
  readonly #running: { label: string; process: ChildProcess }[] = []
  #stopping = false
  onUnexpectedEnd: (label: string, code: number | null) => void = () => {}

  constructor(dataDir: string) {
    this.#file = path.join(dataDir, 'processes.json')
  }

  /** Ends what an earlier run that was killed left running; answers their labels. Refused while that run is alive. */
  async endLeftovers(): Promise<string[]> {
    if (!existsSync(this.#file)) return []
    const { command, children } = JSON.parse(readFileSync(this.#file, 'utf8')) as Run
    if (command !== process.pid && isOurs(command))
      throw new Error(
        `Visée already runs from this folder (process ${command}): stop it with Ctrl-C in its terminal, then run this again.`,
      )
    const left = children.filter(({ pid }) => isOurs(pid))
    for (const { pid } of left) signal(pid, 'SIGTERM')
    for (let tries = 0; tries < 50 && left.some(({ pid }) => isOurs(pid)); tries++) await setTimeout(100)
    for (const { pid } of left) if (isOurs(pid)) signal(pid, 'SIGKILL')
    rmSync(this.#file, { force: true })
    return left.map(({ label }) => label)
  }

  // Detached: Ctrl-C in the terminal reaches only the command, which then ends the others in order.
  start(label: string, parameters: readonly string[], environment: Record<string, string>): void {
    const env = { ...process.env, ...environment }
    const child = spawn(process.execPath, [...parameters], { env, stdio: 'inherit', detached: true })
    this.#running.push({ label, process: child })
    const children = this.#running.flatMap((one) =>
      one.process.pid ? [{ pid: one.process.pid, label: one.label }] : [],
    )
    writeFileSync(this.#file, JSON.stringify({ command: process.pid, children } satisfies Run))
    child.once('exit', (code) => {
      if (!this.#stopping) this.onUnexpectedEnd(label, code)
    })
  }

  async stop(): Promise<void> {
    this.#stopping = true
    const alive = this.#running.filter(({ process: one }) => one.exitCode === null && one.signalCode === null)
    const ended = alive.map(({ process: one }) => new Promise((resolve) => one.once('exit', resolve)))
    for (const { process: one } of alive) one.kill('SIGTERM')
    const patience = setTimeout(15_000, 'late', { ref: false })
    if ((await Promise.race([Promise.all(ended), patience])) === 'late')
      for (const { process: one } of alive) one.kill('SIGKILL')
    rmSync(this.#file, { force: true })
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended by itself in between.
  }
}

/** The process is alive and is one of this project: a pid may have been given to somebody else since. */
function isOurs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    const command = `/proc/${pid}/cmdline`
    if (!existsSync(command)) return process.platform !== 'linux'
    return /next|src\/cli\//.test(readFileSync(command, 'utf8'))
  } catch {
    return false
  }
}
