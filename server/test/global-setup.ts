import { startTestCluster } from './cluster.ts'

let stop: (() => Promise<void>) | undefined

/** One cluster for the whole run; test processes inherit its address. */
export async function globalSetup(): Promise<void> {
  if (process.env.ZHUJI_TEST_CLUSTER) return
  const cluster = await startTestCluster()
  process.env.ZHUJI_TEST_CLUSTER = cluster.adminUrl
  stop = cluster.stop
}

export async function globalTeardown(): Promise<void> {
  await stop?.()
}
