import type { Log } from './log.ts'

/** Lines of JSON with the time in front; `debug` is left out unless wanted. */
export function jsonLog(write: (line: string) => void, debug = false): Log {
  return (level, code, facts) => {
    if (level === 'debug' && !debug) return
    write(JSON.stringify({ at: new Date().toISOString(), level, code, ...facts }))
  }
}
