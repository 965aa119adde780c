import { createHmac } from 'node:crypto'

/** The app role's password follows from the master key, so that every server process knows it. */
export function appRolePassword(masterKey: Buffer): string {
  return createHmac('sha256', masterKey).update('zhuji_app').digest('base64url')
}

export function appRoleUrl(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = 'zhuji_app'
  url.password = password
  return url.href
}
