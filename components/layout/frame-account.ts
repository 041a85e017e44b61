import type { AccountDto } from '#src/contracts/account.ts'

/** What the frame shows of the person signed in. */
export type FrameAccount = Pick<AccountDto, 'displayName' | 'email' | 'role' | 'readOnly'> & {
  lab: { name: string }
}
