import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, createServer as createSocketServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLog } from '../src/platform/log.ts'
import { type PlaygroundOptions, startPlayground } from '../src/playground.ts'

let folder: string
const closing: (() => Promise<unknown> | undefined)[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rakel-playground-'))
})
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  rmSync(folder, { recursive: true, force: true })
})

async function started(options: Partial<PlaygroundOptions> = {}): Promise<{ url: string; port: number }> {
  const playground = await startPlayground({
    port: 0,
    botEndpoint: 'http://127.0.0.1:9/api/messages',
    workFolder: join(folder, 'work'),
    log: silentLog,
    ...options,
  })
  if (!playground) throw new Error('the playground is not installed')
  closing.push(playground.close)
  return { url: playground.url, port: Number(new URL(playground.url).port) }
}

const connects = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 })
    for (const event of ['error', 'timeout', 'connect'] as const)
      socket.once(event, () => {
        socket.destroy()
        resolve(event === 'connect')
      })
  })

async function busyPort(): Promise<number> {
  const server = createSocketServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve)))
  return (server.address() as AddressInfo).port
}

describe('the playground', () => {
  it('shows its page and our people, and carries what is written to the bot', async () => {
    let told: (activity: { text?: string; serviceUrl?: string; conversation?: { id?: string } }) => void = () => {}
    const heard = new Promise<Parameters<typeof told>[0]>((resolve) => {
      told = resolve
    })
    const bot: Server = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part) => parts.push(part))
      request.on('end', () => {
        response.end()
        const activity = JSON.parse(Buffer.concat(parts).toString('utf8') || '{}')
        if (activity.type === 'message') told(activity)
      })
    })
    await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve))
    closing.push(async () => {
      bot.close()
      bot.closeAllConnections()
    })
    const { url } = await started({
      botEndpoint: `http://127.0.0.1:${(bot.address() as AddressInfo).port}/api/messages`,
    })
    expect(await (await fetch(url)).text()).toContain('<div id="root">')
    const { config } = (await (await fetch(`${url}/_internal/v1/config`)).json()) as {
      config: { currentUser: { id: string }; personalChat: { id: string } }
    }
    expect(config).toMatchObject({ bot: { name: 'Rakel' }, teams: [{ name: 'Fellesrådet' }] })

    const sent = await fetch(`${url}/_conversation/v1/conversations/${config.personalChat.id}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: config.currentUser, text: 'Hva ble vedtatt?', textFormat: 'plain' }),
    })
    expect([sent.status, sent.ok ? '' : await sent.text()]).toEqual([200, ''])
    expect(await heard).toMatchObject({
      text: 'Hva ble vedtatt?',
      serviceUrl: `${url}/_connector`,
      conversation: { id: config.personalChat.id },
    })
  })

  it('answers on this machine only', async () => {
    const { port } = await started()
    expect(await connects('127.0.0.1', port)).toBe(true)
    const outward = Object.values(networkInterfaces()).flatMap((list) => list?.filter((entry) => !entry.internal) ?? [])
    for (const { address } of outward) expect([address, await connects(address, port)]).toEqual([address, false])
  })

  it('takes another port when its own is in use', async () => {
    const taken = await busyPort()
    const { port } = await started({ port: taken })
    expect(port).not.toBe(taken)
  })

  it('is gone when closed, its port free', async () => {
    const { port } = await started()
    await closing.pop()?.()
    expect(await connects('127.0.0.1', port)).toBe(false)
  })

  it('keeps its log in the work folder', async () => {
    const { port } = await started()
    expect(readFileSync(join(folder, 'work', 'playground.log'), 'utf8')).toContain(`Listening on ${port}`)
  })

  it('is refused in one sentence when its people file is wrong', async () => {
    const peopleFile = join(folder, 'people.yml')
    writeFileSync(peopleFile, "version: '0.1.1'\n")
    await expect(started({ peopleFile })).rejects.toMatchObject({
      code: 'playground-failed',
      message: expect.stringMatching(/^The Agents Playground ended at once; .*playground\.log may say why\.$/),
    })
  })
})
