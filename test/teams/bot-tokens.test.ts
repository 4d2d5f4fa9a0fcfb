import { createBotTokens } from '../../src/teams/bot-tokens.ts'
import { type FakeConnector, startFakeConnector } from '../fake-connector/fake-connector.ts'
import { APP_ID, TENANT } from './edge.ts'

describe("the bot's tokens", () => {
  let connector: FakeConnector
  const before = { ...process.env }
  beforeEach(async () => {
    connector = await startFakeConnector()
  })
  afterEach(async () => {
    process.env = { ...before }
    await connector.close()
  })
  const bot = { appId: APP_ID, directoryTenantId: TENANT }

  it('come from the managed identity of an app service, kept until one is refused', async () => {
    process.env['IDENTITY_ENDPOINT'] = new URL('/msi/token', connector.url).href
    process.env['IDENTITY_HEADER'] = 'test'
    const tokens = createBotTokens({ ...bot, credential: { kind: 'managed-identity' } })
    const first = await tokens.token()
    expect(await tokens.token()).toBe(first)
    expect(connector.tokensIssued).toBe(1)
  })

  it('come from the directory for a secret, kept until one is refused', async () => {
    const asked: string[] = []
    const tokens = createBotTokens(
      { ...bot, credential: { kind: 'secret', secret: 'hemmelig' } },
      {
        disableInstanceDiscovery: true,
        httpClient: {
          // The directory speaks https only; here its answers come from the fake over loopback.
          async sendRequest(request) {
            const url = new URL(request.url)
            asked.push(url.pathname)
            const isToken = url.pathname.endsWith('/token')
            const response = isToken ? await fetch(new URL(url.pathname, connector.url), { method: 'POST' }) : undefined
            const bodyAsText = response
              ? await response.text()
              : JSON.stringify({
                  token_endpoint: `https://${url.host}/${TENANT}/oauth2/v2.0/token`,
                  authorization_endpoint: `https://${url.host}/${TENANT}/oauth2/v2.0/authorize`,
                  issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`,
                  jwks_uri: `https://${url.host}/keys`,
                })
            return { request, status: 200, headers: request.headers, bodyAsText }
          },
        },
      },
    )
    const first = await tokens.token()
    expect(await tokens.token()).toBe(first)
    expect(connector.tokensIssued).toBe(1)
    const renewed = await tokens.renew()
    expect(renewed).not.toBe(first)
    expect(await tokens.token()).toBe(renewed)
    expect(asked.filter((path) => path === `/${TENANT}/oauth2/v2.0/token`)).toHaveLength(2)
  })
})
