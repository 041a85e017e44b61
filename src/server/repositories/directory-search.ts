import type { ScopeFilter } from '#src/contracts/actor.ts'
import type { DirectoryFilter } from '#src/contracts/directory.ts'
import type { AskedQuestion } from './answer-query-repository.ts'
import type { CycleGround } from './cycle-universe-repository.ts'

/** What a search of the directory asks, within whose reach, on which day. */
export type DirectorySearch = {
  filter: DirectoryFilter
  scope: ScopeFilter
  /** The cycle of segments and plans, with its last official run. */
  cycle: { id: string; runId: string | null } | null
  /** What « qualified » asks, where the filter speaks of it. */
  required: { questions: readonly AskedQuestion[]; ground: CycleGround } | null
  today: string
}
