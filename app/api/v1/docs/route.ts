import { headers } from 'next/headers'

const page = (nonce: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Visée API</title>
<link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/swagger/swagger-ui.css"></head>
<body><main id="ui"></main><script nonce="${nonce}" src="/swagger/swagger-ui-bundle.js"></script>
<script nonce="${nonce}">SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#ui', deepLinking: true, validatorUrl: null })</script>
</body></html>`

/** The API's documentation, readable by anyone. */
export async function GET(): Promise<Response> {
  const nonce = (await headers()).get('x-nonce') ?? ''
  return new Response(page(nonce), { headers: { 'content-type': 'text/html; charset=utf-8' } })
}
