import * as http from 'node:http'
import * as https from 'node:https'

export interface WireRequest {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

export interface WireResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What became of a request that got no answer. `isSent` is false only when no byte of it can have been read. */
export class NoResponse extends Error {
  override readonly name = 'NoResponse'
  readonly isSent: boolean
  constructor(isSent: boolean, cause: unknown) {
    super('no response', { cause })
    this.isSent = isSent
  }
}

const MAX_RESPONSE_BYTES = 4 * 1024 * 1024

/**
 * Sends one request over one fresh connection: no retry, no redirect, no reuse. A reused connection that the far side
 * has just closed cannot be told from a request that was read and then lost.
 * @throws NoResponse
 */
export function sendOnce(request: WireRequest, timeoutMs: number): Promise<WireResponse> {
  return new Promise((resolve, reject) => {
    const { request: open } = request.url.startsWith('https:') ? https : http
    let isSent = false
    const outgoing = open(request.url, {
      method: request.method,
      agent: false,
      headers: {
        ...request.headers,
        connection: 'close',
        ...(request.body !== undefined && { 'content-length': Buffer.byteLength(request.body) }),
      },
    })
    const fail = (cause: unknown): void => {
      clearTimeout(timer)
      outgoing.destroy()
      reject(new NoResponse(isSent, cause))
    }
    const timer = setTimeout(() => fail(new Error('timeout')), timeoutMs)
    outgoing.on('socket', (socket) => {
      socket.once(request.url.startsWith('https:') ? 'secureConnect' : 'connect', () => {
        isSent = true
      })
    })
    outgoing.on('error', fail)
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = []
      let sizeBytes = 0
      response.on('data', (chunk: Buffer) => {
        sizeBytes += chunk.length
        if (sizeBytes > MAX_RESPONSE_BYTES) fail(new Error('response too large'))
        else chunks.push(chunk)
      })
      response.on('error', fail)
      response.on('aborted', () => fail(new Error('response cut')))
      response.on('end', () => {
        clearTimeout(timer)
        const headers: Record<string, string> = {}
        for (const [name, value] of Object.entries(response.headers))
          if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
        resolve({ status: response.statusCode ?? 0, headers, body: Buffer.concat(chunks).toString('utf8') })
      })
    })
    outgoing.end(request.body)
  })
}
