import { createInterface } from 'node:readline'
import type { Answer } from '../domain/answer.ts'
import { operatorOf } from '../domain/asker.ts'
import type { Command, CommandContext } from './command.ts'
import { explanationLines } from './explanation.ts'
import { readQuestionLines } from './question-lines.ts'
import { print } from './terminal.ts'

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

async function runAskFile({ rakel, config }: CommandContext, file: string): Promise<number> {
  for (const { id, question } of readQuestionLines(file))
    print(asJson(await rakel.answer(question, operatorOf(config.tenant)), id))
  return 0
}

/** `rakel ask`: one question, a file of them, or a small chat. */
export const runAsk: Command = async (context) => {
  const { rakel, config, args } = context
  const { file } = args.options
  if (file !== undefined) return runAskFile(context, file)
  const asker = { ...operatorOf(config.tenant), conversation: 'terminal' }
  const show = async (question: string): Promise<void> => {
    if (args.flags.has('explain')) for (const line of explanationLines(rakel.explain(question, asker))) print(line)
    const answer = await rakel.answer(question, asker)
    print(args.flags.has('json') ? asJson(answer) : asText(answer))
  }
  if (args.operands.length > 0) {
    await show(args.operands.join(' '))
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
