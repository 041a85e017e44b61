/**
 * Bytes of a body that the server compressed, whether or not something on the way (a proxy, the framework) dropped the
 * header that would have made the browser open it.
 */
export async function bytesOf(response: Response): Promise<Uint8Array> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  const opened = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(opened).arrayBuffer())
}
