import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { environmentOf, readConfig } from '../src/config.ts'
import { Refused } from '../src/domain/errors.ts'

const root = join(import.meta.dirname, '..')
const BOT = '6f1d2c3b-4a59-4e68-8f77-0123456789ab'
const DIRECTORY = '7a2e3d4c-5b6a-4f79-9088-123456789abc'
const SECRET = 'q8Q~x.9_veryLongSecretValueOfTheBot'
const withSecret = { BOT_ID: BOT, BOT_TENANT_ID: DIRECTORY, BOT_SECRET: SECRET }
const KEY = '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'
const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nBBBB\n-----END CERTIFICATE-----\n'

let base: string
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'rakel-config-'))
  writeFileSync(join(base, 'bot.pem'), KEY + CERTIFICATE)
  writeFileSync(join(base, 'certificate-only.pem'), CERTIFICATE)
  mkdirSync(join(base, 'folder.pem'))
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

type Settings = Record<string, string>

function refusalOf(env: Settings): Refused {
  try {
    readConfig(env, base)
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
  throw new Error(`not refused: ${JSON.stringify(env)}`)
}

describe('an empty environment', () => {
  it('serves this machine only, with the playground', () => {
    expect(readConfig({}, base)).toEqual({
      host: '127.0.0.1',
      port: 3978,
      dataFolder: join(base, 'data'),
      documentsFolder: join(base, 'documents'),
      tenant: 'local',
      bot: undefined,
      allowedTenants: [],
      agendaManagers: 'everyone',
      allowedServiceHosts: ['smba.trafficmanager.net', '*.botframework.com', '*.teams.microsoft.com'],
      playground: true,
      playgroundPort: 56_150,
      logLevel: 'info',
    })
  })

  it('is the same as one full of blanks', () => {
    const blanks = Object.fromEntries(settingsRead().map((name) => [name, '  ']))
    expect(readConfig(blanks, base)).toEqual(readConfig({}, base))
  })
})

describe('a bot', () => {
  it('with a secret listens on every address, serves its own directory, and has no playground', () => {
    expect(readConfig(withSecret, base)).toMatchObject({
      host: '0.0.0.0',
      bot: { appId: BOT, directoryTenantId: DIRECTORY, credential: { kind: 'secret', secret: SECRET } },
      allowedTenants: [DIRECTORY],
      playground: false,
    })
  })

  it('with a certificate has its path, relative to the checkout', () => {
    const env = { BOT_ID: BOT, BOT_TENANT_ID: DIRECTORY, BOT_CERTIFICATE: 'bot.pem' }
    expect(readConfig(env, base).bot?.credential).toEqual({ kind: 'certificate', path: join(base, 'bot.pem') })
  })

  it('with neither uses its managed identity', () => {
    const env = { BOT_ID: BOT, BOT_TENANT_ID: DIRECTORY }
    expect(readConfig(env, base).bot?.credential).toEqual({ kind: 'managed-identity' })
  })

  it('has its ids in lower case, as tokens carry them', () => {
    const env = { ...withSecret, BOT_ID: BOT.toUpperCase(), ALLOWED_TENANTS: ` ${DIRECTORY.toUpperCase()} , ${BOT}` }
    expect(readConfig(env, base)).toMatchObject({ bot: { appId: BOT }, allowedTenants: [DIRECTORY, BOT] })
  })

  it('takes service hosts with and without subdomains', () => {
    const env = { ...withSecret, ALLOWED_SERVICE_HOSTS: 'SMBA.infra.gcc.teams.microsoft.com, *.botframework.azure.us' }
    expect(readConfig(env, base).allowedServiceHosts).toEqual([
      'smba.infra.gcc.teams.microsoft.com',
      '*.botframework.azure.us',
    ])
  })
})

describe('start without credentials', () => {
  const starts: readonly [env: Settings, setting: string | undefined][] = [
    [{}, undefined],
    [{ HOST: '127.0.0.1' }, undefined],
    [{ HOST: '::1' }, undefined],
    [{ HOST: 'localhost' }, undefined],
    [{ HOST: '0.0.0.0' }, 'HOST'],
    [{ HOST: '::' }, 'HOST'],
    [{ HOST: '192.168.1.20' }, 'HOST'],
    [{ HOST: 'rakel.kommune.example' }, 'HOST'],
    [{ HOST: 'localhost.evil.example' }, 'HOST'],
    [{ HOST: '0.0.0.0', ALLOW_ANONYMOUS_LOCALHOST: '1' }, 'HOST'],
    [{ NODE_ENV: 'production' }, 'BOT_ID'],
    [{ NODE_ENV: ' Production ' }, 'BOT_ID'],
    [{ NODE_ENV: 'production', ALLOW_ANONYMOUS_LOCALHOST: '0' }, 'BOT_ID'],
    [{ NODE_ENV: 'production', ALLOW_ANONYMOUS_LOCALHOST: 'true' }, 'ALLOW_ANONYMOUS_LOCALHOST'],
    [{ NODE_ENV: 'production', ALLOW_ANONYMOUS_LOCALHOST: '1' }, undefined],
    [{ NODE_ENV: 'production', ALLOW_ANONYMOUS_LOCALHOST: '1', HOST: '0.0.0.0' }, 'HOST'],
    [{ BOT_TENANT_ID: DIRECTORY }, 'BOT_ID'],
    [{ BOT_SECRET: SECRET }, 'BOT_ID'],
    [{ BOT_SECRET: SECRET, BOT_TENANT_ID: DIRECTORY, ALLOW_ANONYMOUS_LOCALHOST: '1' }, 'BOT_ID'],
    [{ BOT_CERTIFICATE: 'bot.pem' }, 'BOT_ID'],
    [{ BOT_CREDENTIAL: 'managed-identity' }, 'BOT_ID'],
    [{ BOT_ID: BOT }, 'BOT_TENANT_ID'],
    [{ BOT_ID: BOT, BOT_SECRET: SECRET, ALLOW_ANONYMOUS_LOCALHOST: '1' }, 'BOT_TENANT_ID'],
  ]

  it.each(starts)('%j is refused for %s', (env, setting) => {
    if (setting) expect(refusalOf(env).message).toMatch(new RegExp(`^${setting} `))
    else expect(readConfig(env, base)).toMatchObject({ bot: undefined, host: env['HOST'] ?? '127.0.0.1' })
  })

  it('in production never has the playground', () => {
    expect(readConfig({ NODE_ENV: 'production', ALLOW_ANONYMOUS_LOCALHOST: '1' }, base).playground).toBe(false)
  })
})

describe('an unsafe or malformed setting is refused by name', () => {
  const refused: readonly [setting: string, env: Settings][] = [
    ['BOT_ID', { ...withSecret, BOT_ID: 'rakel' }],
    ['BOT_ID', { ...withSecret, BOT_ID: `{${BOT}}` }],
    ['BOT_ID', { ...withSecret, BOT_ID: '00000000-0000-0000-0000-000000000000' }],
    ['BOT_ID', { ...withSecret, BOT_ID: '00000000-0000-4000-8000-000000000001' }],
    ['BOT_TENANT_ID', { ...withSecret, BOT_TENANT_ID: 'common' }],
    ['BOT_TENANT_ID', { ...withSecret, BOT_TENANT_ID: '00000000-0000-0000-0000-000000000000' }],
    ['BOT_CREDENTIAL', { ...withSecret, BOT_CREDENTIAL: 'password' }],
    ['BOT_SECRET', { BOT_ID: BOT, BOT_TENANT_ID: DIRECTORY, BOT_CREDENTIAL: 'secret' }],
    ['BOT_SECRET', { ...withSecret, BOT_SECRET: DIRECTORY }],
    ['BOT_SECRET', { ...withSecret, BOT_CREDENTIAL: 'managed-identity' }],
    ['BOT_SECRET', { ...withSecret, BOT_CREDENTIAL: 'certificate', BOT_CERTIFICATE: 'bot.pem' }],
    ['BOT_CERTIFICATE', { ...withSecret, BOT_CERTIFICATE: 'bot.pem' }],
    ['BOT_CERTIFICATE', { BOT_ID: BOT, BOT_TENANT_ID: DIRECTORY, BOT_CREDENTIAL: 'certificate' }],
    ['BOT_CERTIFICATE', { BOT_ID: BOT, BOT_TENANT_ID: DIRECTORY, BOT_CERTIFICATE: 'missing.pem' }],
    ['BOT_CERTIFICATE', { BOT_ID: BOT, BOT_TENANT_ID: DIRECTORY, BOT_CERTIFICATE: 'folder.pem' }],
    ['BOT_CERTIFICATE', { BOT_ID: BOT, BOT_TENANT_ID: DIRECTORY, BOT_CERTIFICATE: 'certificate-only.pem' }],
    ['ALLOWED_TENANTS', { ...withSecret, ALLOWED_TENANTS: '*' }],
    ['ALLOWED_TENANTS', { ...withSecret, ALLOWED_TENANTS: `${DIRECTORY};${BOT}` }],
    ['ALLOWED_SERVICE_HOSTS', { ...withSecret, ALLOWED_SERVICE_HOSTS: '*' }],
    ['ALLOWED_SERVICE_HOSTS', { ...withSecret, ALLOWED_SERVICE_HOSTS: '*.' }],
    ['ALLOWED_SERVICE_HOSTS', { ...withSecret, ALLOWED_SERVICE_HOSTS: '*.net' }],
    ['ALLOWED_SERVICE_HOSTS', { ...withSecret, ALLOWED_SERVICE_HOSTS: 'smba.*.net' }],
    ['ALLOWED_SERVICE_HOSTS', { ...withSecret, ALLOWED_SERVICE_HOSTS: 'https://smba.trafficmanager.net' }],
    ['ALLOWED_SERVICE_HOSTS', { ...withSecret, ALLOWED_SERVICE_HOSTS: 'smba.trafficmanager.net:8443' }],
    ['HOST', { ...withSecret, HOST: 'not a host' }],
    ['HOST', { ...withSecret, HOST: '[::1]' }],
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '-1' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '0x1F90' }],
    ['PORT', { PORT: '80.5' }],
    ['PLAYGROUND_PORT', { PLAYGROUND_PORT: '1e3' }],
    ['PLAYGROUND_PORT', { PORT: '4000', PLAYGROUND_PORT: '4000' }],
    ['PLAYGROUND', { PLAYGROUND: 'yes' }],
    ['PLAYGROUND', { ...withSecret, PLAYGROUND: 'on' }],
    ['PLAYGROUND', { NODE_ENV: 'production', ALLOW_ANONYMOUS_LOCALHOST: '1', PLAYGROUND: 'on' }],
    ['RAKEL_TENANT', { RAKEL_TENANT: "local'; --" }],
    ['RAKEL_TENANT', { RAKEL_TENANT: 'x'.repeat(65) }],
    ['RAKEL_DATA', { RAKEL_DATA: 'documents' }],
    ['RAKEL_DATA', { RAKEL_DATA: 'documents/.rakel' }],
    ['RAKEL_DATA', { RAKEL_DOCUMENTS: '.' }],
    ['RAKEL_DATA', { RAKEL_DOCUMENTS: '/' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'verbose' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'http://rakel.example/' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://user@rakel.example/' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'rakel.example' }],
    ['ADMIN_CONVERSATION', { ADMIN_CONVERSATION: '19:a@thread.tacv2;messageid=1' }],
    ['RAKEL_AGENDA_MANAGERS', { RAKEL_AGENDA_MANAGERS: 'kari@firklang.example' }],
    ['RAKEL_AGENDA_MANAGERS', { RAKEL_AGENDA_MANAGERS: `everyone,${BOT}` }],
    ['RAKEL_CLOCK', { RAKEL_CLOCK: '2027-02-03T08:00' }],
    ['RAKEL_CLOCK', { RAKEL_CLOCK: '2027-13-03T08:00Z' }],
    ['RAKEL_CLOCK', { ...withSecret, RAKEL_CLOCK: '2027-02-03T08:00Z' }],
    ['RAKEL_CLOCK', { NODE_ENV: 'production', ALLOW_ANONYMOUS_LOCALHOST: '1', RAKEL_CLOCK: '2027-02-03T08:00Z' }],
    ['ALLOW_ANONYMOUS_LOCALHOST', { ALLOW_ANONYMOUS_LOCALHOST: 'yes' }],
  ]

  it.each(refused)('%s in %j', (setting, env) => {
    const refusal = refusalOf(env)
    expect(refusal.code).toBe('bad-config')
    expect(refusal.message).toMatch(new RegExp(`^${setting} [^\\n]*\\.$`))
  })

  it('and folders that only begin alike are not taken for one another', () => {
    expect(readConfig({ RAKEL_DATA: 'documents-data' }, base).dataFolder).toBe(join(base, 'documents-data'))
    expect(readConfig({ RAKEL_DATA: '..data', RAKEL_DOCUMENTS: 'data' }, base).dataFolder).toBe(join(base, '..data'))
  })
})

describe('for agenda posts', () => {
  it.each([
    ['everyone', {}],
    [['owners'], withSecret],
    [['owners', BOT], { ...withSecret, RAKEL_AGENDA_MANAGERS: `owners,${BOT}` }],
    ['everyone', { ...withSecret, RAKEL_AGENDA_MANAGERS: 'everyone' }],
    [[BOT], { ...withSecret, RAKEL_AGENDA_MANAGERS: ` ${BOT.toUpperCase()},` }],
    [[BOT], { RAKEL_AGENDA_MANAGERS: BOT }],
  ])('%j may change them with %j', (managers, env) => {
    expect(readConfig(env, base).agendaManagers).toEqual(managers)
  })

  it('the public address ends with a slash, the clock is an instant', () => {
    const env = { PUBLIC_URL: 'https://rakel.example/bot', RAKEL_CLOCK: '2027-02-03T08:00+01:00' }
    expect(readConfig({ ...env, ADMIN_CONVERSATION: '19:a@thread.tacv2' }, base)).toMatchObject({
      publicUrl: 'https://rakel.example/bot/',
      clockStartMs: Date.UTC(2027, 1, 3, 7),
      adminConversation: '19:a@thread.tacv2',
    })
  })
})

describe('what is refused', () => {
  it('is never repeated, whichever line a secret was pasted into', () => {
    const names = settingsRead()
    fc.assert(
      fc.property(
        fc.subarray(names, { minLength: 1 }),
        fc.stringMatching(/^[A-Za-z0-9~._-]{20,40}$/),
        (pasted, secret) => {
          for (const start of [{}, withSecret]) {
            const env = { ...start, ...Object.fromEntries(pasted.map((name) => [name, secret])) }
            try {
              readConfig(env, base)
            } catch (error) {
              expect(error).toBeInstanceOf(Refused)
              expect((error as Refused).message).not.toContain(secret)
            }
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('the .env file', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rakel-env-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('completes the environment and never overrides it', () => {
    const name = Object.keys(process.env).find((key) => process.env[key])
    if (!name) throw new Error('the environment is empty')
    writeFileSync(join(folder, '.env'), `\ufeffRAKEL_TEST_ONLY="from the file"\n${name}=overridden\n`)
    expect(environmentOf(folder)['RAKEL_TEST_ONLY']).toBe('from the file')
    expect(environmentOf(folder)[name]).toBe(process.env[name])
  })

  it('may be absent', () => expect(environmentOf(folder)).toBe(process.env))

  it('is refused in one sentence when it cannot be read', () => {
    mkdirSync(join(folder, '.env'))
    expect(() => environmentOf(folder)).toThrow(/^\.env is there but cannot be read\.$/)
  })
})

describe('.env.example', () => {
  const example = readFileSync(join(root, '.env.example'), 'utf8')
  const lines = [...example.matchAll(/^#([A-Z][A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value] as const)

  it('explains every setting that is read, and no other', () => {
    const packaging = readFileSync(join(root, 'scripts', 'package.ts'), 'utf8')
    const packaged = packaging.matchAll(/(?<=^ {2})[A-Z_]+(?=: ')|(?<=\benv\[')[A-Z_]+(?='\])/gm)
    const wanted = new Set([...settingsRead(), ...[...packaged].map(([name]) => name)])
    expect(lines.map(([name]) => name).sort()).toEqual([...wanted].sort())
  })

  it('shows the defaults as they are', () => {
    expect(readConfig(Object.fromEntries(lines.map(([name, value]) => [name ?? '', value])), base)).toEqual(
      readConfig({}, base),
    )
  })

  it('sets nothing when copied as it is', () => {
    expect(example.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([])
  })
})

/** Every name in quotes in config.ts that looks like a setting. */
function settingsRead(): string[] {
  const source = readFileSync(join(root, 'src', 'config.ts'), 'utf8')
  return [...new Set([...source.matchAll(/'([A-Z][A-Z_]{3,})'/g)].flatMap(([, name]) => name ?? []))]
}
