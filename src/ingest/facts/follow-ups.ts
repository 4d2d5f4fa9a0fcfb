import type { ParsedText } from '../../domain/document.ts'
import type { FollowUp } from '../../domain/follow-up.ts'
import type { Passage } from '../../domain/passage.ts'
import { foldSpaces } from '../../norwegian/fold.ts'
import { sentences } from '../../norwegian/sentences.ts'
import { labelOf } from '../minutes/labels.ts'
import { readTask, readTaskTable, type Task, type TaskContext } from './follow-ups-actions.ts'
import { type Due, dueOfCell, findDue, nextMeetingIn } from './follow-ups-due.ts'
import { knownPeople } from './follow-ups-owners.ts'
import { promiseIn, putsOff } from './follow-ups-sentences.ts'

const MARKER = /^(?:[•◦▪●○➢➤►*–-]|\d{1,2}[.)]|[a-zæøå]\))\s+/u
const isListLine = (line: string): boolean => MARKER.test(line)
const isActionLabel = (text: string): boolean => labelOf(text.split('\n')[0] ?? '')?.label === 'action'
const MAX_TASK_CHARS = 600

/** The lines of a list passage, its lead sentence left out; a line that is no item belongs to the one above. */
function entriesOf(text: string): string[] {
  const entries: string[] = []
  for (const line of text.split('\n')) {
    if (isListLine(line)) entries.push(line.replace(MARKER, ''))
    else if (entries.length > 0) entries.push(line)
  }
  return entries.map(foldSpaces).filter((entry) => entry && entry.length <= MAX_TASK_CHARS)
}

/**
 * What minutes promise: sentences that bind somebody, lists under TILTAK or TODO, tables of tasks. What was only proposed is
 * no promise, and reports promise nothing that a meeting could keep.
 */
export function readFollowUps({ kind, date, meeting, passages }: ParsedText): FollowUp[] {
  if (kind !== 'minutes') return []
  const people = knownPeople(meeting)
  const told = passages.flatMap((passage) => [
    ...sentences(passage.text).map(({ text }) => text),
    ...(/neste møte/iu.test(passage.headings.at(-1) ?? '') ? [`Neste møte: ${passage.text.slice(0, 100)}`] : []),
  ])
  const nextMeeting = nextMeetingIn(told, date)
  const context: TaskContext = { people, from: date, nextMeeting, isActionList: false }
  const proposed = meeting?.items.flatMap((item) => item.proposals.map((proposal) => foldSpaces(proposal.quote))) ?? []
  const found = new Map<string, FollowUp>()
  const add = (passage: Passage, quote: string, { who, what, due }: Task): void => {
    const key = `${passage.caseNumber ?? passage.headings.at(-1) ?? ''}|${quote}`
    if (!found.has(key))
      found.set(key, {
        who,
        what: foldSpaces(what),
        due: due?.text,
        dueDate: due?.date,
        isForNextMeeting: due?.isForNextMeeting ?? false,
        quote,
        page: passage.page,
        caseNumber: passage.caseNumber,
      })
  }
  const addList = (passage: Passage, isActionList: boolean): void => {
    for (const entry of entriesOf(passage.text)) {
      const task = readTask(entry, { ...context, isActionList })
      if (task) add(passage, entry, { ...task, due: task.due ?? findDue(entry, date, nextMeeting) })
    }
  }
  let isInActions = false
  for (const [index, passage] of passages.entries()) {
    const { text, kind: of } = passage
    if (of === 'attendance' || of === 'recommendation') continue
    if (text.includes('\t')) {
      isInActions = false
      const rows = text.split('\n').map((row) => row.split('\t'))
      for (const { row, ...task } of readTaskTable(rows, context)) add(passage, foldSpaces(row.join(' ')), task)
      continue
    }
    if (of === 'heading') {
      isInActions = isActionLabel(text)
      addHeading(passages, index, context, add)
      continue
    }
    const hasList = text.split('\n').some(isListLine)
    if (isActionLabel(text)) {
      isInActions = true
      const rest = labelOf(text.split('\n')[0] ?? '')?.rest ?? ''
      for (const { text: sentence } of sentences(rest)) {
        if (/:$/.test(sentence)) continue
        const task = readTask(sentence, { ...context, isActionList: true })
        if (task) add(passage, sentence, { ...task, due: task.due ?? findDue(sentence, date, nextMeeting) })
      }
      if (hasList) addList(passage, true)
      isInActions = !hasList
      continue
    }
    const isSamePlace = passages[index - 1]?.headings.at(-1) === passage.headings.at(-1)
    isInActions &&= isSamePlace && (hasList || /:$/.test(text))
    if (hasList) addList(passage, isInActions)
    if (isInActions) {
      // A second list stands below a heading that left no passage.
      isInActions = !hasList
      continue
    }
    let before: Due | undefined
    let putOffTo: Due | undefined
    for (const quote of statementsOf(withoutLabel(text))) {
      const promise = promiseIn(quote, { from: date, nextMeeting, isDecision: of === 'decision', before, putOffTo })
      before = findDue(quote, date, nextMeeting) ?? before
      if (of === 'decision' && putsOff(quote)) putOffTo = findDue(quote, date, nextMeeting)
      const isProposed = (): boolean => of !== 'decision' && proposed.some((proposal) => proposal.includes(quote))
      if (promise && !isProposed()) add(passage, quote, promise)
    }
  }
  return [...found.values()]
}

/** An office with a capital in the middle of a sentence begins one: the stop before it was lost. */
const LOST_STOP =
  /(?<=\p{Ll})\s+(?=(?:Leder|Leiar|Daglig leder|Dagleg leiar|Kommunedirektøren|Kommunaldirektøren|Rådmannen|Administrasjonen|Prosjektleder|Prosjektleiar|Sekretariatet)\s)/u

const statementsOf = (text: string): string[] =>
  sentences(text).flatMap((sentence) => foldSpaces(sentence.text.replace(MARKER, '')).split(LOST_STOP))

const withoutLabel = (text: string): string => {
  const [first = '', ...lines] = text.split('\n')
  const label = labelOf(first)
  return label ? [label.rest, ...lines].join('\n').trim() : text
}

/** "Kari: ser på utkastet" and, below it, "Dato: 18.4.": tasks that stand as headings. */
function addHeading(
  passages: readonly Passage[],
  index: number,
  context: TaskContext,
  add: (passage: Passage, quote: string, task: Task) => void,
): void {
  const passage = passages[index]
  if (!passage) return
  const text = foldSpaces(passage.text)
  const task = /^(?:dato|frist)\s*:/iu.test(text) ? undefined : readTask(text, context)
  if (!task) return
  const below = passages.slice(index + 1, index + 6).find((next) => /^(?:dato|frist)\s*:/iu.test(next.text))
  const isNear = below?.headings[0] === passage.headings[0]
  const due = isNear
    ? dueOfCell((below?.text ?? '').replace(/^[^:]*:\s*/, ''), context.from, context.nextMeeting)
    : undefined
  add(passage, text, { ...task, due: task.due ?? due })
}
