/** What the person who typed the command can mend: printed as it is, without a stack. */
export class CommandError extends Error {
  readonly exitCode: number

  constructor(message: string, exitCode = 1) {
    super(message)
    this.name = 'CommandError'
    this.exitCode = exitCode
  }
}

/** A command that is not typed as it should be. */
export const misused = (message: string) => new CommandError(message, 2)
