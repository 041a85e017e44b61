import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { SimpleCsrfProtectionLinkPlugin } from '@orpc/client/plugins'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { contract } from '#src/contracts/contract.ts'
import { readSchemasWithoutEval } from './no-eval.ts'

// Before any screen: what a screen brings of the engine's schemas is made when its module is read.
if (typeof window !== 'undefined') readSchemasWithoutEval()

// The RPC transport needs no contract at run time: only its type comes here.
const link = new RPCLink({
  url: () => new URL('/api/v1/rpc', window.location.origin),
  plugins: [new SimpleCsrfProtectionLinkPlugin()],
})

export const client: ContractRouterClient<typeof contract> = createORPCClient(link)
export const api = createTanstackQueryUtils(client)
