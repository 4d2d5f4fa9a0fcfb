import type { LocalDate } from '../../domain/ids.ts'
import { type Due, findDue } from './follow-ups-due.ts'
import { isOwner, isWe } from './follow-ups-owners.ts'

export interface Promise {
  readonly who: string | undefined
  readonly what: string
  readonly due: Due | undefined
}

export interface SentenceContext {
  readonly from: LocalDate | undefined
  readonly nextMeeting: LocalDate | undefined
  /** A decision binds: what it says of somebody in the present tense is to be done. */
  readonly isDecision: boolean
  /** The deadline of the sentence before, which "da" points at. */
  readonly before: Due | undefined
  /** The meeting that the sentence before puts the matter off to: what is promised next is for it. */
  readonly putOffTo: Due | undefined
}

const FILLER = String.raw`(?:(?:da|så|derfor|også|òg|deretter|nå|no|selv|videre|vidare)\s+)?`
/** Present tense of what people promise to do. */
const DOES =
  '(?:legger|legg|kommer|kjem|kaller|kallar|lager|lagar|utarbeider|utarbeidar|innhenter|hentar|henter|undersøker|undersøkjer|avklarer|avklarar|følger|følgjer|sjekker|sjekkar|sender|kontakter|kontaktar|inviterer|skriver|skriv|vurderer|utreder|greier|kartlegger|kartlegg|oppdaterer|bestiller|tingar|presenterer|orienterer|informerer|tar|tek|ser|går|gjennomgår|gjer|gjør|setter|set|ordner|ordnar|rapporterer|melder|gir|gjev)'
/** With a deadline these are promised too; without one they tell how things are. */
const DOES_BY =
  '(?:svarer|svarar|leverer|utlyser|lyser|søker|søkjer|starter|startar|behandler|handsamar|forbereder|førebur|planlegger|planlegg|arrangerer|deler|publiserer|varsler|varslar|ferdigstiller|gjennomfører|fullfører|oversender|fremmer|fremjar|kjøper|bygger|installerer|tester|testar|bytter|byter)'
/** Of these a present tense is a promise without any deadline. */
const BINDING =
  /^(?:kaller|kallar)\s+inn(?!\p{L})|^(?:kommer|kjem)\s+(?:\p{L}+\s+)?(?:tilbake|attende)(?!\p{L})|^(?:legger|legg)\s+(?:[^.]{0,60}?\s)?(?:fram|frem)(?!\p{L})|^(?:følger|følgjer)\s+(?:[^.]{0,30}?\s)?opp(?!\p{L})|^(?:tar|tek)\s+kontakt(?!\p{L})|^(?:undersøker|undersøkjer|utarbeider|utarbeidar|innhenter|sjekker|sjekkar)(?!\p{L})/iu
const INFINITIVE =
  '(?:legges?|leggje|leggast|utarbeides?|utarbeidast|lages?|lagast|innhentes?|hentes?|undersøkes?|undersøkje|avklares?|avklarast|følges?|følgje|følgjast|sjekkes?|sendes?|sendast|kontaktes?|invitere|kalle|vurderes?|vurderast|utredes?|greie|kartlegges?|gjennomgås?|gjennomgåast|gjennomgås|se|sjå|orientere|informere|komme|kome|oppdateres?|skrive|ta|tas|takast|presenteres?|presenterast|rapportere|lyse|lyses|levere|leveres)'

const ASKED =
  /^(.{2,90}?)\s+(?:bes|bedes|(?:blir|ble|blei|vert|vart|er)\s+(?:også\s+)?(?:bedt|bede|beden|bedd|bedne))\s+(?:også\s+)?om\s+(?:å\s+)?(.+)$/su
const OFFICE = String.raw`(?:kommunedirektøren|kommunaldirektøren|rådmannen|administrasjonen|sekretariatet|daglig\sleder|dagleg\sleiar|arbeidsgruppa|arbeidsgruppen|prosjektgruppa|prosjektgruppen|prosjektlederen|prosjektleiaren|leder\s\p{Lu}[\p{L}-]+|lederen|leiaren|styret|ordføreren|ordføraren)`
const ASKS = new RegExp(
  String.raw`(?<!\p{L})(?:ber|bed)\s+(?:om\s+at\s+)?(${OFFICE})\s+(?:om\s+(?:å\s+)?)?(.+)$`,
  'isu',
)
const ACTIVE = new RegExp(String.raw`^(.{1,100}?)\s+(${DOES}\s.+)$`, 'su')
const ACTIVE_BY = new RegExp(String.raw`^(.{1,100}?)\s+(${DOES_BY}\s.+)$`, 'su')
/** "Saken sendes tilbake til styret, som legger den fram …" */
const RELATIVE = new RegExp(String.raw`\s(?:til|av)\s(${OFFICE}),?\ssom\s(${DOES}\s.+)$`, 'su')
/** "I neste møte legger daglig leder fram …" */
const INVERTED = new RegExp(
  String.raw`^.{2,80}?\s(${DOES})\s+(${OFFICE}|\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,3})\s+(.+)$`,
  'su',
)
const MODAL = new RegExp(String.raw`^(.{1,100}?)\s+(?:skal|vil|må)\s+${FILLER}(${INFINITIVE}(?!\p{L}).*)$`, 'su')
const PASSIVE =
  /(?<!\p{L})(?:legges|leggast|fremlegges|framlegges|presenteres|presenterast|følges|følgjast|tas|takast|behandles|handsamast|gjennomgås|sendes|sendast|lyses|utarbeides|utarbeidast|innhentes|avklares|avklarast|vurderes|kartlegges|(?:blir|vert|skal\s+bli)\s+(?:lagt|lagde|sendt|teke|teken|tekne|tatt|behandla|behandlet|handsama|utarbeid[ad]?|kontakta|kontaktet))(?!\p{L})/iu
