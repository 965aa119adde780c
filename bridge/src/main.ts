import { z } from 'zod'
import { startBridge } from './bridge.ts'
import { liveWithParent } from './child-process.ts'
import { Origins, originOf, Port } from './config-fields.ts'
import { jsonLog } from './json-log.ts'
import { holdAlone } from './one-bridge.ts'

const config = z
  .object({
    ZHUJI_SERVER: z.url({ protocol: /^https?$/ }),
    BRIDGE_DATA: z.string().min(1),
    BRIDGE_PORT: Port(17650),
    BRIDGE_READER: z.string().default('tcp://127.0.0.1:17651'),
    BRIDGE_ORIGINS: Origins,
    BRIDGE_ENROLMENT_CODE: z.string().default(''),
    BRIDGE_SIMULATED: z.enum(['0', '1']).default('0'),
    BRIDGE_LOG: z.enum(['info', 'debug']).default('info'),
  })
  .parse(process.env)
const log = jsonLog((line) => console.log(line), config.BRIDGE_LOG === 'debug')
const server = originOf(config.ZHUJI_SERVER)

await holdAlone(config.BRIDGE_DATA)
const bridge = await startBridge(
  {
    server,
    directory: config.BRIDGE_DATA,
    reader: config.BRIDGE_READER,
    origins: config.BRIDGE_ORIGINS.length > 0 ? config.BRIDGE_ORIGINS : [server],
    enrolmentCode: config.BRIDGE_ENROLMENT_CODE || undefined,
    simulated: config.BRIDGE_SIMULATED === '1',
  },
  log,
)
await bridge.loopback.listen({ host: '127.0.0.1', port: config.BRIDGE_PORT })
const { port } = bridge.loopback.server.address() as { port: number }
log('info', 'bridge-listening', { port })
liveWithParent({ port }, bridge.close)
