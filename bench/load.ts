import { Agent, request } from 'node:http'

/** One request of a workload. */
export interface Shot {
  method: 'GET' | 'POST' | 'PUT'
  path: string
  headers?: Record<string, string>
  body?: Uint8Array | string
  /** Hears of the answer where the next shot depends on it. */
  answered?(body: Buffer, headers: Record<string, string | string[] | undefined>): void
}

export interface Load {
  /** The status that every answer must have. */
  status: number
  /** The next request of one of the connections. */
  shot(connection: number): Shot
}

export const connections = 16

/** Requests per second that a server answers on 16 keep-alive connections; throws at the first wrong status. */
export async function measure(origin: string, load: Load, milliseconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const { hostname, port } = new URL(origin)
  let answered = 0
  const began = performance.now()
  const end = began + milliseconds
  const connection = async (number: number) => {
    while (performance.now() < end) {
      await fire({ hostname, port, agent }, load.shot(number), load.status)
      answered += 1
    }
  }
  try {
    await Promise.all(Array.from({ length: connections }, (_, number) => connection(number)))
  } finally {
    agent.destroy()
  }
  return (answered * 1000) / (performance.now() - began)
}

interface Target {
  hostname: string
  port: string
  agent: Agent
}

function fire(target: Target, shot: Shot, status: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const { method, path, body } = shot
    const headers = {
      ...shot.headers,
      ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
    }
    const sent = request({ ...target, method, path, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const text = Buffer.concat(chunks)
        if (answer.statusCode !== status) {
          reject(new Error(`${method} ${path}: ${answer.statusCode} ${text.toString('utf8').slice(0, 300)}`))
          return
        }
        shot.answered?.(text, answer.headers)
        resolve()
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
