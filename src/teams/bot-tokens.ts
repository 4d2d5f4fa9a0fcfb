import type { BotIdentity, TokenSource } from './teams-options.ts'

const SCOPE = 'https://api.botframework.com/.default'

type Identity = typeof import('@azure/identity')
type Credential = InstanceType<Identity['ClientSecretCredential']>
type ClientOptions = NonNullable<ConstructorParameters<Identity['ClientSecretCredential']>[3]>

function credentialOf(identity: Identity, bot: BotIdentity, options: ClientOptions) {
  const { appId, directoryTenantId, credential } = bot
  switch (credential.kind) {
    case 'secret':
      return new identity.ClientSecretCredential(directoryTenantId, appId, credential.secret, options)
    case 'certificate':
      return new identity.ClientCertificateCredential(directoryTenantId, appId, credential.path, options)
    case 'managed-identity':
      return new identity.ManagedIdentityCredential({ ...options, clientId: appId })
  }
}

/**
 * The bot's tokens through @azure/identity, which caches them. Loaded at the first token: it takes 0.15 s.
 * @param options of the identity client, such as its transport
 * @param scope of what the tokens are for; the Bot Connector when absent
 */
export function createBotTokens(bot: BotIdentity, options: ClientOptions = {}, scope = SCOPE): TokenSource {
  let credential: Pick<Credential, 'getToken'> | undefined
  const token = async (): Promise<string> => {
    credential ??= credentialOf(await import('@azure/identity'), bot, options)
    const { token } = await credential.getToken(scope)
    return token
  }
  return {
    token,
    renew: () => {
      // A new credential has an empty cache; the old one would hand out the refused token until it expires.
      credential = undefined
      return token()
    },
  }
}
