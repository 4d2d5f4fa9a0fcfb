const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** An address of a socket's far side, as Node prints it. */
export const isLoopbackAddress = (address: string | undefined): boolean =>
  address !== undefined && (/^(?:::ffff:)?127\.\d+\.\d+\.\d+$/.test(address) || address === '::1')

/** A Host header that names this machine. Anything else on a loopback socket is a web page that rebound its name. */
export function isLoopbackHost(host: string | undefined): boolean {
  const url = parseUrl(`http://${host ?? ''}`)
  return url !== undefined && LOOPBACK.has(url.hostname)
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}

/**
 * Whether tokens and answers may be sent to this address: https on its usual port, no user name in it, and a host on
 * the list. Plain http only to a loopback host that the list names.
 */
export function isAllowedService(serviceUrl: string, allowedHosts: readonly string[]): boolean {
  const url = parseUrl(serviceUrl)
  if (!url || url.username || url.password || url.hash) return false
  const host = url.hostname.toLowerCase()
  const isListed = allowedHosts.some((entry) =>
    entry.startsWith('*.') ? host.endsWith(entry.slice(1)) && host.length > entry.length - 1 : host === entry,
  )
  if (!isListed) return false
  return LOOPBACK.has(host) ? /^https?:$/.test(url.protocol) : url.protocol === 'https:' && url.port === ''
}

/** Hosts a caller without credentials may name: only this machine. */
export const LOOPBACK_SERVICES: readonly string[] = [...LOOPBACK]
