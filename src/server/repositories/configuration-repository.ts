import type { Configuration, ConfigurationSection } from '#src/contracts/cycle-configuration.ts'
import { configurationSections } from '#src/contracts/cycle-configuration.ts'
import type { Prisma } from '#src/generated/prisma/client.ts'
import { canonicalJson } from '#src/lib/canonical-json.ts'
import { sha256 } from '../platform/hash.ts'
import type { Tx } from '../platform/transaction.ts'

/** Who last saved a section, at which version of the draft. */
export type SavedSection = { version: number; memberId: string; at: string }
export type SavedSections = Partial<Record<ConfigurationSection, SavedSection>>

export type ConfigurationDraftRow = {
  id: string
  version: number
  document: unknown
  baseHash: string | null
  savedHash: string | null
  saved: SavedSections
}

/** A cycle has one working draft; scenarios are drafts of another kind, of the strategy. */
const working = { kind: 'DRAFT', name: 'Configuration' } as const

// Documents are plain JSON by their schema; Prisma's input type only lacks the knowledge.
const json = (value: unknown) => value as Prisma.InputJsonObject

function savedSections(summary: unknown): SavedSections {
  const sections = (summary as { sections?: SavedSections } | null)?.sections ?? {}
  return Object.fromEntries(
    configurationSections.flatMap((name) => (sections[name] ? [[name, sections[name]]] : [])),
  )
}

export async function insertWorkingDraft(
  tx: Tx,
  labId: string,
  memberId: string,
  cycleId: string,
  document: Configuration,
): Promise<void> {
  await tx.configurationDraft.create({
    data: { labId, cycleId, ...working, document: json(document), createdBy: memberId },
  })
}

export async function findWorkingDraft(
  tx: Tx,
  labId: string,
  cycleId: string,
  options: { lock?: boolean } = {},
): Promise<ConfigurationDraftRow | null> {
  if (options.lock)
    await tx.$queryRaw`
      SELECT id FROM configuration_draft
      WHERE lab_id = ${labId}::uuid AND cycle_id = ${cycleId}::uuid AND kind = 'DRAFT' FOR UPDATE`
  const row = await tx.configurationDraft.findFirst({
    where: { labId, cycleId, kind: working.kind },
    orderBy: { id: 'asc' },
  })
  if (!row) return null
  const { id, version, document, baseHash, savedHash } = row
  return { id, version, document, baseHash, savedHash, saved: savedSections(row.summary) }
}

/** Writes the document over the draft that was locked; answers its new version. */
export async function updateWorkingDraft(
  tx: Tx,
  labId: string,
  draft: ConfigurationDraftRow,
  document: Configuration,
  saved: { section: ConfigurationSection; by: Omit<SavedSection, 'version'> } | null,
): Promise<number> {
  const version = draft.version + 1
  const sections = saved ? { ...draft.saved, [saved.section]: { ...saved.by, version } } : draft.saved
  await tx.configurationDraft.update({
    where: { labId_id: { labId, id: draft.id } },
    data: { document: json(document), summary: json({ sections }), version },
  })
  return version
}

export async function setDraftHash(tx: Tx, labId: string, draftId: string, savedHash: string): Promise<void> {
  await tx.configurationDraft.update({ where: { labId_id: { labId, id: draftId } }, data: { savedHash } })
}

/** Keeps a document for good under the SHA-256 of its canonical text; the same content is the same row. */
export async function insertConfiguration(
  tx: Tx,
  labId: string,
  memberId: string | null,
  document: Configuration,
): Promise<string> {
  const text = canonicalJson(document)
  const hash = sha256(text)
  await tx.$executeRaw`
    INSERT INTO configuration (lab_id, hash, document, schema_version, created_by)
    VALUES (${labId}::uuid, ${hash}, ${text}::jsonb, ${document.version}, ${memberId}::uuid)
    ON CONFLICT (lab_id, hash) DO NOTHING`
  return hash
}

/** The stored document, not yet read by its schema; null when no such hash was kept. */
export async function findConfiguration(tx: Tx, labId: string, hash: string): Promise<unknown> {
  const row = await tx.configuration.findUnique({
    where: { labId_hash: { labId, hash } },
    select: { document: true },
  })
  return row?.document ?? null
}

export async function findMemberNames(
  tx: Tx,
  labId: string,
  memberIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.member.findMany({
    where: { labId, id: { in: [...memberIds] } },
    select: { id: true, displayName: true },
  })
  return new Map(rows.map(({ id, displayName }) => [id, displayName]))
}
