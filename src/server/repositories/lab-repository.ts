import type { Tx } from '../platform/transaction.ts'

export const findLab = (tx: Tx, labId: string) =>
  tx.lab.findUnique({ where: { id: labId }, select: { id: true, name: true, timeZone: true } })
