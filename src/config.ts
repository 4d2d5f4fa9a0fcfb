import { existsSync, readFileSync } from 'node:fs'
import { isAbsolute, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { Refused } from './domain/errors.ts'
import { type TenantId, tenantId } from './domain/ids.ts'
import type { LogLevel } from './platform/log.ts'

/** How the bot proves who it is to the Bot Connector. */
export type BotCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly path: string }
  | { readonly kind: 'managed-identity' }

export interface BotIdentity {
  readonly appId: string
  /** The directory the bot is registered in: it is single tenant (new multi-tenant bots ended 2025-07-31). */
  readonly directoryTenantId: string
  readonly credential: BotCredential
}

export interface Config {
  readonly host: string
  readonly port: number
  /** Holds rakel.sqlite; made when missing. */
  readonly dataFolder: string
  /** Read and watched for documents by `rakel serve`. */
  readonly documentsFolder: string
  /** Owner of the documents in the store. */
  readonly tenant: TenantId
  /** undefined: no credentials; only loopback callers, whom nobody authenticates. */
  readonly bot: BotIdentity | undefined
  /** Directory tenants whose users are served; the bot's own when empty in the environment. */
  readonly allowedTenants: readonly string[]
  /** Host names that an activity's serviceUrl may name; `*.` at the start covers subdomains. */
  readonly allowedServiceHosts: readonly string[]
  /** The bundled browser client for trying the bot; never in production. */
  readonly playground: boolean
  readonly playgroundPort: number
  readonly logLevel: LogLevel
}

type Environment = Readonly<Record<string, string | undefined>>

const LOOPBACK_HOSTS = ['127.0.0.1', '::1', 'localhost']
const SERVICE_HOSTS = ['smba.trafficmanager.net', '*.botframework.com', '*.teams.microsoft.com']
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

const refuse = (setting: string, what: string): never => {
  throw new Refused('bad-config', `${setting} ${what}`)
}

function choice<Value extends string>(
  env: Environment,
  name: string,
  values: readonly Value[],
  fallback: Value,
): Value {
  const given = env[name]?.trim() || fallback
  return (
    values.find((value) => value === given) ?? refuse(name, `must be one of ${values.join(', ')}; it is "${given}".`)
  )
}

function port(env: Environment, name: string, fallback: number): number {
  const given = env[name]?.trim()
  if (!given) return fallback
  const number = Number(given)
  return Number.isInteger(number) && number >= 0 && number <= 65_535
    ? number
    : refuse(name, `must be a port from 0 to 65535; it is "${given}".`)
}

const list = (env: Environment, name: string): string[] =>
  (env[name] ?? '')
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter(Boolean)

function botIdentity(env: Environment): BotIdentity | undefined {
  const appId = env['BOT_ID']?.trim()
  const directoryTenantId = env['BOT_TENANT_ID']?.trim()
  const secret = env['BOT_SECRET']?.trim()
  const certificate = env['BOT_CERTIFICATE']?.trim()
  if (!appId) {
    const orphan = ['BOT_TENANT_ID', 'BOT_SECRET', 'BOT_CERTIFICATE', 'BOT_CREDENTIAL'].find((name) =>
      env[name]?.trim(),
    )
    return orphan ? refuse('BOT_ID', `is missing although ${orphan} is set; set both or neither.`) : undefined
  }
  if (!GUID.test(appId)) refuse('BOT_ID', 'must be the GUID of the app registration.')
  if (!directoryTenantId) refuse('BOT_TENANT_ID', 'is missing; the bot is single tenant and needs it.')
  if (!GUID.test(directoryTenantId ?? '')) refuse('BOT_TENANT_ID', 'must be a GUID.')
  const kind = choice(
    env,
    'BOT_CREDENTIAL',
    ['managed-identity', 'certificate', 'secret'],
    secret ? 'secret' : certificate ? 'certificate' : 'managed-identity',
  )
  if (kind !== 'secret' && secret) refuse('BOT_SECRET', `must be empty when BOT_CREDENTIAL is ${kind}.`)
  if (kind !== 'certificate' && certificate)
    refuse('BOT_CERTIFICATE', `must be empty when the credential is a ${kind}.`)
  if (kind === 'certificate' && !existsSync(certificate ?? ''))
    refuse('BOT_CERTIFICATE', 'must name a PEM file that exists.')
  const credential: BotCredential =
    kind === 'secret'
      ? { kind, secret: secret ?? refuse('BOT_SECRET', 'is missing.') }
      : kind === 'certificate'
        ? { kind, path: certificate ?? '' }
        : { kind }
  return { appId, directoryTenantId: directoryTenantId ?? '', credential }
}

/**
 * The environment as one typed value.
 * @param base folder that relative paths are resolved against
 * @throws Refused `bad-config` with one sentence naming the setting, when something is missing, malformed or unsafe
 */
export function readConfig(env: Environment, base: string): Config {
  const bot = botIdentity(env)
  const isProduction = env['NODE_ENV'] === 'production'
  const anonymous = env['ALLOW_ANONYMOUS_LOCALHOST']?.trim()
  const host = env['HOST']?.trim() || (bot ? '0.0.0.0' : '127.0.0.1')
  if (!bot && !LOOPBACK_HOSTS.includes(host))
    refuse('HOST', `is ${host}, but without BOT_ID nobody is authenticated; only 127.0.0.1 is allowed then.`)
  if (!bot && isProduction && anonymous !== '1')
    refuse('BOT_ID', 'is missing; in production set it, or ALLOW_ANONYMOUS_LOCALHOST=1 to serve this machine only.')
  const allowedTenants = list(env, 'ALLOWED_TENANTS')
  const allowedServiceHosts = list(env, 'ALLOWED_SERVICE_HOSTS')
  const folder = (name: string, fallback: string): string => {
    const given = env[name]?.trim() || fallback
    return isAbsolute(given) ? given : resolve(base, given)
  }
  return {
    host,
    port: port(env, 'PORT', 3978),
    dataFolder: folder('RAKEL_DATA', 'data'),
    documentsFolder: folder('RAKEL_DOCUMENTS', 'documents'),
    tenant: tenantId(env['RAKEL_TENANT']?.trim() || 'local'),
    bot,
    allowedTenants: allowedTenants.length || !bot ? allowedTenants : [bot.directoryTenantId.toLowerCase()],
    allowedServiceHosts: allowedServiceHosts.length ? allowedServiceHosts : SERVICE_HOSTS,
    playground: !bot && !isProduction && choice(env, 'PLAYGROUND', ['on', 'off'], 'on') === 'on',
    playgroundPort: port(env, 'PLAYGROUND_PORT', 56_150),
    logLevel: choice(env, 'LOG_LEVEL', ['debug', 'info', 'warn', 'error'], 'info'),
  }
}

/** The process's environment, completed (never overridden) by a `.env` file in the folder when there is one. */
export function environmentOf(base: string): Environment {
  const file = resolve(base, '.env')
  return existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...process.env } : process.env
}
