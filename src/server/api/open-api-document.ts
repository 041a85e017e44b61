import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '#src/contracts/contract.ts'

const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
let document: Promise<unknown> | undefined

/** OpenAPI 3.1 of what integrators may rely on: the operations tagged `stable`. */
export function openApiDocument(): Promise<unknown> {
  document ??= generator.generate(contract, {
    info: { title: 'Visée', version: '1' },
    servers: [{ url: '/api/v1' }],
    filter: ({ contract: one }) => one['~orpc'].route.tags?.includes('stable') ?? false,
  })
  return document
}
