import { writeSync } from 'node:fs'
import { ReadStore } from '../src/store/read-store.ts'
import { sealingKeyIn } from '../src/store/secrets.ts'
import { sampleRead } from './sample-read.ts'

/** Saves reads without end and says each step at once, until somebody kills it. */
const directory = process.env.STORE ?? ''
const key = await sealingKeyIn(`${directory}/store.key`)
const store = await ReadStore.open({ directory, key, usedBefore: true, log: () => undefined })
process.send?.('ready')
for (;;) {
  const counter = await store.nextCounter()
  writeSync(1, `counter ${counter}\n`)
  await store.save(sampleRead(counter))
  writeSync(1, `saved ${counter}\n`)
}
