import { hash, verify } from '@node-rs/argon2'

/** Argon2id, which is the package's default. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

let stranger: Promise<string> | undefined

/** Is it the password? Of an account that does not exist the same work is done, and the answer is no. */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  stranger ??= hashPassword(crypto.randomUUID())
  const right = await verify(stored ?? (await stranger), password)
  return right && stored !== undefined
}
