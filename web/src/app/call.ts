import { createClient } from '@zhuji/contract/client.ts'

/** Calls a declared route of the server that served this page. */
export const call = createClient('', (url, init) => fetch(url, init))

/** Like `call`, for bytes on their way up: tells how far they are, from 0 to 1. */
export const callTelling = (tell: (share: number) => void) =>
  createClient('', (url, init) => send(url, init, tell))

// fetch tells nothing of an upload's progress; XMLHttpRequest does.
function send(url: string, init: RequestInit, tell: (share: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(init.method ?? 'GET', url)
    for (const [name, value] of Object.entries(init.headers as Record<string, string>))
      request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded, total }) => total > 0 && tell(loaded / total))
    request.addEventListener('error', () => reject(new TypeError('unreachable')))
    request.addEventListener('load', () => {
      const body = request.status === 204 ? null : request.responseText
      resolve(new Response(body, { status: request.status }))
    })
    request.send(init.body as XMLHttpRequestBodyInit)
  })
}
