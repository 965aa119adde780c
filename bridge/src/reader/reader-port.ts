import { TcpTransport } from './tcp-transport.ts'
import type { ReaderPort } from './transport.ts'

/** From `tcp://host:port` to the port it names. Throws on an address of any other kind. */
export function readerPortOf(address: string): ReaderPort {
  const url = new URL(address)
  if (url.protocol !== 'tcp:' || !url.port) throw new Error(`no such kind of reader address: ${url.protocol}`)
  return { ways: [() => new TcpTransport(url.hostname, Number(url.port))] }
}
