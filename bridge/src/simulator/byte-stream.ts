import { createServer, type Server, type Socket } from 'node:net'
import type { SecurityModule } from './security-module.ts'

const PIECE = 97
const REQUEST_HEAD = 7

/** The reader's line as a TCP byte stream: one host at a time, answers in odd pieces, at times with noise before. */
export class ByteStream {
  readonly #module: SecurityModule
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #answers = 0
  #port = 0

  constructor(module: SecurityModule) {
    this.#module = module
    this.#server = createServer({ noDelay: true }, (socket) => this.#serve(socket))
  }

  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(port, '127.0.0.1', () => {
        this.#port = (this.#server.address() as { port: number }).port
        resolve(this.#port)
      })
    })
  }

  plugIn(): Promise<number> {
    return this.#server.listening ? Promise.resolve(this.#port) : this.listen(this.#port)
  }

  unplug(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }

  #serve(socket: Socket): void {
    // Whoever comes last has the line, so that a host which lost it can come back at once.
    for (const other of this.#sockets) other.destroy()
    this.#sockets.add(socket)
    let bytes = Buffer.alloc(0)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => this.#sockets.delete(socket))
    socket.on('data', (piece) => {
      bytes = Buffer.concat([bytes, piece])
      while (bytes.length >= REQUEST_HEAD && bytes.length >= REQUEST_HEAD + bytes.readUInt16BE(5)) {
        const end = REQUEST_HEAD + bytes.readUInt16BE(5)
        this.#answer(socket, bytes.subarray(0, end))
        bytes = bytes.subarray(end)
      }
    })
  }

  #answer(socket: Socket, request: Uint8Array): void {
    const response = this.#module.answer(request)
    if (!response) return
    this.#answers += 1
    const before = this.#answers % 3 === 0 ? [0x00, 0xff, 0x96, 0xaa] : []
    const bytes = Uint8Array.of(...before, ...response)
    for (let at = 0; at < bytes.length; at += PIECE) socket.write(bytes.subarray(at, at + PIECE))
  }
}
