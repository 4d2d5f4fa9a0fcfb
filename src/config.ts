import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { isAbsolute, relative, resolve, sep } from 'node:path'
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
  /** Conversation that is told when a post's fate needs a person; undefined: only the log is. */
  readonly adminConversation: string | undefined
  /**
   * Directory ids of those who may set up and change agenda posts by chat, the word `owners` for the team's owners;
   * 'everyone': whoever may write in the channel.
   */
  readonly agendaManagers: 'everyone' | readonly string[]
  /** Where this server is reached from outside, with a slash at the end; undefined: no calendar files are offered. */
  readonly publicUrl: string | undefined
  /** Where the clock starts, for trying out without credentials, in ms since 1970 UTC; undefined: the machine's. */
  readonly clockStartMs: number | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

const LOOPBACK_HOSTS = ['127.0.0.1', '::1', 'localhost']
const SERVICE_HOSTS = ['smba.trafficmanager.net', '*.botframework.com', '*.teams.microsoft.com']
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
/** GUIDs that stand in for a real one: the empty GUID, and those of a local app package (scripts/package.ts). */
const PLACEHOLDER_GUID = /^0{8}-0{4}-/
const HOST_NAME = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i
/** At least two names after `*.`: `*` or `*.net` would let the bot's token go almost anywhere. */
const SERVICE_HOST = /^(?:\*\.(?=[^.]+\.))?[a-z0-9-]+(?:\.[a-z0-9-]+)*$/
const TENANT_NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/i

/** The sentence names the setting and never repeats its value: a secret pasted into the wrong line must not be logged. */
const refuse = (setting: string, what: string): never => {
  throw new Refused('bad-config', `${setting} ${what}`)
}

const text = (env: Environment, name: string): string => env[name]?.trim() ?? ''

function choice<Value extends string>(
  env: Environment,
  name: string,
  values: readonly Value[],
  fallback: Value,
): Value {
  const given = text(env, name) || fallback
  return values.find((value) => value === given) ?? refuse(name, `must be one of ${values.join(', ')}.`)
}

function port(env: Environment, name: string, fallback: number): number {
  const given = text(env, name)
  if (!given) return fallback
  return /^\d{1,5}$/.test(given) && Number(given) <= 65_535
    ? Number(given)
    : refuse(name, 'must be a port from 0 to 65535.')
}

function list(env: Environment, name: string, pattern: RegExp, what: string): string[] {
  const entries = text(env, name)
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter(Boolean)
  return entries.every((entry) => pattern.test(entry)) ? entries : refuse(name, what)
}

function guid(env: Environment, name: string, what: string): string {
  const given = text(env, name).toLowerCase()
  if (!given) refuse(name, 'is missing; the bot is single tenant and needs it.')
  if (!GUID.test(given)) refuse(name, `must be the GUID of ${what}.`)
  return PLACEHOLDER_GUID.test(given) ? refuse(name, `is a placeholder; it must be the GUID of ${what}.`) : given
}

/** Both halves are needed to sign in, and only reading the file tells that the process may. */
function certificatePath(env: Environment, base: string): string {
  const path = resolve(base, text(env, 'BOT_CERTIFICATE') || refuse('BOT_CERTIFICATE', 'is missing.'))
  let pem = ''
  try {
    pem = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new Refused('bad-config', 'BOT_CERTIFICATE must name a PEM file that can be read.', { cause })
  }
  return /-----BEGIN CERTIFICATE-----/.test(pem) && /-----BEGIN (?:RSA |EC )?PRIVATE KEY-----/.test(pem)
    ? path
    : refuse('BOT_CERTIFICATE', 'must name a PEM file that holds a certificate and its unencrypted private key.')
}

