import { chown } from 'node:fs/promises'

/** PostgreSQL refuses to run as root; 65534 is `nobody` wherever it is named at all. */
const nobody = 65534

export interface RunAs {
  uid: number
  gid: number
}

export const runAs: RunAs | undefined = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : undefined

export async function giveToServer(path: string): Promise<void> {
  if (runAs) await chown(path, runAs.uid, runAs.gid)
}

/** The server inherits no secret of ours, and no library path that was meant for another program. */
export const serverEnvironment: NodeJS.ProcessEnv = { PATH: '/usr/bin:/bin' }
