import type { PostLanguage, Rule } from '../../agenda/ports.ts'
import { parseRule } from '../../agenda/rules.ts'
import { parseSaidTime, type SaidTime } from '../../norwegian/said-time.ts'

/** What somebody asks for in a channel. A committee is as written; undefined: the channel's only one. */
export type ChatCommand =
  | {
      readonly is: 'set-up'
      readonly committee: string | undefined
      readonly rule: Rule
      readonly reminder: Rule | undefined
      readonly postsDecisions: boolean
      readonly needsApproval: boolean
    }
  | { readonly is: 'rule-not-understood' }
  | { readonly is: 'stop' | 'pause' | 'resume'; readonly committee: string | undefined }
  | { readonly is: 'plan' }
  /** Of the next post, unless a button names another. */
  | { readonly is: 'approve' | 'drop' | 'preview'; readonly slotId?: string }
  /** undefined: not understood. */
  | { readonly is: 'postpone'; readonly until: SaidTime | undefined; readonly slotId?: string }
  | { readonly is: 'introduction'; readonly text: string }
  | { readonly is: 'post-again'; readonly slotId: string }

const DEFAULT_RULE: Rule = { days: 7, counts: 'calendar', time: '08:00' }

const LIST = `(?:saks?list(?:e|en|a|er|ene|ane)|sakskartet?|agenda(?:en)?|dagsorden(?:en)?)`
const SET_UP = new RegExp(
  `^(?:vennligst |kan du |ver venleg og )?(?:post|poste|legg ut|legge ut|publiser) (?:alltid )?${LIST}(?<rest>(?: .*)?)$`,
  'iu',
)
const STOP = new RegExp(
  `^(?:stopp|stop|slutt|avslutt)(?: (?:å poste|postinga|postingen|med))?(?: ${LIST})?(?: (?:for|til) (?<committee>.+?))?(?: her)?$`,
  'iu',
)
const PAUSE = new RegExp(`^(?:pause|sett på pause|ta pause)(?: ${LIST})?(?: (?:for|til) (?<committee>.+?))?$`, 'iu')
const RESUME = new RegExp(
  `^(?:fortsett|gjenoppta|hald fram|hold fram|framhald)(?: (?:med )?${LIST})?(?: (?:for|til) (?<committee>.+?))?$`,
  'iu',
)
const PLAN = /^(?:(?:vis|syn|sjå|se) )?(?:plan|planen|postplan|postplanen)$/iu
const APPROVE = new RegExp(`^(?:godkjenn|godkjent)(?: (?:innlegget|${LIST}))?$`, 'iu')
const DROP = new RegExp(`^(?:dropp|avlys|ikke post|ikkje post|hopp over)(?: (?:innlegget|neste|${LIST}))?$`, 'iu')
const PREVIEW = new RegExp(
  `^(?:forhåndsvis|førehandsvis|forhåndsvisning|førehandsvising)(?: (?:innlegget|${LIST}))?$`,
  'iu',
)
const POSTPONE = new RegExp(`^(?:utsett|utset)(?: (?:innlegget|det|${LIST}))?(?<until>(?: .*)?)$`, 'iu')
const INTRODUCTION =
  /^(?:endre|endra|ny|sett|set) (?:introduksjon|introduksjonen|innledning|innledningen|innleiing|innleiinga)\s*:\s*(?<text>.*)$/isu
const POST_AGAIN = /^post (?:på nytt|igjen|på ny) (?<slot>[0-9a-f]{10})$/iu

const REMINDER = /[,.]?\s+(?:og |med |og med )?påminn(?:else|ing)(?:en|a)?\s+(?<rule>.+)$/iu
const DECISIONS = /[,.]?\s+(?:og |med |og med )?vedtak(?:ene|a)?\s+(?:etterpå|etter møtet|etterpå møtet)/iu
const APPROVAL = /[,.]?\s+(?:(?:men |og )?(?:først )?etter godkjenning|men spør først)/iu

