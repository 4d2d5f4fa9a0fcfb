import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

/** Signs as the Bot Framework does, with a key that `jwks` publishes. */
export interface ChannelKeys {
  readonly keyId: string
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
  readonly jwks: { readonly keys: readonly Readonly<Record<string, unknown>>[] }
  sign(claims: JWTPayload, header?: Readonly<Record<string, unknown>>): Promise<string>
}

export async function createChannelKeys(endorsements: readonly string[] = ['msteams']): Promise<ChannelKeys> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const keyId = `test-${process.pid}-${Math.random().toString(36).slice(2)}`
  const jwk = await exportJWK(publicKey)
  return {
    keyId,
    privateKey,
    publicKey,
    jwks: { keys: [{ ...jwk, kid: keyId, use: 'sig', endorsements }] },
    sign: (claims, header = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: keyId, typ: 'JWT', ...header }).sign(privateKey),
  }
}
