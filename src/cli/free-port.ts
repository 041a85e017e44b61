import { createServer } from 'node:net'

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, () => probe.close(() => resolve(true)))
  })

/** The first free port from the one asked on; says so when it is not that one. */
export async function freePort(asked: number): Promise<number> {
  for (let port = asked; port < asked + 50; port++) {
    if (!(await isFree(port))) continue
    if (port !== asked)
      console.log(`Port ${asked} is taken by another program: using ${port} (choose one with PORT=…).`)
    return port
  }
  throw new Error(`No free port between ${asked} and ${asked + 49}: choose one with PORT=…`)
}
