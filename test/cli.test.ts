import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const rakelFile = join(root, 'bin', 'rakel.mjs')
const documents = join(root, 'documents')
const folder = mkdtempSync(join(tmpdir(), 'rakel-cli-'))
const data = join(folder, 'data')

/** Nothing of the machine's own settings may decide what is tested. */
const SETTINGS =
  /^(?:BOT_|ALLOWED_|ALLOW_|RAKEL_(?:DATA|DOCUMENTS|TENANT)|HOST$|PORT$|NODE_ENV|NODE_OPTIONS|PLAYGROUND|LOG_LEVEL)/
const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SETTINGS.test(name)))

/** The machine's own Node, where it is older than the one in node_modules. */
const olderNode = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((entry) => !entry.includes('node_modules'))
  .map((entry) => join(entry, 'node'))
  .find(
    (file) => existsSync(file) && Number(spawnSync(file, ['-p', 'process.versions.node.split(".")[0]']).stdout) < 24,
  )
const itOnOlderNode = olderNode ? it : it.skip

interface Options {
  readonly env?: Record<string, string>
  readonly input?: string
  readonly node?: string
  readonly data?: string
}

function start(args: readonly string[], options: Options, detached = false): ChildProcess {
  // In an empty folder, so that no .env of the checkout is read.
  return spawn(options.node ?? process.execPath, [rakelFile, ...args, '--data', options.data ?? data], {
    cwd: folder,
    env: { ...clean, ...options.env },
    detached,
  })
}

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function rakel(args: readonly string[], options: Options = {}): Promise<Ended> {
  const child = start(args, options)
  let [out, err] = ['', '']
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  child.stdin?.end(options.input ?? '')
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })))
}

/** One clear line on standard error, nothing on standard output, exit code 1 (2 where the command line is wrong). */
async function expectRefusal(
  args: readonly string[],
  line: RegExp,
  options: Options & { code?: number } = {},
): Promise<void> {
  const { code, out, err } = await rakel(args, options)
  expect(err).toMatch(line)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
  expect(err).not.toMatch(/\bat .*:\d+:\d+/)
  expect({ code, out }).toEqual({ code: options.code ?? 1, out: '' })
}

const lines = (text: string): string[] => text.split('\n').filter(Boolean)
const digest = async (): Promise<string> => {
  const { out } = await rakel(['status', '--json'])
  const { lastIndexedAtMs: _, ...status } = JSON.parse(out)
  return JSON.stringify(status)
}

