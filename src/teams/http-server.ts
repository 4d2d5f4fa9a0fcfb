import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer, type Request, type Response } from 'restify'
import { Refused } from '../domain/errors.ts'
import type { Log } from '../platform/log.ts'

export interface Reply {
  readonly status: number
  readonly body?: unknown
  /** Unread bytes remain: the connection cannot be used again. */
  readonly hangUp?: boolean
}

export interface HttpRoutes {
  /** @param replied settles when the reply has left or the caller is gone */
  receive(request: IncomingMessage, replied: Promise<void>): Promise<Reply>
  isHealthy(): boolean
  /** @returns undefined when no calendar file has this name */
  calendarFile(name: string): string | undefined
}

export interface HttpServer {
  readonly port: number
  /** Takes no new connection, lets those that speak finish. */
  close(): Promise<void>
  /** Cuts what is left. */
  cut(): void
}

const MAX_CONNECTIONS = 512
const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 20_000

function write(response: Response, { status, body, hangUp }: Reply): void {
  if (response.headersSent || response.destroyed) return
  const text = body === undefined ? '' : JSON.stringify(body)
  // Through restify, which otherwise answers a second time and throws.
  response.sendRaw(status, text, {
    'content-length': String(Buffer.byteLength(text)),
    'cache-control': 'no-store',
    ...(text && { 'content-type': 'application/json; charset=utf-8' }),
    ...(hangUp && { connection: 'close' }),
  })
}

const settled = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => response.once('finish', resolve).once('close', resolve))

/**
 * Errors leave as a bare status: an error text can carry what an attacker sent, or a path of this machine.
 * @throws Refused `port-in-use`, `port-refused`
 */
export async function listen(host: string, port: number, routes: HttpRoutes, log: Log): Promise<HttpServer> {
  const restify = createServer({ name: '', handleUncaughtExceptions: false })
  const server = restify.server as import('node:http').Server
  server.maxConnections = MAX_CONNECTIONS
  server.headersTimeout = HEADERS_TIMEOUT_MS
  server.requestTimeout = REQUEST_TIMEOUT_MS
  server.on('clientError', (_error, socket) => socket.destroy())

  restify.post('/api/messages', async (request: Request, response: Response) => {
    const replied = settled(response)
    let reply: Reply
    try {
      reply = await routes.receive(request, replied)
    } catch (error) {
      log.error('teams.request-failed', { error: error instanceof Error ? error.name : typeof error })
      reply = { status: 500, hangUp: true }
    }
    write(response, reply)
  })
  restify.get('/healthz', async (_request: Request, response: Response) => {
    write(response, { status: routes.isHealthy() ? 200 : 503 })
  })
  restify.get('/agenda/:file', async (request: Request, response: Response) => {
    const file: unknown = request.params?.file
    const name = typeof file === 'string' && file.endsWith('.ics') ? file.slice(0, -4) : ''
    let content: string | undefined
    try {
      content = routes.calendarFile(name)
    } catch (error) {
      log.error('teams.calendar-failed', { error: error instanceof Error ? error.name : typeof error })
    }
    if (content === undefined) return write(response, { status: 404 })
    response.sendRaw(200, content, {
      'content-length': String(Buffer.byteLength(content)),
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="mote.ics"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
  })
  restify.on(
    'restifyError',
    (_request: Request, response: Response, error: { statusCode?: number }, done: () => void) => {
      write(response, { status: error.statusCode ?? 500, hangUp: true })
      done()
    },
  )

  await new Promise<void>((resolve, reject) => {
    // restify passes the server's errors on as its own.
    restify.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Refused('port-in-use', `Port ${port} is in use; set PORT to another one or stop what uses it.`)
          : new Refused('port-refused', `Cannot listen on ${host}:${port} (${error.code ?? 'unknown reason'}).`),
      ),
    )
    restify.listen(port, host, resolve)
  })

  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
    cut: () => server.closeAllConnections(),
  }
}
