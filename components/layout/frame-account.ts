import type { AccountDto } from '#src/contracts/account.ts'

/** What the frame shows of the person signed in. */
export type FrameAccount = Pick<AccountDto, 'displayName' | 'email' | 'role' | 'readOnly'> & {
  lab: { name: string }
}

/** Whether the rail is folded, kept by the browser so that the first paint is the right one. */
export const railCookie = 'rail'
