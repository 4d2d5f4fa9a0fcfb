import { errors, jwtVerify } from 'jose'
import { Refused } from '../domain/errors.ts'
import type { Clock } from '../platform/clock.ts'
import type { InboundActivity } from './inbound-activity.ts'
import { isAllowedService, isLoopbackAddress, isLoopbackHost, LOOPBACK_SERVICES } from './service-hosts.ts'
import type { SigningKey, SigningKeys } from './signing-keys.ts'
import type { TeamsConfig } from './teams-options.ts'

/** What is known of a request before its body is read. */
export interface Caller {
  readonly authorization: string | undefined
  readonly remoteAddress: string | undefined
  readonly host: string | undefined
}

/** What the token promises; undefined where nobody is authenticated. */
export interface Pass {
  readonly serviceUrl: string
  readonly endorsements: readonly string[]
}

export type Verdict<Value> =
  | { readonly admitted: true; readonly value: Value }
  /** `reason` is for the log; the caller gets the status and nothing else. */
  | { readonly admitted: false; readonly status: 401 | 403 | 503; readonly reason: string }

export interface Gate {
  /** Decided from headers alone, so that nobody can make this process read a body it will not use. */
  admitCaller(caller: Caller): Promise<Verdict<Pass | undefined>>
  /** The token does not sign the body: it is bound to it here by service address, key endorsement and tenant. */
  admitActivity(pass: Pass | undefined, activity: InboundActivity): Verdict<undefined>
}

const ISSUER = 'https://api.botframework.com'
const TOLERANCE_SECONDS = 300
const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/

const refuse = (status: 401 | 403 | 503, reason: string) => ({ admitted: false, status, reason }) as const
const admit = <Value>(value: Value) => ({ admitted: true, value }) as const

/**
 * Stands in front of botbuilder's own authentication, which adds the issuers that unsigned tokens name to a
 * process-wide list and skips the serviceUrl check when the body has none (measured on 4.23.3).
 */
export function createGate(config: TeamsConfig, keys: SigningKeys, clock: Clock): Gate {
  const { bot } = config
  return bot ? tokenGate(bot.appId, config, keys, clock) : loopbackGate()
}

function tokenGate(appId: string, config: TeamsConfig, keys: SigningKeys, clock: Clock): Gate {
  const tenants = new Set(config.allowedTenants.map((tenant) => tenant.toLowerCase()))
  return {
    async admitCaller({ authorization }) {
      const token = BEARER.exec(authorization ?? '')?.[1]
      if (!token) return refuse(401, 'no-token')
      let used: SigningKey | undefined
      try {
        const { payload } = await jwtVerify(
          token,
          async ({ kid }) => {
            used = typeof kid === 'string' && kid !== '' ? await keys.find(kid) : undefined
            if (!used) throw new errors.JWKSNoMatchingKey()
            return used.key
          },
          {
            algorithms: ['RS256'],
            issuer: ISSUER,
            audience: appId,
            clockTolerance: TOLERANCE_SECONDS,
            currentDate: new Date(clock.nowMs()),
            requiredClaims: ['exp'],
          },
        )
        const serviceUrl = payload['serviceurl']
        if (payload.aud !== appId) return refuse(401, 'audience')
        if (typeof serviceUrl !== 'string' || serviceUrl === '') return refuse(401, 'no-service-url')
        if (!isAllowedService(serviceUrl, config.allowedServiceHosts)) return refuse(403, 'service-host')
        return admit({ serviceUrl, endorsements: used?.endorsements ?? [] })
      } catch (error) {
        if (error instanceof Refused) return refuse(503, error.code)
        return refuse(401, error instanceof errors.JOSEError ? error.code : 'token')
      }
    },
    admitActivity(pass, activity) {
      if (!pass || activity.serviceUrl !== pass.serviceUrl) return refuse(403, 'service-url')
      if (pass.endorsements.length > 0 && !pass.endorsements.includes(activity.channelId))
        return refuse(403, 'endorsement')
      const isServed =
        activity.tenantIds.length > 0 && activity.tenantIds.every((tenant) => tenants.has(tenant.toLowerCase()))
      return isServed ? admit(undefined) : refuse(403, 'tenant')
    },
  }
}

/** Without credentials nobody can prove who they are, so that only this machine is served and only it is spoken to. */
function loopbackGate(): Gate {
  return {
    async admitCaller({ remoteAddress, host }) {
      return isLoopbackAddress(remoteAddress) && isLoopbackHost(host)
        ? admit(undefined)
        : refuse(403, 'not-this-machine')
    },
    admitActivity: (_pass, activity) =>
      isAllowedService(activity.serviceUrl, LOOPBACK_SERVICES) ? admit(undefined) : refuse(403, 'service-host'),
  }
}