beforeAll(async () => {
  const { code, out, err } = await rakel(['index', documents])
  expect({ code, err, out }).toEqual({ code: 0, err: '', out: '14 documents read.\n' })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('rakel --help', () => {
  it('names every command and ends well', async () => {
    const { code, out } = await rakel(['--help'])
    expect(code).toBe(0)
    for (const command of ['serve', 'index', 'status', 'ask', 'show']) expect(out).toContain(`rakel ${command}`)
  })

  it('stands also where no command is given', async () => {
    const { code, out } = await rakel([])
    expect({ code, isHelp: out.includes('rakel serve') }).toEqual({ code: 0, isHelp: true })
  })

  itOnOlderNode("is the same on the machine's own older Node", async () => {
    const ours = await rakel(['--help'])
    expect(await rakel(['--help'], olderNode ? { node: olderNode } : {})).toEqual(ours)
  })
})

describe('a command line that is not understood', () => {
  it.each([
    [['frobnicate'], /"frobnicate" is no command/],
    [['status', '--frobnicate'], /--frobnicate/],
    [['index'], /needs a file or a folder/],
    [['show'], /needs the file name/],
  ])('%j ends with 2 and one line', async (args, line) => {
    await expectRefusal(args, line, { code: 2 })
  })
})

describe('rakel index', () => {
  it('changes nothing the second time', async () => {
    const before = await digest()
    const again = await rakel(['index', documents])
    expect(again).toEqual({ code: 0, err: '', out: '0 documents read, 14 unchanged.\n' })
    expect(await digest()).toBe(before)
  })

  it('keeps a renamed document and forgets a deleted one', async () => {
    const own = join(folder, 'own')
    const store = { data: join(folder, 'own-data') }
    cpSync(documents, own, { recursive: true, preserveTimestamps: true })
    await rakel(['index', own], store)
    copyFileSync(join(own, 'prosjektgruppa-2024-02-08-referat.md'), join(own, 'gruppa.md'))
    rmSync(join(own, 'prosjektgruppa-2024-02-08-referat.md'))
    rmSync(join(own, 'brukarforum-2025-04-24-referat.md'))
    const { out } = await rakel(['index', own], store)
    expect(out).toBe('0 documents read, 12 unchanged, 1 moved or copied, 1 removed.\n')
    const status = JSON.parse((await rakel(['status', '--json'], store)).out)
    const names = status.list.map(({ name }: { name: string }) => name)
    expect(names).toHaveLength(13)
    expect(names).toContain('gruppa.md')
    expect(names).not.toContain('brukarforum-2025-04-24-referat.md')
  })

  it('names a file that it cannot read, reads the others, and ends with 1', async () => {
    const mixed = join(folder, 'mixed')
    const store = { data: join(folder, 'mixed-data') }
    mkdirSync(mixed)
    writeFileSync(
      join(mixed, 'cut.pdf'),
      readFileSync(join(documents, 'firklang-arsrapport-2023.pdf')).subarray(0, 4_000),
    )
    writeFileSync(join(mixed, 'empty.docx'), '')
    copyFileSync(join(documents, 'prosjektgruppa-2024-02-08-referat.md'), join(mixed, 'good.md'))
    const { code, out } = await rakel(['index', mixed], store)
    expect(code).toBe(1)
    expect(lines(out)[0]).toBe('1 document read, 2 not readable.')
    expect(out).toMatch(/cut\.pdf: .+ \(damaged\)/)
    expect(out).toMatch(/empty\.docx: .+ \(empty\)/)
    const status = await rakel(['status'], store)
    expect(status.code).toBe(0)
    expect(status.out).toMatch(/not read: .*cut\.pdf: .+ \(damaged\)/)
  })

  it('says so when a file may not be opened', async () => {
    // Root may open every file, so that only one that no one can read will do.
    const isRoot = process.getuid?.() === 0
    const file = isRoot ? '/proc/self/mem' : join(folder, 'closed.md')
    if (!isRoot) {
      writeFileSync(file, 'x')
      chmodSync(file, 0)
    }
    const { code, out } = await rakel(['index', file], { data: join(folder, 'closed-data') })
    expect(code).toBe(1)
    expect(out).toContain('(unreadable)')
  })
})

describe('rakel status', () => {
  it('lists what is stored', async () => {
    const { code, out } = await rakel(['status'])
    expect(code).toBe(0)
    expect(lines(out)[0]).toMatch(/^14 documents, 11 of meetings; \d+ items, \d+ decisions, \d+ passages$/)
    expect(out).toContain('ulvstol-formannskap-2024-05-30-protokoll.docx')
  })

  it('ends quietly when its reader stops reading', async () => {
    const child = start(['status', '--json'], {})
    let err = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      err += chunk.toString()
    })
    child.stdout?.destroy()
    const code = await new Promise((done) => child.on('close', done))
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })
})

describe('rakel eval', () => {
  it('grades answers against their keys, tells what went wrong in a file, and prints its figures last', async () => {
    const questions = join(folder, 'keys.jsonl')
    const failures = join(folder, 'failures.txt')
    const key = { lang: 'nb', kind: 'decision', must_contain: ['Hjelmfoss'], answerable: true, evidence: 'i Hjelmfoss' }
    const asked = [
      { id: 'K1', question: 'Hva ble vedtatt i sak 2023/M4-003?', source: 'fellesradet-2023-09-20-referat', ...key },
      { id: 'K2', question: 'Hva ble vedtatt i sak 2023/M9-099?', kind: 'unanswerable', answerable: false },
      { id: 'K3', question: 'Hva ble vedtatt i sak 2024/M3-003?', source: 'fellesradet-2024-06-12-referat', ...key },
    ]
    writeFileSync(questions, asked.map((line) => JSON.stringify(line)).join('\n'))
    const { code, out, err } = await rakel(['eval', questions, '--failures', failures])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(lines(out).at(-1) ?? '')).toMatchObject({
      questions: 3,
      correct: 0.5,
      abstentionRecall: 1,
      overRefusal: 0,
      inventedNumbers: 0,
    })
    expect(readFileSync(failures, 'utf8')).toMatch(/^K3 {2}lacks "Hjelmfoss"/)
  })

  it('asks for a file of questions', async () => {
    const { code, err } = await rakel(['eval'])
    expect({ code, err }).toEqual({ code: 2, err: 'rakel: eval needs a file of questions. See rakel --help.\n' })
  })
})

