import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { explanationLines } from './cli/explanation.ts'
import { type Config, environmentOf, readConfig } from './config.ts'
import type { Answer } from './domain/answer.ts'
import { operatorOf } from './domain/asker.ts'
import type { StoredDocument } from './domain/document.ts'
import { Refused } from './domain/errors.ts'
import type { People } from './domain/meeting.ts'
import { openRakel, type Rakel, serve } from './index.ts'
import type { IndexProgress, IndexReport } from './ingest/index-files.ts'
import { systemClock } from './platform/clock.ts'
import { createLog } from './platform/log.ts'

const HELP = `rakel – Spør 'o Rakel: answers from minutes and reports, in their own words

  rakel serve                       listen for Teams, read the documents folder; without credentials a chat in the browser
  rakel index <file|folder> …       read documents into the store
  rakel status                      what the store holds, and which files could not be read
  rakel ask "<question>"            answer one question; without a question: a small chat
  rakel ask --file <questions.jsonl> --json
                                    answer lines {"id","question"}, one line of JSON each
  rakel ask --explain "<question>"  the same, with plan, evidence and gate
  rakel show <document>             what was read from a document, by its file name

  --data <folder>    where the store is (default: RAKEL_DATA, else data/)
  --json             print results as JSON
  --force            index: read unchanged files again
  --help             this text
  --version

Exit codes: 0 done · 1 it failed, and a line says why · 2 the command line was not understood`

const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}
const complain = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

