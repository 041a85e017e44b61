import { ORPCError } from '@orpc/client'
import type { ImportDto, ImportOptions } from '#src/contracts/imports.ts'

/** The answer of a failed upload as the error that every other call throws. */
function errorOf(status: number, body: unknown): Error {
  const told = typeof body === 'object' && body ? body : {}
  const code = 'code' in told && typeof told.code === 'string' ? told.code : 'INTERNAL_SERVER_ERROR'
  return new ORPCError(code, { status, data: 'data' in told ? told.data : undefined, defined: true })
}

/**
 * Sends a file as it is. XMLHttpRequest and not fetch: it alone tells how much has left. `onProgress` gets a share from
 * 0 to 1.
 */
export function uploadImport(
  { file, options }: { file: File; options: ImportOptions },
  onProgress: (share: number) => void,
): Promise<ImportDto> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(
      'POST',
      `/api/v1/uploads?${new URLSearchParams({ ...options } as Record<string, string>).toString()}`,
    )
    request.setRequestHeader('content-type', 'text/csv')
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total ? loaded / total : 0))
    request.addEventListener('load', () => {
      // What the route answers is the contract's, as everywhere else.
      if (request.status === 201) resolve(request.response as ImportDto)
      else reject(errorOf(request.status, request.response))
    })
    request.addEventListener('error', () => reject(new Error('the network gave up')))
    request.send(file)
  })
}
