import type { LocalDate } from '../../domain/ids.ts'
import { type Due, dueOfCell } from './follow-ups-due.ts'
import { isInitials, isWe, type KnownPeople, namesOnly } from './follow-ups-owners.ts'

/** A task of a list or a table, taken apart. */
export interface Task {
  readonly who: string | undefined
  readonly what: string
  readonly due: Due | undefined
}

export interface TaskContext {
  readonly people: KnownPeople
  readonly from: LocalDate | undefined
  readonly nextMeeting: LocalDate | undefined
  /** The list stands under TILTAK, TODO, Aksjon: each entry is a task, whoever is named. */
  readonly isActionList: boolean
}

const trimmed = (text: string): string => text.trim().replace(/[\s.]+$/, '')

const VERB =
  /^(?:\p{Ll}+(?:r|rar)|skal|må|vil|legg|legger|tek|tar|gjer|gjør|dreg|ser|går|skriv|spør|finn|held|hentar|kallar|samles|samlast|møtes|møtast)$/u
const PARENTHESES = /\(([^()]+)\)/gu

const isNamed = (names: readonly string[], { people, isActionList }: TaskContext): boolean =>
  names.some((name) => people.has(name)) ||
  (names.length > 1 && names.every(isInitials)) ||
  (isActionList && names.every((name) => isInitials(name) || /^\p{Lu}\p{Ll}+/u.test(name)))

/** "(Kari Nes, innen 15. mai)": owners and deadline in parentheses. */
function inParentheses(text: string, context: TaskContext): Task | undefined {
  for (const match of [...text.matchAll(PARENTHESES)].toReversed()) {
    const parts = (match[1] ?? '').split(',').map((part) => part.trim())
    const deadline = parts
      .map((part) => ({
        part,
        due: /^\p{Lu}/u.test(part) && !/\d/.test(part) ? undefined : dueOfCell(part, context.from, context.nextMeeting),
      }))
      .find(({ due }) => due !== undefined)
    const names = namesOnly(
      parts
        .filter((part) => part !== deadline?.part)
        .join(', ')
        .replace(/^(?:ansvar(?:lig|leg)?|hvem|kven)\s*:\s*/iu, ''),
    )
    if (!names || !isNamed(names, context)) continue
    const what = `${text.slice(0, match.index).trim()}${text.slice(match.index + match[0].length)}`.trim()
    return { who: names.join(', '), what: trimmed(what), due: deadline?.due }
  }
  return undefined
}

/** "Kari: lager utkast" */
function beforeColon(text: string, context: TaskContext): Task | undefined {
  const [, owners = '', what = ''] = /^([^:]{1,60}):\s+(\S.*)$/su.exec(text) ?? []
  const names = namesOnly(owners)
  return names && what && isNamed(names, context)
    ? { who: owners.trim(), what: trimmed(what), due: undefined }
    : undefined
}

/** "Lage utkast Kari, Ola": known names last, as bold type leaves them. */
function lastNames(text: string, { people }: TaskContext): Task | undefined {
  const words = text.replace(/[.]$/, '').split(' ')
  for (let from = Math.max(1, words.length - 8); from < words.length; from++) {
    if (!/^\p{Lu}/u.test(words[from] ?? '')) continue
    const names = namesOnly(words.slice(from).join(' '))
    if (!names?.every((name) => people.has(name))) continue
    const what = words.slice(0, from).join(' ')
    // "… sendar utkast til Kari": the name belongs to the sentence.
    if (/(?:^|\s)(?:til|for|med|frå|fra|av|hos|og|ved|mot|på|i)$/iu.test(what)) return undefined
    return { who: names.join(', '), what, due: undefined }
  }
  return undefined
}

/** "Kari lager utkast", "Kari og Ola ser på saka" */
function firstNames(text: string, context: TaskContext): Task | undefined {
  const [, owners = '', verb = ''] =
    /^(\p{Lu}[\p{L}'’./-]*(?:(?:,|\s+og|)\s+\p{Lu}[\p{L}'’./-]*){0,5})\s+(\p{Ll}+)(?!\p{L})/u.exec(text) ?? []
  const names = namesOnly(owners)
  if (!names || !VERB.test(verb)) return undefined
  const isSure = names.some((name) => context.people.has(name))
  // "Sjekke saker …": the first word is what is to be done.
  if (!isSure && (!context.isActionList || /[ea]$/.test(names[0] ?? ''))) return undefined
  return { who: isWe(owners) ? undefined : owners, what: trimmed(text.slice(owners.length)), due: undefined }
}

/** "Parallelt køyrer Kari ny versjon", "Deretter Kari lager …": a known name beside its verb. */
function innerName(text: string, { people }: TaskContext): Task | undefined {
  for (const match of text.matchAll(/(?<!\p{L})(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?)\s+(\p{Ll}+(?:r|s))(?!\p{L})/gu))
    if (match[1] && people.has(match[1])) return { who: match[1], what: trimmed(text), due: undefined }
  return undefined
}

/** @returns undefined for an entry of an ordinary list that names nobody who was there */
export function readTask(text: string, context: TaskContext): Task | undefined {
  const found =
    inParentheses(text, context) ??
    beforeColon(text, context) ??
    (context.isActionList
      ? (firstNames(text, context) ?? lastNames(text, context) ?? innerName(text, context))
      : undefined)
  if (found) return found
  return context.isActionList ? { who: undefined, what: trimmed(text), due: undefined } : undefined
}

const WHO = /^(?:hvem|kven|ansvar|ansvarlig|ansvarleg|eier|eigar|utføres av)$/iu
const WHAT = /^(?:hva|kva|oppgave|oppgåve|tiltak|aksjon|aksjonspunkt|oppfølging|sak|hva skal gjøres|beskrivelse)$/iu
const WHEN = /^(?:frist|når|innen|innan|tidsfrist|dato|forfall|ferdig)$/iu

/** Tasks of a table whose header names who and what; empty for any other table. */
export function readTaskTable(
  rows: readonly (readonly string[])[],
  { from, nextMeeting }: TaskContext,
): (Task & { readonly row: readonly string[] })[] {
  const [head = []] = rows
  const at = (pattern: RegExp): number => head.findIndex((cell) => pattern.test(cell.trim()))
  const who = at(WHO)
  const what = at(WHAT)
  const when = at(WHEN)
  if (what < 0 || (who < 0 && when < 0)) return []
  return rows.slice(1).flatMap((row) => {
    const task = row[what]?.trim()
    if (!task) return []
    const deadline = row[when]?.trim()
    const due = deadline
      ? (dueOfCell(deadline, from, nextMeeting) ?? {
          text: deadline,
          start: 0,
          date: undefined,
          isForNextMeeting: false,
        })
      : undefined
    return [{ who: row[who]?.trim() || undefined, what: task, due, row }]
  })
}