describe('rakel ask', () => {
  const KEYS = ['question', 'language', 'outcome', 'answer', 'citations', 'derived', 'reason', 'mode', 'elapsedMs']
  const CITATION_KEYS = ['document', 'title', 'page', 'caseNumber', 'meetingDate', 'quote', 'url']

  it('answers with the decision verbatim, its case number, date, document and page', async () => {
    const { code, out } = await rakel(['ask', 'Hva ble vedtatt i sak 2024/M3-005?'])
    expect(code).toBe(0)
    expect(out).toContain('Felles sentralbord åpner 1. oktober 2024 og holder åpent kl. 09:00 - 15:00.')
    expect(out).toMatch(/\[1\] fellesradet-2024-06-12-referat\.pdf, s\. 1, sak 2024\/M3-005, 2024-06-12/)
  })

  it('prints one JSON line a question, in order, with the keys of the contract in their order', async () => {
    const file = join(folder, 'questions.jsonl')
    const asked = [
      { id: 'a', question: 'Hvem var til stede i møtet 15.03.2023?' },
      { id: 7, question: 'Kven vann fotballkampen på Mars?' },
      { question: 'What was decided in case 2024/M3-005?' },
    ]
    // As Windows' Notepad writes it.
    writeFileSync(file, `\ufeff${asked.map((question) => JSON.stringify(question)).join('\r\n\r\n')}\r\n`)
    const { code, out, err } = await rakel(['ask', '--file', file, '--json'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const answers = lines(out).map((line) => JSON.parse(line))
    for (const answer of answers) expect(Object.keys(answer)).toEqual(['id', ...KEYS])
    expect(answers.map(({ id }) => id)).toEqual(['a', 7, 5])
    expect(answers.map(({ outcome }) => outcome)).toEqual(['answered', 'abstained', 'answered'])
    expect(answers.map(({ language }) => language)).toEqual(['nb', 'nn', 'en'])
    const citations = answers.flatMap((answer) => answer.citations)
    expect(citations.length).toBeGreaterThan(1)
    for (const citation of citations) expect(Object.keys(citation)).toEqual(CITATION_KEYS)
    expect(answers[0].derived).toEqual([{ value: '7', operation: 'count', from: [] }])
  })

  it('reads questions from standard input', async () => {
    const input = 'Hva ble vedtatt i sak 2024/M3-005?\n\nHvem var til stede i møtet 15.03.2023?\n'
    const { code, out } = await rakel(['ask', '--json'], { input })
    expect(code).toBe(0)
    const answers = lines(out).map((line) => JSON.parse(line))
    for (const answer of answers) expect(Object.keys(answer)).toEqual(KEYS)
    expect(answers.map(({ outcome }) => outcome)).toEqual(['answered', 'answered'])
  })

  itOnOlderNode("answers on the machine's own older Node, from standard input too", async () => {
    const input = 'Hvem var til stede i møtet 15.03.2023?\n'
    const { code, out } = await rakel(['ask'], olderNode ? { input, node: olderNode } : { input })
    expect(code).toBe(0)
    expect(out).toContain('Ragnhild Torsmyr')
  })

  it('says in one line what is wrong with a file of questions', async () => {
    const bad = join(folder, 'bad.jsonl')
    writeFileSync(bad, '{"question":"Hvem?"\n')
    const dumb = join(folder, 'dumb.jsonl')
    writeFileSync(dumb, '{"id":1}\n')
    await expectRefusal(['ask', '--file', join(folder, 'none.jsonl')], /none\.jsonl is no file that can be read/)
    await expectRefusal(['ask', '--file', folder], /is no file that can be read/)
    await expectRefusal(['ask', '--file', bad], /bad\.jsonl: line 1 is not JSON/)
    await expectRefusal(['ask', '--file', dumb], /dumb\.jsonl: line 1 has no "question"/)
  })
})

describe('rakel show', () => {
  it('prints what was read of a document', async () => {
    const { code, out } = await rakel(['show', 'fellesradet-2023-03-15-referat.pdf'])
    expect(code).toBe(0)
    expect(out).toContain('date         2023-03-15 09:00–11:30')
    expect(out).toContain('2023/M2-004')
  })

  it('prints all of it as JSON', async () => {
    const { out } = await rakel(['show', 'fellesradet-2023-03-15-referat.pdf', '--json'])
    const { name, meeting, passages } = JSON.parse(out)
    expect(name).toBe('fellesradet-2023-03-15-referat.pdf')
    expect(meeting.date.value).toBe('2023-03-15')
    expect(passages.length).toBeGreaterThan(5)
  })

  it('says in one line that there is no such document', async () => {
    await expectRefusal(['show', 'nothing.pdf'], /No document is called nothing\.pdf/)
  })
})

describe('a start that cannot succeed', () => {
  it('names a folder that is missing, and loses nothing', async () => {
    const before = await digest()
    await expectRefusal(['index', join(folder, 'nowhere')], /nowhere does not exist/)
    await expectRefusal(['serve'], /nowhere does not exist/, {
      env: { RAKEL_DOCUMENTS: join(folder, 'nowhere'), PORT: '0' },
    })
    expect(await digest()).toBe(before)
  })

  it('names a data folder that is a file, and leaves the file as it was', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, 'mine')
    await expectRefusal(['status'], /a-file/, { data: file })
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  it('names a store that is no database, and leaves the file as it was', async () => {
    const other = join(folder, 'other')
    mkdirSync(other)
    const bytes = 'no database at all. '.repeat(400)
    writeFileSync(join(other, 'rakel.sqlite'), bytes)
    for (const args of [['status'], ['index', documents], ['ask', 'Hvem?']])
      await expectRefusal(args, /rakel\.sqlite is not a store of Rakel/, { data: other })
    expect(readFileSync(join(other, 'rakel.sqlite'), 'utf8')).toBe(bytes)
  })

  it('names a setting that is wrong, without its value', async () => {
    await expectRefusal(['status'], /^rakel: PORT must be a port/, { env: { PORT: 'geheim' } })
    await expectRefusal(['serve'], /^rakel: BOT_TENANT_ID /, {
      env: { BOT_ID: '3f0c1c9e-5d0a-4a6e-9a51-0c2f6f1d2b3a', BOT_SECRET: 'geheim' },
    })
    expect((await rakel(['status'], { env: { PORT: 'geheim' } })).err).not.toContain('geheim')
  })

  it('names a port that is in use, and loses nothing', async () => {
    const before = await digest()
    const holder = createServer()
    const port = await listening(holder, 0)
    await expectRefusal(['serve'], new RegExp(String(port)), {
      env: { PORT: String(port), PLAYGROUND: 'off', RAKEL_DOCUMENTS: documents, LOG_LEVEL: 'error' },
    })
    await new Promise((closed) => holder.close(closed))
    expect(await digest()).toBe(before)
  })
})

function listening(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      done(typeof address === 'object' && address ? address.port : port)
    })
  })
}

