import type { Tx } from '../platform/transaction.ts'

type PracticeInput = {
  kind: string
  name: string | null
  address: string | null
  postalCode: string | null
  inseeCode: string
  phone: string | null
}

export async function insertPractice(
  tx: Tx,
  labId: string,
  practice: PracticeInput & { id: string; createdBy: string },
): Promise<void> {
  await tx.practice.create({ data: { labId, ...practice }, select: { id: true } })
}

export const communeExists = async (tx: Tx, inseeCode: string): Promise<boolean> =>
  (await tx.commune.count({ where: { inseeCode } })) > 0

export type CommuneRow = { inseeCode: string; name: string; department: string; postalCodes: string[] }

/** Communes whose name begins with these folded words, or that a postal code serves; the shortest name first. */
export async function findCommunes(tx: Tx, folded: string): Promise<CommuneRow[]> {
  const text = folded.replaceAll(/[\\%_]/g, String.raw`\$&`)
  return tx.$queryRaw<CommuneRow[]>`
    SELECT c.insee_code AS "inseeCode", c.name, c.department,
      (SELECT coalesce(array_agg(p.postal_code ORDER BY p.postal_code), '{}') FROM postal_code p WHERE p.insee_code = c.insee_code) AS "postalCodes"
    FROM commune c
    WHERE fold(c.name) LIKE ${`${text}%`} OR fold(c.name) LIKE ${`% ${text}%`}
      OR c.insee_code IN (SELECT p.insee_code FROM postal_code p WHERE p.postal_code LIKE ${`${text}%`})
    ORDER BY fold(c.name) <> ${folded}, length(c.name), c.name, c.insee_code LIMIT 12`
}
