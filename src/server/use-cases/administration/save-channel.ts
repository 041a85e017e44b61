import type { Actor } from '#src/contracts/actor.ts'
import type { SaveChannelInput } from '#src/contracts/administration-portfolio.ts'
import { command } from '../../platform/transaction.ts'
import { writeChannel } from '../../repositories/portfolio-repository.ts'
import { portfolioRow } from './steps/portfolio-row.ts'

/** Adds a channel, changes it, or retires it (`active`); its code stays what it was. */
export const saveChannel = (actor: Actor, input: SaveChannelInput) =>
  command(
    actor,
    async (tx) => {
      const { id: known, commandId: _, ...channel } = input
      const { id, isNew, code } = await portfolioRow(tx, actor, 'channel', known, channel.code)
      await writeChannel(tx, actor.labId, { ...channel, id, code }, isNew)
      const change = { code, active: channel.active }
      const action = isNew ? 'portfolio.create-channel' : 'portfolio.update-channel'
      return { value: { id }, audit: { action, subject: { kind: 'channel', id }, change } }
    },
    { commandId: input.commandId, request: input },
  )
