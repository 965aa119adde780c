import { z } from 'zod'
import { liveWithParent } from '../child-process.ts'
import { Origins, Port } from '../config-fields.ts'
import { jsonLog } from '../json-log.ts'
import { ByteStream } from './byte-stream.ts'
import { buildControl } from './control.ts'
import { FaultSwitch } from './faults.ts'
import { SecurityModule } from './security-module.ts'

const config = z
  .object({ SIM_PORT: Port(17651), SIM_CONTROL_PORT: Port(17652), SIM_ORIGINS: Origins })
  .parse(process.env)
const log = jsonLog((line) => console.log(line))

const faults = new FaultSwitch()
const module = new SecurityModule(faults)
const line = new ByteStream(module)
const control = buildControl({ module, faults, line }, config.SIM_ORIGINS, log)

const port = await line.listen(config.SIM_PORT)
await control.listen({ host: '127.0.0.1', port: config.SIM_CONTROL_PORT })
const controlPort = (control.server.address() as { port: number }).port
log('info', 'simulated-reader-listening', { port, controlPort })
liveWithParent({ port, controlPort }, async () => {
  await Promise.all([control.close(), line.unplug()])
})