function botIdentity(env: Environment, base: string): BotIdentity | undefined {
  if (!text(env, 'BOT_ID')) {
    const orphan = ['BOT_TENANT_ID', 'BOT_SECRET', 'BOT_CERTIFICATE', 'BOT_CREDENTIAL'].find((name) => text(env, name))
    return orphan ? refuse('BOT_ID', `is missing although ${orphan} is set; set both or neither.`) : undefined
  }
  const appId = guid(env, 'BOT_ID', 'the app registration')
  const directoryTenantId = guid(env, 'BOT_TENANT_ID', 'the directory the bot is registered in')
  const secret = text(env, 'BOT_SECRET')
  const certificate = text(env, 'BOT_CERTIFICATE')
  const kind = choice(
    env,
    'BOT_CREDENTIAL',
    ['managed-identity', 'certificate', 'secret'],
    secret ? 'secret' : certificate ? 'certificate' : 'managed-identity',
  )
  if (kind !== 'secret' && secret) refuse('BOT_SECRET', `must be empty when BOT_CREDENTIAL is ${kind}.`)
  if (kind !== 'certificate' && certificate)
    refuse('BOT_CERTIFICATE', `must be empty when the credential is a ${kind}.`)
  if (kind === 'certificate')
    return { appId, directoryTenantId, credential: { kind, path: certificatePath(env, base) } }
  if (kind === 'managed-identity') return { appId, directoryTenantId, credential: { kind } }
  if (!secret) refuse('BOT_SECRET', 'is missing.')
  if (GUID.test(secret.toLowerCase())) refuse('BOT_SECRET', 'is a GUID: that is the id of a secret, not its value.')
  return { appId, directoryTenantId, credential: { kind, secret } }
}

/** Without credentials nobody is authenticated, so that only this machine may be served. */
function listenHost(env: Environment, bot: BotIdentity | undefined, isProduction: boolean): string {
  const anonymous = choice(env, 'ALLOW_ANONYMOUS_LOCALHOST', ['0', '1'], '0')
  const host = text(env, 'HOST') || (bot ? '0.0.0.0' : '127.0.0.1')
  if (!isIP(host) && !HOST_NAME.test(host)) refuse('HOST', 'must be an IP address or a host name.')
  if (!bot && !LOOPBACK_HOSTS.includes(host))
    refuse('HOST', 'must be 127.0.0.1 as long as BOT_ID is not set: nobody is authenticated.')
  if (!bot && isProduction && anonymous !== '1')
    refuse('BOT_ID', 'is missing; in production set it, or ALLOW_ANONYMOUS_LOCALHOST=1 to serve this machine only.')
  return host
}

function publicUrl(env: Environment): string | undefined {
  const given = text(env, 'PUBLIC_URL')
  if (!given) return undefined
  const url = URL.canParse(given) ? new URL(given) : undefined
  const isPlain = url?.protocol === 'https:' && !url.username && !url.password && !url.search && !url.hash
  if (!url || !isPlain) return refuse('PUBLIC_URL', 'must be an https address, such as https://rakel.example.no.')
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}

/** An instant with its offset: what a time without one means depends on the machine. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/

function clockStart(env: Environment, mayMove: boolean): number | undefined {
  const given = text(env, 'RAKEL_CLOCK')
  if (!given) return undefined
  if (!mayMove) refuse('RAKEL_CLOCK', 'must be empty in production and when BOT_ID is set.')
  const instantMs = INSTANT.test(given) ? Date.parse(given) : Number.NaN
  return Number.isNaN(instantMs)
    ? refuse('RAKEL_CLOCK', 'must be a time with its offset, such as 2027-02-03T08:00+01:00.')
    : instantMs
}

const MANAGER = new RegExp(`^owners$|${GUID.source}`)

/** Where nobody is authenticated nobody can be told from another. */
function agendaManagers(env: Environment, bot: BotIdentity | undefined): Config['agendaManagers'] {
  const given = text(env, 'RAKEL_AGENDA_MANAGERS')
  if (given === 'everyone' || (!given && !bot)) return 'everyone'
  const what = 'must be everyone, or owners and object ids of people (GUIDs) with commas between.'
  return given ? list(env, 'RAKEL_AGENDA_MANAGERS', MANAGER, what) : ['owners']
}