describe('rakel serve', () => {
  async function serving(options: Options = {}, isGroup = false) {
    const child = start(
      ['serve'],
      { ...options, env: { PORT: '0', PLAYGROUND: 'off', RAKEL_DOCUMENTS: documents } },
      isGroup,
    )
    let [out, err] = ['', '']
    child.stderr?.on('data', (chunk: Buffer) => {
      err += chunk.toString()
    })
    const ended = new Promise<Ended>((done) => child.on('close', (code) => done({ code, out, err })))
    const said = (text: string) =>
      new Promise<void>((done, fail) => {
        const look = () => out.includes(text) && done()
        child.stdout?.on('data', look)
        child.once('close', () => fail(new Error(`ended before "${text}": ${out}${err}`)))
        look()
      })
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString()
    })
    await said('Ready.')
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0] ?? ''
    return { child, ended, url }
  }

  async function expectFree(url: string): Promise<void> {
    const server = createServer()
    await listening(server, Number(new URL(url).port))
    await new Promise((closed) => server.close(closed))
  }

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'answers /healthz and after %s ends with 0 and frees its port',
    async (signal) => {
      const { child, ended, url } = await serving()
      const health = await fetch(`${url}/healthz`)
      expect(health.status).toBe(200)
      await health.text()
      child.kill(signal)
      const { code, out, err } = await ended
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out).toContain('only this machine is served')
      await expectFree(url)
    },
  )

  itOnOlderNode('ends with 0 when Ctrl-C reaches both the older Node and the one it started', async () => {
    const { child, ended, url } = await serving(olderNode ? { node: olderNode } : {}, true)
    process.kill(-(child.pid ?? 0), 'SIGINT')
    expect((await ended).code).toBe(0)
    await expectFree(url)
  })

  it('stops before the next file when told to stop while it reads', async () => {
    const many = join(folder, 'many')
    const store = join(folder, 'many-data')
    mkdirSync(many)
    const text = readFileSync(join(documents, 'prosjektgruppa-2024-02-08-referat.md'), 'utf8')
    for (let at = 0; at < 400; at += 1) writeFileSync(join(many, `${at}.md`), `${text}\n\nUtgave ${at}.\n`)
    const child = start(['serve'], { data: store, env: { PORT: '0', PLAYGROUND: 'off', RAKEL_DOCUMENTS: many } })
    let out = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      if (out.includes('Rakel listens')) child.kill('SIGTERM')
    })
    const code = await new Promise((done) => child.on('close', done))
    expect(code).toBe(0)
    const read = Number(/(\d+) documents? read/.exec(out)?.[1])
    expect(read).toBeLessThan(400)
    expect(out).not.toContain('Ready.')
    expect(await rakel(['index', many], { data: store })).toMatchObject({
      code: 0,
      out: read ? `${400 - read} documents read, ${read} unchanged.\n` : '400 documents read.\n',
    })
  })
})
