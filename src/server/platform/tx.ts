import type { Prisma } from '#src/generated/prisma/client.ts'

export type Tx = Prisma.TransactionClient

/** Whose walls a transaction stands in: the lab always, the member where one acts. */
export type Within = { labId: string; memberId?: string | undefined; role?: string | undefined }
