import { operatorOf } from '../domain/asker.ts'
import type { ParsedDocument, StoredDocument } from '../domain/document.ts'
import { Refused } from '../domain/errors.ts'
import type { AgendaItem, Meeting, People } from '../domain/meeting.ts'
import { UsageError } from './arguments.ts'
import type { Command } from './command.ts'
import { contradictionLines } from './contradictions.ts'
import { plural, print } from './terminal.ts'

const peopleLine = (people: People | undefined): string =>
  people === undefined
    ? 'not stated'
    : people.value
        .map(({ name, organisation, role }) => [name, ...[organisation, role].filter(Boolean)].join(', '))
        .join('; ') || 'none recorded'

const substituteLine = (substitutes: Meeting['substitutes']): string =>
  substitutes?.value
    .map(({ name, substituteFor }) => (substituteFor ? `${name} for ${substituteFor}` : name))
    .join('; ') ?? 'not stated'

/** What was said of an item, in order: the passages that are neither heading, recommendation nor decision. */
const discussionOf = (item: AgendaItem, { passages }: ParsedDocument): { text: string; page: number | null }[] =>
  passages
    .filter(({ kind, headings }) => (kind === 'body' || kind === 'table') && headings[0] === item.heading)
    .map(({ text, page }) => ({ text, page }))

/** All of it; what the passages tell of an item stands with the item too. */
export function wholeDocument({ summary, parsed }: StoredDocument): object {
  const { meeting } = parsed
  const items = meeting?.items.map((item) => ({ ...item, discussion: discussionOf(item, parsed) }))
  return { ...summary, ...parsed, ...(meeting && { meeting: { ...meeting, items } }) }
}

export function documentLines({ summary, parsed }: StoredDocument): string[] {
  const lines = [
    `${summary.name}: ${parsed.title}`,
    `  ${parsed.kind}, ${parsed.format}, ${parsed.language}, layout ${parsed.layout}${parsed.pageCount ? `, ${parsed.pageCount} pages` : ''}`,
  ]
  const { meeting } = parsed
  if (meeting) {
    const time = [meeting.startTime?.value, meeting.endTime?.value].filter(Boolean).join('–')
    lines.push(
      `  committee    ${meeting.committee?.value ?? 'not stated'}`,
      `  number       ${meeting.number?.value ?? 'not stated'}`,
      `  date         ${meeting.date?.value ?? 'not stated'} ${time}`.trimEnd(),
      `  place        ${meeting.place?.value ?? 'not stated'}`,
      `  chair        ${peopleLine(meeting.chair)}`,
      `  minute taker ${peopleLine(meeting.minuteTaker)}`,
      `  present      ${peopleLine(meeting.present)}`,
      `  absent       ${peopleLine(meeting.absent)}`,
      `  substitutes  ${substituteLine(meeting.substitutes)}`,
      `  others there ${peopleLine(meeting.othersPresent)}`,
    )
    for (const item of meeting.items) {
      lines.push(`  ${item.caseNumber ?? `(${item.order})`} ${item.title}${item.page ? ` (page ${item.page})` : ''}`)
      if (item.recommendation) lines.push(`      recommendation: ${item.recommendation.value.replace(/\n/g, ' / ')}`)
      for (const { who, kind, outcome, text } of item.proposals)
        lines.push(
          `      proposal: ${[who ?? 'nobody named', kind, outcome].filter(Boolean).join(', ')}: ${text.replace(/\n/g, ' / ')}`,
        )
      for (const vote of item.votes) lines.push(`      vote: ${vote.quote}`)
      lines.push(
        `      ${item.status === 'none-recorded' ? 'decision' : item.status}: ${item.decision ? item.decision.text.replace(/\n/g, ' / ') : 'none recorded'}`,
      )
      if (item.link) lines.push(`      ${item.link}`)
    }
  }
  for (const section of parsed.sections) lines.push(`  ${[section.number, section.title].filter(Boolean).join(' ')}`)
  for (const { quote, page } of parsed.missingTables)
    lines.push(`  table missing from the text${page ? ` (page ${page})` : ''}: ${quote}`)
  for (const { who, what, due } of parsed.followUps)
    lines.push(`  promise: ${who ?? 'nobody named'}: ${what}${due ? ` (${due})` : ''}`)
  for (const contradiction of parsed.contradictions)
    lines.push(...contradictionLines(contradiction).map((line) => `  ${line}`))
  lines.push(
    `  ${plural(parsed.figures.length, 'figure', 'figures')}, ${plural(parsed.tables.length, 'table', 'tables')}, ${plural(parsed.followUps.length, 'follow-up', 'follow-ups')}`,
  )
  lines.push(`  ${plural(parsed.passages.length, 'passage', 'passages')}`)
  return lines
}

/** `rakel show`: all that was read from one document. */
export const runShow: Command = ({ rakel, config, args }) => {
  const [name] = args.operands
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
  if (args.flags.has('json')) print(JSON.stringify(wholeDocument(document), null, 2))
  else for (const line of documentLines(document)) print(line)
  return 0
}
