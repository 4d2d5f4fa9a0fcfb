import { request } from 'node:http'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { type Edge, message, pause, startEdge } from './edge.ts'

describe('the inbound edge', () => {
  let edge: Edge
  beforeAll(async () => {
    edge = await startEdge()
    await edge.post(message(edge.connector, { text: 'hjelp' }))
    await edge.messages(1)
  })
  afterAll(() => edge.close())
  afterEach(() => expect(edge.asked).toEqual([]))

  const send = async (body: string | Buffer, headers: Record<string, string> = {}) => {
    const authorization = `Bearer ${await edge.token()}`
    return fetch(`${edge.server.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization, ...headers },
      body: new Uint8Array(Buffer.from(body)),
    })
  }

  it.each([
    ['a gzip bomb', () => gzipSync(Buffer.alloc(50_000_000, ' ')), { 'content-encoding': 'gzip' }, 415],
    ['an encoding named identity', () => '{}', { 'content-encoding': 'identity' }, 415],
    ['a form', () => 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['no JSON', () => '{"type":', {}, 400],
    ['JSON 5000 levels deep', () => '['.repeat(5_000) + ']'.repeat(5_000), {}, 400],
    ['a list', () => '[]', {}, 400],
    ['no conversation', () => JSON.stringify({ type: 'message', channelId: 'msteams' }), {}, 400],
    ['300 KB', () => JSON.stringify({ text: 'x'.repeat(300_000) }), {}, 413],
  ])('refuses %s without a word', async (_name, body, headers, status) => {
    const response = await send(body(), headers as Record<string, string>)
    expect([response.status, await response.text()]).toEqual([status, ''])
  })

  it('stops reading a body that does not say how long it is', async () => {
    const authorization = `Bearer ${await edge.token()}`
    const before = process.memoryUsage.rss()
    let sentBytes = 0
    const status = await new Promise<number>((resolve, reject) => {
      const call = request(`${edge.server.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization, 'transfer-encoding': 'chunked' },
      })
      call.on('response', (response) => {
        clearInterval(timer)
        response.resume()
        resolve(response.statusCode ?? 0)
        call.destroy()
      })
      call.on('error', reject)
      const chunk = 'x'.repeat(64 * 1024)
      const timer = setInterval(() => {
        sentBytes += chunk.length
        call.write(chunk)
      }, 1)
    })
    expect(status).toBe(413)
    expect(sentBytes).toBeLessThan(8 * 1024 * 1024)
    expect(process.memoryUsage.rss() - before).toBeLessThan(60 * 1024 * 1024)
  })

  it('does not read the body of a caller without a token', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const call = request(`${edge.server.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': '200000' },
      })
      call.on('response', (response) => {
        resolve(response.statusCode ?? 0)
        call.destroy()
      })
      call.on('error', reject)
      // The body never comes: only an edge that does not wait for it can answer.
      call.write('{')
    })
    expect(status).toBe(401)
  })

  it('answers other addresses with a bare status', async () => {
    for (const [path, method, status] of [
      ['/', 'GET', 404],
      ['/api/messages', 'GET', 405],
      ['/api/%3Cscript%3E', 'GET', 404],
      ['/api/messages/../../etc/passwd', 'GET', 404],
    ] as const) {
      const response = await fetch(edge.server.url + path, { method })
      expect([response.status, await response.text()]).toEqual([status, ''])
    }
  })

  it('is healthy, and says so without a body', async () => {
    const response = await fetch(`${edge.server.url}/healthz`)
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  it('serves an honest caller while 300 others dawdle over their headers', async () => {
    const { port } = edge.server
    const slow = Array.from({ length: 300 }, () => {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => undefined)
      socket.write('POST /api/messages HTTP/1.1\r\nHost: a\r\nX-')
      return socket
    })
    await pause(200)
    const start = performance.now()
    expect((await fetch(`${edge.server.url}/healthz`)).status).toBe(200)
    expect(performance.now() - start).toBeLessThan(2_000)
    for (const socket of slow) socket.destroy()
  })
})
