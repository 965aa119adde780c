import { z } from 'zod'

const flagged = z.enum(['0', '1']).transform((value) => value === '1')

const Environment = z.object({
  ZHUJI_MODE: z.enum(['demo', 'production']).default('demo'),
  HOST: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  DATA_DIR: z.string().min(1).default('./data'),
  /** The owner's connection: it migrates. The app role's is made from it. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** 32 bytes, base64; wraps the data keys. */
  ZHUJI_MASTER_KEY: z
    .base64()
    .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')
    .optional(),
  /** Where the key lies that signs the roots of the audit log: outside the database. */
  ZHUJI_AUDIT_KEY_FILE: z.string().optional(),
  SMS_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_GATEWAY_TOKEN: z.string().min(1).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  BRIDGE_URL: z.url({ protocol: /^http$/ }).default('http://127.0.0.1:17650'),
  SIMULATOR_URL: z.url({ protocol: /^http$/ }).optional(),
  /** Proxies whose X-Forwarded-For is believed, as Fastify takes them. */
  TRUST_PROXY: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  /** This process runs the queue's jobs; switch off where another does. */
  RUN_JOBS: flagged.default(true),
})

export type Config = z.output<typeof Environment> & { host: string; publicUrl: string }

/** What keeps the product from starting, each line with its mend. */
export class ConfigError extends Error {
  readonly lines: readonly string[]
  constructor(lines: readonly string[]) {
    super(lines.join('\n'))
    this.name = 'ConfigError'
    this.lines = lines
  }
}

const neededInProduction = {
  DATABASE_URL: 'the PostgreSQL (15 or newer) to work on, as its owner: postgres://zhuji_owner:…@host/zhuji',
  ZHUJI_MASTER_KEY:
    'the master key, 32 random bytes in base64 (openssl rand -base64 32); keep it safe, it opens everything',
  ZHUJI_AUDIT_KEY_FILE: 'where the key lies that signs the audit log, outside the database and its backups',
  SMS_GATEWAY_URL: 'the gateway that sends text messages',
  SMS_GATEWAY_TOKEN: 'the token for that gateway',
  PUBLIC_URL: 'the address that browsers use, https://…',
} as const

/** Reads the environment once. Throws ConfigError with the list of what is wrong or, in production, missing. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  const config = parsed.data
  if (config.ZHUJI_MODE === 'production') refuseHalfConfigured(config)
  return {
    ...config,
    host: config.HOST ?? (config.ZHUJI_MODE === 'demo' ? '127.0.0.1' : '0.0.0.0'),
    publicUrl: config.PUBLIC_URL ?? `http://localhost:${config.PORT}`,
  }
}

function refuseHalfConfigured(config: z.output<typeof Environment>): void {
  const missing = Object.entries(neededInProduction)
    .filter(([name]) => config[name as keyof typeof neededInProduction] === undefined)
    .map(([name, purpose]) => `${name} is missing: ${purpose}`)
  if (config.PUBLIC_URL && !config.PUBLIC_URL.startsWith('https:'))
    missing.push('PUBLIC_URL must be https: cookies and cards travel over it')
  if (config.SIMULATOR_URL) missing.push('SIMULATOR_URL is a part of demo: remove it')
  if (missing.length > 0) throw new ConfigError(missing)
}
