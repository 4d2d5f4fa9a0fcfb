import { createHmac, generateKeyPairSync } from 'node:crypto'
import { exportSPKI, generateKeyPair, SignJWT } from 'jose'
import { tenantId } from '../../src/domain/ids.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { createGate, type Gate } from '../../src/teams/gate.ts'
import { parseActivity } from '../../src/teams/inbound-activity.ts'
import { isAllowedService } from '../../src/teams/service-hosts.ts'
import { createSigningKeys } from '../../src/teams/signing-keys.ts'
import { type FakeConnector, startFakeConnector } from '../fake-connector/fake-connector.ts'
import { APP_ID, type Edge, goodClaims, message, pause, startEdge, TENANT } from './edge.ts'

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const now = (): number => Math.floor(Date.now() / 1_000)

/** Tokens that must not open the door, each but for one fault a good one. */
const FORGED: Readonly<Record<string, (connector: FakeConnector) => Promise<string | undefined>>> = {
  'no header': async () => undefined,
  'an empty header': async () => '',
  'another scheme': async (connector) => `Basic ${await connector.keys.sign(goodClaims(connector))}`,
  'two tokens': async (connector) => {
    const token = await connector.keys.sign(goodClaims(connector))
    return `Bearer ${token} ${token}`
  },
  'not a token': async () => 'Bearer abc',
  'alg none': async (connector) =>
    `Bearer ${encode({ alg: 'none', kid: connector.keys.keyId })}.${encode(goodClaims(connector))}.`,
  'alg none with a signature': async (connector) =>
    `Bearer ${encode({ alg: 'none', kid: connector.keys.keyId })}.${encode(goodClaims(connector))}.AAAA`,
  'HS256 keyed with the public key': async (connector) => {
    const signed = `${encode({ alg: 'HS256', kid: connector.keys.keyId })}.${encode(goodClaims(connector))}`
    const mac = createHmac('sha256', await exportSPKI(connector.keys.publicKey))
      .update(signed)
      .digest('base64url')
    return `Bearer ${signed}.${mac}`
  },
  'RS512 of the right key': async (connector) => {
    const { privateKey } = await generateKeyPair('RS512')
    const token = await new SignJWT(goodClaims(connector))
      .setProtectedHeader({ alg: 'RS512', kid: connector.keys.keyId })
      .sign(privateKey)
    return `Bearer ${token}`
  },
  ES256: async (connector) => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const token = await new SignJWT(goodClaims(connector))
      .setProtectedHeader({ alg: 'ES256', kid: connector.keys.keyId })
      .sign(privateKey)
    return `Bearer ${token}`
  },
  'signed by another key under the known id': async (connector) => {
    const { privateKey } = await generateKeyPair('RS256')
    const token = await new SignJWT(goodClaims(connector))
      .setProtectedHeader({ alg: 'RS256', kid: connector.keys.keyId })
      .sign(privateKey)
    return `Bearer ${token}`
  },
  'an unknown key id': async (connector) =>
    `Bearer ${await connector.keys.sign(goodClaims(connector), { kid: 'unknown' })}`,
  'no key id': async (connector) => `Bearer ${await connector.keys.sign(goodClaims(connector), { kid: undefined })}`,
  'an embedded key': async (connector) => {
    const { privateKey } = await generateKeyPair('RS256')
    const token = await new SignJWT(goodClaims(connector))
      .setProtectedHeader({ alg: 'RS256', jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } as never })
      .sign(privateKey)
    return `Bearer ${token}`
  },
  'a critical extension': async (connector) => {
    const [, payload, signature] = (await connector.keys.sign(goodClaims(connector))).split('.')
    return `Bearer ${encode({ alg: 'RS256', kid: connector.keys.keyId, crit: ['x'], x: 1 })}.${payload}.${signature}`
  },
  'a changed body of claims': async (connector) => {
    const [header, , signature] = (await connector.keys.sign(goodClaims(connector))).split('.')
    return `Bearer ${header}.${encode({ ...goodClaims(connector), exp: now() + 9_999 })}.${signature}`
  },
  expired: (connector) => bearer(connector, { exp: now() - 301 }),
  'not yet valid': (connector) => bearer(connector, { nbf: now() + 600 }),
  'no expiry': (connector) => bearer(connector, { exp: undefined }),
  'another audience': (connector) => bearer(connector, { aud: '99999999-1111-4111-8111-111111111111' }),
  'several audiences': (connector) => bearer(connector, { aud: [APP_ID, 'other'] }),
  'no audience': (connector) => bearer(connector, { aud: undefined }),
  'another issuer': (connector) => bearer(connector, { iss: 'https://api.botframework.com.example' }),
  'the emulator issuer': (connector) => bearer(connector, { iss: `https://sts.windows.net/${TENANT}/`, tid: TENANT }),
  'the emulator issuer, version 2': (connector) =>
    bearer(connector, {
      iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
      ver: '2.0',
      azp: APP_ID,
      tid: TENANT,
    }),
  'no service address': (connector) => bearer(connector, { serviceurl: undefined }),
  'an empty service address': (connector) => bearer(connector, { serviceurl: '' }),
}

