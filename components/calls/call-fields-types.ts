import type { CallDraft } from '#src/client/calls/call-draft.ts'
import type { useCallOptions } from '#src/client/calls/use-calls.ts'

type Options = NonNullable<ReturnType<typeof useCallOptions>['data']>
export type CallFieldsProps = { draft: CallDraft; options: Options; onChange: (draft: CallDraft) => void }
