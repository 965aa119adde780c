import { request } from 'node:http'

export interface Answer<T> {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: T
}

/** Calls as a browser would, but lets a test choose the headers that a browser guards. */
export function callAs<T = { code?: string }>(
  port: number,
  method: string,
  path: string,
  options: { headers?: Record<string, string>; body?: string } = {},
): Promise<Answer<T>> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers: options.headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece) => {
        text += piece
      })
      response.on('end', () => {
        const body = (text ? JSON.parse(text) : undefined) as T
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
      })
    })
    sent.on('error', reject)
    sent.end(options.body)
  })
}