/** Who reads our output may stop reading (`rakel status | head`): then nobody wants the rest. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

class UsageError extends Error {}

interface Arguments {
  readonly command: string
  readonly operands: readonly string[]
  readonly data: string | undefined
  readonly file: string | undefined
  readonly json: boolean
  readonly force: boolean
  readonly explain: boolean
}

function readArguments(args: readonly string[]): Arguments | 'help' | 'version' {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        file: { type: 'string' },
        json: { type: 'boolean', default: false },
        force: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', default: false },
      },
    })
    if (values.version) return 'version'
    const [command, ...operands] = positionals
    if (values.help || command === undefined || command === 'help') return 'help'
    return {
      command,
      operands,
      data: values.data,
      file: values.file,
      json: values.json,
      force: values.force,
      explain: values.explain,
    }
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  }
}

/** A bar where there is a terminal; else nothing, so that logs stay readable. */
function showProgress({ done, total, path }: IndexProgress): void {
  if (!process.stderr.isTTY || total === 0) return
  const width = 24
  const filled = Math.round((done / total) * width)
  const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`
  const name = path.split('/').at(-1) ?? ''
  const room = Math.max(10, (process.stderr.columns ?? 80) - width - 16)
  process.stderr.write(done === total ? '\r\x1b[K' : `\r\x1b[K${bar} ${done}/${total} ${name.slice(0, room)}`)
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

function reportLines(report: IndexReport): string[] {
  const parts = [
    `${plural(report.indexed, 'document', 'documents')} read`,
    ...(report.unchanged ? [`${report.unchanged} unchanged`] : []),
    ...(report.moved ? [`${report.moved} moved or copied`] : []),
    ...(report.removed ? [`${report.removed} removed`] : []),
    ...(report.failed.length ? [`${report.failed.length} not readable`] : []),
  ]
  return [
    `${parts.join(', ')}.`,
    ...report.failed.map(({ path, failure }) => `  ${path}: ${failure.message} (${failure.code})`),
  ]
}

async function runIndex(rakel: Rakel, { operands, json, force }: Arguments): Promise<number> {
  if (operands.length === 0) throw new UsageError('index needs a file or a folder.')
  let failed = 0
  for (const path of operands) {
    const report = await rakel.index(path, { onProgress: showProgress, isForced: force })
    failed += report.failed.length
    if (json) print(JSON.stringify({ path: resolve(path), ...report }))
    else for (const line of reportLines(report)) print(line)
  }
  return failed > 0 ? 1 : 0
}

function runStatus(rakel: Rakel, config: Config, { json }: Arguments): number {
  const status = rakel.store.status(config.tenant)
  const documents = rakel.store.register.documents(operatorOf(config.tenant))
  if (json) {
    print(JSON.stringify({ ...status, list: documents }))
    return 0
  }
  print(
    `${plural(status.documents, 'document', 'documents')}, ${status.meetings} of meetings; ${status.items} items, ${status.decisions} decisions, ${status.passages} passages`,
  )
  for (const { date, year, kind, format, name } of documents)
    print(`  ${(date ?? year ?? '').toString().padEnd(10)}  ${kind.padEnd(8)} ${format.padEnd(8)} ${name}`)
  for (const { path, code, message } of status.failures) print(`  not read: ${path}: ${message} (${code})`)
  if (status.lastIndexedAtMs !== undefined) print(`Last change: ${new Date(status.lastIndexedAtMs).toISOString()}`)
  return 0
}

/** The contract of `--json`: these keys, in this order. */
function asJson(answer: Answer, id?: unknown): string {
  const { question, language, outcome, answer: text, citations, derived, reason, mode, elapsedMs } = answer
  return JSON.stringify({
    ...(id !== undefined && { id }),
    question,
    language,
    outcome,
    answer: text,
    citations,
    derived,
    reason,
    mode,
    elapsedMs,
  })
}

function asText({ paragraphs, citations }: Answer): string {
  const text = paragraphs
    .map((paragraph) => paragraph.text + paragraph.citations.map((place) => ` [${place}]`).join(''))
    .join('\n')
  const sources = citations.map(({ document, page, caseNumber, meetingDate, url }, index) => {
    const where = [
      document,
      page === null ? '' : `s. ${page}`,
      caseNumber ? `sak ${caseNumber}` : '',
      meetingDate ?? '',
    ]
      .filter(Boolean)
      .join(', ')
    return `  [${index + 1}] ${where}${url ? `\n      ${url}` : ''}`
  })
  return [text, ...(sources.length ? ['', ...sources] : [])].join('\n')
}

/** @throws Refused `no-such-file` when it is not there, is a folder or may not be read */
async function linesOf(file: string): Promise<string[]> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\ufeff/, '').split('\n')
  } catch (cause) {
    throw new Refused('no-such-file', `${resolve(file)} is no file that can be read.`, { cause })
  }
}

async function runAskFile(rakel: Rakel, config: Config, file: string): Promise<number> {
  let number = 0
  for (const line of await linesOf(file)) {
    number++
    if (!line.trim()) continue
    let asked: { id?: unknown; question?: unknown }
    try {
      asked = JSON.parse(line)
    } catch {
      throw new Refused('bad-question-file', `${resolve(file)}: line ${number} is not JSON.`)
    }
    if (typeof asked.question !== 'string')
      throw new Refused('bad-question-file', `${resolve(file)}: line ${number} has no "question".`)
    print(asJson(await rakel.answer(asked.question, operatorOf(config.tenant)), asked.id ?? number))
  }
  return 0
}

async function runAsk(rakel: Rakel, config: Config, { operands, file, json, explain }: Arguments): Promise<number> {
  if (file !== undefined) return runAskFile(rakel, config, file)
  const asker = { ...operatorOf(config.tenant), conversation: 'terminal' }
  const show = async (question: string): Promise<void> => {
    if (explain) for (const line of explanationLines(rakel.explain(question, asker))) print(line)
    const answer = await rakel.answer(question, asker)
    print(json ? asJson(answer) : asText(answer))
  }
  if (operands.length > 0) {
    await show(operands.join(' '))
    return 0
  }
  const isTerminal = process.stdin.isTTY === true
  if (isTerminal) print('Spør om vedtak, saker, møter og rapporter. Tom linje avslutter.')
  const chat = createInterface({ input: process.stdin, output: isTerminal ? process.stdout : undefined, prompt: '? ' })
  if (isTerminal) chat.prompt()
  for await (const line of chat) {
    if (!line.trim()) {
      if (isTerminal) break
      continue
    }
    await show(line.trim())
    if (isTerminal) {
      print('')
      chat.prompt()
    }
  }
  return 0
}

const peopleLine = (people: People | undefined): string =>
  people === undefined
    ? 'not stated'
    : people.value
        .map(({ name, organisation, role }) => [name, ...[organisation, role].filter(Boolean)].join(', '))
        .join('; ') || 'none recorded'

function documentLines({ summary, parsed }: StoredDocument): string[] {
  const lines = [
    `${summary.name}: ${parsed.title}`,
    `  ${parsed.kind}, ${parsed.format}, ${parsed.language}, layout ${parsed.layout}${parsed.pageCount ? `, ${parsed.pageCount} pages` : ''}`,
  ]
  const { meeting } = parsed
  if (meeting) {
    const time = [meeting.startTime?.value, meeting.endTime?.value].filter(Boolean).join('–')
    lines.push(
      `  committee    ${meeting.committee?.value ?? 'not stated'}`,
      `  date         ${meeting.date?.value ?? 'not stated'} ${time}`.trimEnd(),
      `  place        ${meeting.place?.value ?? 'not stated'}`,
      `  chair        ${peopleLine(meeting.chair)}`,
      `  minute taker ${peopleLine(meeting.minuteTaker)}`,
      `  present      ${peopleLine(meeting.present)}`,
      `  absent       ${peopleLine(meeting.absent)}`,
    )
    for (const item of meeting.items) {
      lines.push(`  ${item.caseNumber ?? `(${item.order})`} ${item.title}${item.page ? ` (page ${item.page})` : ''}`)
      if (item.recommendation) lines.push(`      recommendation: ${item.recommendation.value.replace(/\n/g, ' / ')}`)
      for (const vote of item.votes) lines.push(`      vote: ${vote.quote}`)
      lines.push(`      decision: ${item.decision ? item.decision.text.replace(/\n/g, ' / ') : 'none recorded'}`)
      if (item.link) lines.push(`      ${item.link}`)
    }
  }
  for (const section of parsed.sections) lines.push(`  ${[section.number, section.title].filter(Boolean).join(' ')}`)
  lines.push(`  ${plural(parsed.passages.length, 'passage', 'passages')}`)
  return lines
}

function runShow(rakel: Rakel, config: Config, { operands, json }: Arguments): number {
  const [name] = operands
  if (!name) throw new UsageError('show needs the file name of a document.')
  const asker = operatorOf(config.tenant)
  const document = rakel.store.findDocument(asker, name)
  if (!document) {
    const named = rakel.store.documentsNamed(asker, name)
    const which =
      named.length > 1
        ? `${name} may be any of: ${named.map((entry) => entry.name).join(', ')}.`
        : `No document is called ${name}; see rakel status.`
    throw new Refused('no-such-document', which)
  }
  if (json) print(JSON.stringify({ ...document.summary, ...document.parsed }, null, 2))
  else for (const line of documentLines(document)) print(line)
  return 0
}

/** Runs until it is told to stop. */
async function runServe(config: Config): Promise<never> {
  const stop = new AbortController()
  const stopped = new Promise<void>((resolveStop) => stop.signal.addEventListener('abort', () => resolveStop()))
  // Not `once`: npm and an older Node hand on a Ctrl-C that the terminal sent us already, and the second must not kill.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort())
  const log = createLog((line) => process.stderr.write(line), systemClock, config.logLevel)
  const running = await serve(
    config,
    log,
    {
      onProgress: showProgress,
      onListening(url) {
        print(`Rakel listens on ${url}`)
        if (!config.bot)
          print('No bot credentials are configured: only this machine is served, and nobody is authenticated.')
      },
      onIndexed(report) {
        print(`${config.documentsFolder}: ${reportLines(report).join('\n')}`)
      },
      onPlaygroundRefused(reason) {
        print(`No chat in the browser: ${reason}`)
      },
      onPlayground(url) {
        print(`Chat in the browser: ${url}`)
      },
    },
    stop.signal,
  )
  if (!stop.signal.aborted) print('Ready. Ctrl-C stops.')
  await stopped
  print('Stopping …')
  await running.close()
  // At once: a Node that ends by itself lets go of its signals first, and a Ctrl-C handed on late would kill it then.
  process.exit(0)
}

async function run(args: readonly string[]): Promise<number> {
  const given = readArguments(args)
  if (given === 'help') {
    print(HELP)
    return 0
  }
  if (given === 'version') {
    const { default: about } = await import('../package.json', { with: { type: 'json' } })
    print(about.version)
    return 0
  }
  const base = process.cwd()
  const environment = environmentOf(base)
  const config = readConfig(given.data === undefined ? environment : { ...environment, RAKEL_DATA: given.data }, base)
  if (given.command === 'serve') return runServe(config)
  const commands: Readonly<Record<string, (rakel: Rakel) => number | Promise<number>>> = {
    index: (rakel) => runIndex(rakel, given),
    status: (rakel) => runStatus(rakel, config, given),
    ask: (rakel) => runAsk(rakel, config, given),
    show: (rakel) => runShow(rakel, config, given),
  }
  const command = commands[given.command]
  if (!command) throw new UsageError(`"${given.command}" is no command.`)
  const rakel = openRakel(config)
  try {
    return await command(rakel)
  } finally {
    rakel.close()
  }
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (error instanceof UsageError) {
    complain(`rakel: ${error.message} See rakel --help.`)
    process.exitCode = 2
  } else if (error instanceof Refused) {
    complain(`rakel: ${error.message}`)
    process.exitCode = 1
  } else {
    complain(
      `rakel: an error that should not happen: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
    process.exitCode = 1
  }
}