/** The matter itself is put off: a tie between meetings, not a task. */
const PUT_OFF = /(?<!\p{L})(?:utsettes|utsettast|utsett|utsatt|avlyses|godkjennes|godkjennast)(?!\p{L})/iu
/** It already happened, or nobody promised it. */
const NOT_PROMISED =
  /(?<!\p{L})(?:kan|bør|burde|kunne|skulle|ønsker|ønskjer|ynskjer|håper|håpar)\s+(?:ikke\s+|ikkje\s+)?(?:\p{L}+\s+)?(?:legge|komme|kome|utarbeide|innhente|sende|presentere)|(?<!\p{L})til\s(?:orientering|etterretning|etterretting|vitende|vitande)(?!\p{L})/iu

const trimmed = (text: string): string => text.trim().replace(/[.:;]$/, '')

/** "Leder av rådet, Kari Nes," and "Prosjektleder Kari Nes": who acts, as printed; undefined for "Vi"; null when nobody can be meant. */
function actor(subject: string): string | undefined | null {
  const who = subject.trim().replace(/,$/, '')
  if (isWe(who)) return undefined
  return isOwner(who) ? who : null
}

/** Whether a sentence puts a matter off. */
export const putsOff = (sentence: string): boolean =>
  /(?<!\p{L})(?:utsettes|utsettast|utsetjast|utsett|utsatt)(?!\p{L})/iu.test(sentence)

/** A promise in a sentence of minutes; undefined for facts, history, wishes and rules. */
export function promiseIn(sentence: string, context: SentenceContext): Promise | undefined {
  if (/\?$/.test(sentence) || sentence.length > 1000 || /^neste møte/iu.test(sentence)) return undefined
  const own = findDue(sentence, context.from, context.nextMeeting)
  const due = own ?? (/(?<!\p{L})da(?!\p{L})/u.test(sentence) ? context.before : undefined)
  const asked = ASKED.exec(sentence)
  if (asked?.[1] && asked[2] && isOwner(asked[1])) return { who: asked[1].trim(), what: trimmed(asked[2]), due }
  const asks = ASKS.exec(sentence)
  if (asks?.[1] && asks[2]) return { who: asks[1], what: trimmed(asks[2]), due }
  if (PUT_OFF.test(sentence) || NOT_PROMISED.test(sentence)) return undefined
  const relative = due || context.isDecision ? RELATIVE.exec(sentence) : null
  if (relative?.[1] && relative[2]) return { who: relative[1], what: trimmed(relative[2]), due }
  const active = ACTIVE.exec(sentence) ?? (own ? ACTIVE_BY.exec(sentence) : null)
  const who = active?.[1] ? actor(active[1]) : null
  if (active?.[2] && who !== null) {
    const inMonth = due ?? findDue(sentence, context.from, context.nextMeeting, true) ?? context.putOffTo
    const isBinding = BINDING.test(active[2]) && who !== undefined
    if (due || isBinding || (context.isDecision && who !== undefined))
      return { who, what: trimmed(active[2]), due: inMonth }
  }
  const inverted = due && INVERTED.exec(sentence)
  if (inverted?.[2] && isOwner(inverted[2])) return { who: inverted[2], what: trimmed(sentence), due }
  const modal = MODAL.exec(sentence)
  if (modal?.[1] && modal[2] && (due || (context.isDecision && isOwner(modal[1])))) {
    const whose = actor(modal[1])
    if (whose) return { who: whose, what: trimmed(modal[2]), due }
    if (due) return { who: undefined, what: trimmed(sentence), due }
  }
  if (due && PASSIVE.test(sentence) && (due.isForNextMeeting || context.isDecision))
    return { who: undefined, what: trimmed(sentence), due }
  return undefined
}
