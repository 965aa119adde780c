import { connect, type Socket } from 'node:net'
import { OpenError, openFailureOf, type Transport } from './transport.ts'

/** A byte stream over TCP, as serial device servers and the simulated reader offer it. */
export class TcpTransport implements Transport {
  readonly #host: string
  readonly #port: number
  readonly #connectTimeout: number
  readonly #dataListeners: ((bytes: Uint8Array) => void)[] = []
  readonly #closeListeners: (() => void)[] = []
  #socket: Socket | undefined

  constructor(host: string, port: number, connectTimeout = 3000) {
    this.#host = host
    this.#port = port
    this.#connectTimeout = connectTimeout
  }

  open(): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: this.#host, port: this.#port, noDelay: true, keepAlive: true })
      this.#socket = socket
      socket.setTimeout(this.#connectTimeout, () => socket.destroy(new Error('connect timed out')))
      socket.on('error', (error) => reject(new OpenError(openFailureOf(error), error)))
      socket.once('connect', () => {
        socket.setTimeout(0)
        this.#listen(socket)
        resolve()
      })
    })
  }

  #listen(socket: Socket): void {
    socket.on('data', (bytes) => {
      for (const listener of this.#dataListeners) listener(bytes)
    })
    socket.once('end', () => socket.destroy())
    socket.once('close', () => {
      for (const listener of this.#closeListeners) listener()
    })
  }

  write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      if (!this.#socket) return reject(new Error('not open'))
      this.#socket.write(bytes, (error) => (error ? reject(error) : resolve()))
    })
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#dataListeners.push(listener)
  }

  onClose(listener: () => void): void {
    this.#closeListeners.push(listener)
  }

  async close(): Promise<void> {
    this.#socket?.destroy()
  }
}
