import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startOwnedScript } from '../../src/platform/child-process.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rakel-child-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function until(what: () => boolean, timeoutMs = 10_000): Promise<void> {
  for (let waitedMs = 0; !what(); waitedMs += 20) {
    if (waitedMs > timeoutMs) throw new Error('waited too long')
    await sleep(20)
  }
}

function script(code: string): string {
  const path = join(folder, 'child.cjs')
  writeFileSync(path, code)
  return path
}

async function linesOf(code: string, env: Record<string, string> = {}): Promise<string[]> {
  const lines: string[] = []
  const child = await startOwnedScript(script(code), ['an argument'], {
    folder,
    env,
    onLine: (line) => lines.push(line),
  })
  try {
    await until(() => lines.at(-1) === 'done')
    return lines
  } finally {
    await child.stop()
  }
}

describe('an owned script', () => {
  it('runs in its folder with its arguments, and its lines are heard', async () => {
    const code = `console.log(process.cwd()); console.error(process.argv[2]); setTimeout(() => console.log('done'), 100)`
    const lines = await linesOf(code)
    expect(lines.slice(0, 2).sort()).toEqual([folder, 'an argument'].sort())
  })

  it('gets none of our settings', async () => {
    process.env['BOT_SECRET'] = 'never handed on'
    try {
      const lines = await linesOf(`console.log(process.env.BOT_SECRET, process.env.GIVEN); console.log('done')`, {
        GIVEN: 'yes',
      })
      expect(lines[0]).toBe('undefined yes')
    } finally {
      delete process.env['BOT_SECRET']
    }
  })

  it('serves this machine only, however it asks to listen', async () => {
    const lines = await linesOf(`
      const http = require('node:http'), net = require('node:net')
      const show = (server) => { console.log(server.address().address); server.close() }
      const a = http.createServer().listen(0, () => show(a))
      const b = net.createServer().listen({ port: 0, host: '0.0.0.0' }, () => show(b))
      const c = http.createServer().listen(0, '::', () => show(c))
      process.on('beforeExit', () => { console.log('done'); process.exit() })`)
    expect(lines).toEqual(['127.0.0.1', '127.0.0.1', '127.0.0.1', 'done'])
  })

  it('calls this machine only, however it names the other', async () => {
    const lines = await linesOf(`
      const net = require('node:net'), http = require('node:http')
      const tried = [
        new Promise((r) => net.connect(80, '192.0.2.1').on('error', (e) => r(e.code))),
        new Promise((r) => net.connect({ port: 80, host: 'telemetry.example' }).on('error', (e) => r(e.code))),
        new Promise((r) => http.get('http://192.0.2.1/').on('error', (e) => r(e.code))),
        fetch('http://192.0.2.1/').catch((e) => e.cause.code),
        new Promise((r) => { const s = http.createServer((_, res) => res.end('hello')).listen(0, () =>
          fetch('http://127.0.0.1:' + s.address().port).then((x) => x.text()).then((t) => { s.close(); s.closeAllConnections(); r(t) })) }),
      ]
      Promise.all(tried).then((all) => { console.log(all.join()); console.log('done') })`)
    expect(lines).toEqual(['ECONNREFUSED,ECONNREFUSED,ECONNREFUSED,ECONNREFUSED,hello', 'done'])
  })

  it('tells how it ended', async () => {
    const child = await startOwnedScript(script('process.exit(3)'), [], { folder, env: {}, onLine: () => undefined })
    expect(await child.ended).toBe(3)
  })

  it('is stopped, also when it will not listen to reason, and may be stopped again', async () => {
    const lines: string[] = []
    const deaf = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')`
    const child = await startOwnedScript(script(deaf), [], { folder, env: {}, onLine: (line) => lines.push(line) })
    await until(() => lines.includes('up'))
    await child.stop()
    expect(await child.ended).toBe('SIGKILL')
    expect(isRunning(child.pid)).toBe(false)
    await child.stop()
  })

  it('ends when we are killed outright', async () => {
    const path = script(`setInterval(() => {}, 1000)`)
    const module = join(import.meta.dirname, '../../src/platform/child-process.ts')
    writeFileSync(
      join(folder, 'parent.mjs'),
      `const { startOwnedScript } = await import(${JSON.stringify(module)})
       const child = await startOwnedScript(${JSON.stringify(path)}, [], { folder: '.', env: {}, onLine() {} })
       console.log(child.pid)
       setInterval(() => {}, 1000)`,
    )
    const parent = spawn(process.execPath, [join(folder, 'parent.mjs')], { cwd: folder })
    const pid = await new Promise<number>((resolve) => parent.stdout.once('data', (data) => resolve(Number(data))))
    expect(isRunning(pid)).toBe(true)
    await sleep(300)
    parent.kill('SIGKILL')
    await until(() => !isRunning(pid))
  })
})