const CONVERSATION_ID = /^[^\s;]{1,512}$/

function adminConversation(env: Environment): string | undefined {
  const given = text(env, 'ADMIN_CONVERSATION')
  if (!given) return undefined
  return CONVERSATION_ID.test(given)
    ? given
    : refuse('ADMIN_CONVERSATION', 'must be the id of one conversation, without ;messageid=.')
}

/** True where `inner` is `outer` or lies in it. */
function isWithin(inner: string, outer: string): boolean {
  const path = relative(outer, inner)
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)
}

/**
 * The environment as one typed value.
 * @param base folder that relative paths are resolved against
 * @throws Refused `bad-config` with one sentence naming the setting, when something is missing, malformed or unsafe
 */
export function readConfig(env: Environment, base: string): Config {
  const bot = botIdentity(env, base)
  const isProduction = text(env, 'NODE_ENV').toLowerCase() === 'production'
  const host = listenHost(env, bot, isProduction)
  const allowedTenants = list(env, 'ALLOWED_TENANTS', GUID, 'must be GUIDs of directories, with commas between.')
  const allowedServiceHosts = list(
    env,
    'ALLOWED_SERVICE_HOSTS',
    SERVICE_HOST,
    'must be host names with commas between, such as smba.trafficmanager.net or *.botframework.com.',
  )
  const dataFolder = resolve(base, text(env, 'RAKEL_DATA') || 'data')
  const documentsFolder = resolve(base, text(env, 'RAKEL_DOCUMENTS') || 'documents')
  if (isWithin(dataFolder, documentsFolder))
    refuse('RAKEL_DATA', 'must not lie in RAKEL_DOCUMENTS: what Rakel stores would be read as documents.')
  const tenant = text(env, 'RAKEL_TENANT') || 'local'
  if (!TENANT_NAME.test(tenant))
    refuse(
      'RAKEL_TENANT',
      'must be 1 to 64 letters, digits, dots, dashes or underscores, with a letter or digit first.',
    )
  const canPlay = !bot && !isProduction
  const playground = choice(env, 'PLAYGROUND', ['on', 'off'], canPlay ? 'on' : 'off') === 'on'
  if (playground && !canPlay) refuse('PLAYGROUND', 'must be off in production and when BOT_ID is set.')
  const botPort = port(env, 'PORT', 3978)
  const playgroundPort = port(env, 'PLAYGROUND_PORT', 56_150)
  if (playground && botPort !== 0 && botPort === playgroundPort)
    refuse('PLAYGROUND_PORT', 'must be another port than PORT.')
  return {
    host,
    port: botPort,
    dataFolder,
    documentsFolder,
    tenant: tenantId(tenant),
    bot,
    allowedTenants: allowedTenants.length || !bot ? allowedTenants : [bot.directoryTenantId],
    allowedServiceHosts: allowedServiceHosts.length ? allowedServiceHosts : SERVICE_HOSTS,
    playground,
    playgroundPort,
    logLevel: choice(env, 'LOG_LEVEL', ['debug', 'info', 'warn', 'error'], 'info'),
    adminConversation: adminConversation(env),
    agendaManagers: agendaManagers(env, bot),
    publicUrl: publicUrl(env),
    clockStartMs: clockStart(env, canPlay),
  }
}

/**
 * The process's environment, completed (never overridden) by a `.env` file in the folder when there is one.
 * @throws Refused `bad-config` when the file is there and cannot be read
 */
export function environmentOf(base: string): Environment {
  const file = resolve(base, '.env')
  if (!existsSync(file)) return process.env
  try {
    // Notepad writes a byte order mark, which would become part of the first name.
    return { ...parseEnv(readFileSync(file, 'utf8').replace(/^\ufeff/, '')), ...process.env }
  } catch (cause) {
    throw new Refused('bad-config', '.env is there but cannot be read.', { cause })
  }
}