const NYNORSK =
  /(?<!\p{L})(?:saklista|saklister|dagar|veke|veker|yrkedag|yrkedagar|førehandsvis|førehandsvising|innleiing|innleiinga|utset|morgon|måndag|tysdag|laurdag|sundag|timar|minuttar|syn|sjå|hald|ikkje|eg|ein|ei)(?!\p{L})/iu

/** @param locale what the channel says of the person; used where the words are the same in both */
export const commandLanguage = (text: string, locale: string | undefined): PostLanguage =>
  NYNORSK.test(text) || /^nn\b/i.test(locale ?? '') ? 'nn' : 'nb'

const trimmed = (committee: string | undefined): string | undefined => {
  const name = committee
    ?.replace(/^(?:(?:for|til|frå|fra) )/iu, '')
    .replace(/[\s,.]+$/, '')
    .trim()
  return name === '' ? undefined : name
}

function setUpOf(rest: string): ChatCommand {
  let text = rest
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(text)
    if (match) text = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
    return match
  }
  const needsApproval = take(APPROVAL) !== null
  const postsDecisions = take(DECISIONS) !== null
  const reminderText = take(REMINDER)?.groups?.['rule']
  const reminder = reminderText === undefined ? undefined : parseRule(reminderText)
  if (reminderText !== undefined && !reminder) return { is: 'rule-not-understood' }
  const words = text
    .replace(/(?<!\p{L})(?:her|i denne kanalen|i kanalen)(?!\p{L})/giu, ' ')
    .replace(/(?<!\p{L})møtet(?!\p{L})/giu, ' ')
    .split(/\s+/)
    .filter(Boolean)
  const wishes = { reminder, postsDecisions, needsApproval }
  // The longest end that is a rule; what stands before it names the committee.
  for (let at = 0; at < words.length; at++) {
    const rule = parseRule(words.slice(at).join(' ').replace(/^,\s*/, ''))
    if (!rule) continue
    const before = words.slice(0, at).join(' ')
    if (before !== '' && !/^(?:for|til|frå|fra) \S/iu.test(before)) return { is: 'rule-not-understood' }
    return { is: 'set-up', committee: trimmed(before), rule, ...wishes }
  }
  const all = words.join(' ').replace(/[.!]+$/, '')
  if (all === '') return { is: 'set-up', committee: undefined, rule: DEFAULT_RULE, ...wishes }
  // A name has no digits or times: what has is a rule that nobody understood.
  if (/^(?:for|til) \S/iu.test(all) && !/\d|(?<!\p{L})(?:kl|før|dag|dager|dagar)(?!\p{L})/iu.test(all))
    return { is: 'set-up', committee: trimmed(all), rule: DEFAULT_RULE, ...wishes }
  return { is: 'rule-not-understood' }
}

/** @returns undefined for anything that is no word about agenda posts: a question */
export function parseChatCommand(said: string): ChatCommand | undefined {
  const text = said.normalize('NFC').trim()
  const introduction = INTRODUCTION.exec(text)
  if (introduction) return { is: 'introduction', text: (introduction.groups?.['text'] ?? '').trim() }
  const words = text.replace(/[\s.!]+$/, '')
  const setUp = SET_UP.exec(words)
  if (setUp) return setUpOf(setUp.groups?.['rest'] ?? '')
  const again = POST_AGAIN.exec(words)
  if (again) return { is: 'post-again', slotId: (again.groups?.['slot'] ?? '').toLowerCase() }
  for (const [is, pattern] of [
    ['stop', STOP],
    ['pause', PAUSE],
    ['resume', RESUME],
  ] as const) {
    const match = pattern.exec(words)
    if (match) return { is, committee: trimmed(match.groups?.['committee']) }
  }
  if (PLAN.test(words)) return { is: 'plan' }
  if (APPROVE.test(words)) return { is: 'approve' }
  if (DROP.test(words)) return { is: 'drop' }
  if (PREVIEW.test(words)) return { is: 'preview' }
  const postpone = POSTPONE.exec(words)
  if (postpone) return { is: 'postpone', until: parseSaidTime(postpone.groups?.['until'] ?? '') }
  return undefined
}