async function bearer(connector: FakeConnector, claims: Record<string, unknown>): Promise<string> {
  return `Bearer ${await connector.keys.sign({ ...goodClaims(connector), ...claims })}`
}

const configOf = (changes = {}) => ({
  host: '127.0.0.1',
  port: 0,
  tenant: tenantId('local'),
  bot: { appId: APP_ID, directoryTenantId: TENANT, credential: { kind: 'secret', secret: '' } as const },
  allowedTenants: [TENANT],
  allowedServiceHosts: ['127.0.0.1'],
  ...changes,
})

describe('the gate', () => {
  let connector: FakeConnector
  let gate: Gate
  beforeAll(async () => {
    connector = await startFakeConnector()
    gate = createGate(configOf(), createSigningKeys(connector.openIdMetadataUrl, systemClock), systemClock)
  })
  afterAll(() => connector.close())
  const admit = (authorization: string | undefined) =>
    gate.admitCaller({ authorization, host: 'bot.example', remoteAddress: '10.0.0.1' })

  it('lets a good token in, and one that expired less than five minutes ago', async () => {
    expect(await admit(await bearer(connector, {}))).toMatchObject({ admitted: true })
    expect(await admit(await bearer(connector, { exp: now() - 200 }))).toMatchObject({ admitted: true })
  })

  it.each(Object.entries(FORGED))('refuses %s', async (_name, forge) => {
    expect(await admit(await forge(connector))).toMatchObject({ admitted: false, status: 401 })
  })

  it('refuses an address that is not on the list', async () => {
    const verdict = await admit(await bearer(connector, { serviceurl: 'https://evil.example/' }))
    expect(verdict).toMatchObject({ admitted: false, status: 403 })
  })

  it('refuses 2000 forged key ids without asking the provider again, in under 5 ms each', async () => {
    let reads = 0
    const counting = createGate(
      configOf(),
      {
        find: async () => {
          reads++
          return undefined
        },
      },
      systemClock,
    )
    const keys = createSigningKeys(connector.openIdMetadataUrl, systemClock)
    await keys.find(connector.keys.keyId)
    await connector.close()
    connector = await startFakeConnector()
    const start = performance.now()
    for (let n = 0; n < 2_000; n++) {
      expect(await keys.find(`forged-${n}`)).toBeUndefined()
      const token = `${encode({ alg: 'RS256', kid: `forged-${n}` })}.${encode(goodClaims(connector))}.AAAA`
      await counting.admitCaller({ authorization: `Bearer ${token}`, host: undefined, remoteAddress: undefined })
    }
    expect(reads).toBe(2_000)
    expect((performance.now() - start) / 2_000).toBeLessThan(5)
  })

  describe('binds the token to the body', () => {
    const pass = () => ({ serviceUrl: 'http://127.0.0.1:1/', endorsements: ['msteams'] })
    const activity = (changes = {}) => {
      const parsed = parseActivity({ ...message({ url: 'http://127.0.0.1:1/' } as FakeConnector), ...changes })
      if (!parsed) throw new Error('not an activity')
      return parsed
    }

    it('admits what agrees', () => {
      expect(gate.admitActivity(pass(), activity())).toMatchObject({ admitted: true })
      expect(gate.admitActivity({ ...pass(), endorsements: [] }, activity())).toMatchObject({ admitted: true })
    })

    it.each([
      ['another service address', { serviceUrl: 'http://127.0.0.1:2/' }],
      ['a channel the key may not speak for', { channelId: 'webchat' }],
      ['another tenant', { channelData: { tenant: { id: 'other' } } }],
      ['another tenant in the conversation only', { conversation: { id: 'a', tenantId: 'other' } }],
      ['no tenant at all', { channelData: {}, conversation: { id: 'a' } }],
    ])('refuses %s', (_name, changes) => {
      expect(gate.admitActivity(pass(), activity(changes))).toMatchObject({ admitted: false, status: 403 })
    })
  })

  describe('without credentials', () => {
    const open = createGate(configOf({ bot: undefined }), { find: async () => undefined }, systemClock)
    it.each([
      ['127.0.0.1', 'localhost:3978', true],
      ['::1', '[::1]:3978', true],
      ['::ffff:127.0.0.1', '127.0.0.1:3978', true],
      ['10.0.0.7', 'localhost:3978', false],
      ['127.0.0.1', 'rebound.example:3978', false],
      ['127.0.0.1', undefined, false],
      [undefined, 'localhost', false],
    ])('a caller at %s naming %s: %s', async (remoteAddress, host, admitted) => {
      expect(await open.admitCaller({ authorization: undefined, remoteAddress, host })).toMatchObject({ admitted })
    })
  })
})

describe('the addresses that may be spoken to', () => {
  const hosts = ['smba.trafficmanager.net', '*.botframework.com', '127.0.0.1']
  it.each([
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://SMBA.trafficmanager.net/', true],
    ['https://europe.botframework.com/', true],
    ['http://127.0.0.1:3000/', true],
    ['https://botframework.com/', false],
    ['https://evilbotframework.com/', false],
    ['https://smba.trafficmanager.net.evil.example/', false],
    ['https://smba.trafficmanager.net@evil.example/', false],
    ['https://evil.example\\@smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net:8443/', false],
    ['http://smba.trafficmanager.net/', false],
    ['http://2130706433/', true], // the same loopback address, spelled as a number
    ['http://localhost/', false],
    ['http://[::1]/', false],
    ['ftp://127.0.0.1/', false],
    ['javascript:alert(1)', false],
    ['', false],
  ])('%s: %s', (url, isAllowed) => {
    expect(isAllowedService(url, hosts)).toBe(isAllowed)
  })
})

describe('forged calls on the wire', () => {
  let edge: Edge
  beforeAll(async () => {
    edge = await startEdge()
  })
  afterAll(() => edge.close())

  it('get a bare 401 or 403 and reach nothing', async () => {
    for (const forge of Object.values(FORGED)) {
      const authorization = await forge(edge.connector)
      const response = await fetch(`${edge.server.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
        body: JSON.stringify(message(edge.connector)),
      })
      expect(response.status).toBe(401)
      expect(await response.text()).toBe('')
    }
    const elsewhere = message(edge.connector, { serviceUrl: `${edge.connector.url}x` })
    expect((await edge.post(elsewhere)).status).toBe(403)
    expect((await edge.post(message(edge.connector, { channelData: { tenant: { id: 'other' } } }))).status).toBe(403)
    await pause(100)
    expect(edge.asked).toEqual([])
    expect(edge.connector.requests).toEqual([])
    expect(edge.conversations.all.size).toBe(0)
  })

  it('get 503 while the keys cannot be fetched', async () => {
    const other = await startEdge()
    other.connector.setMetadataAvailable(false)
    const response = await other.post(message(other.connector))
    expect([response.status, await response.text()]).toEqual([503, ''])
    await other.close()
  })
})
