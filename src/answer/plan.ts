import { type FoundCaseNumber, findCaseNumbers } from '../domain/case-number.ts'
import type { Language } from '../domain/document.ts'
import { type LocalDate, localDate } from '../domain/ids.ts'
import type { ItemStatus } from '../domain/meeting.ts'
import { findDates, yearsIn } from '../norwegian/dates.ts'
import { fold } from '../norwegian/fold.ts'
import { detectLanguage } from '../norwegian/language.ts'
import { viewAsked } from './acts.ts'
import { asksWhatItIs } from './asks-what-it-is.ts'
import { asksReason } from './cause-and-effect.ts'
import { countAskedIn } from './enumeration.ts'
import { questionItself } from './question-itself.ts'
import { splitQuestion } from './split-question.ts'
import { topicOf } from './topic.ts'

/** What an answer must be. 'passage' is every question that asks for none of the others. */
export type QuestionKind =
  | 'vote'
  | 'proposal'
  | 'history'
  | 'follow-up'
  | 'decision'
  | 'attendance'
  | 'meeting-fact'
  | 'agenda'
  | 'passage'
  | 'help'
export type AttendanceAspect = 'present' | 'absent' | 'substitute' | 'leave'
export type MeetingFact = 'date' | 'time' | 'place' | 'minuteTaker' | 'chair' | 'nextMeeting' | 'documentDate'
/** What stands in a sentence that can answer: "hvor mange" wants a number, "når" a date. */
export type Wanted =
  | 'distance'
  | 'person'
  | 'dates'
  | 'months'
  | 'name'
  | 'municipality'
  | 'number'
  | 'amount'
  | 'percent'
  | 'date'
  | 'list'
  | 'any'

/** Which meetings a question means, as far as it says so. */
export interface MeetingHint {
  readonly dates: readonly LocalDate[]
  /** "november 2024" */
  readonly months: readonly { readonly year: number; readonly month: number }[]
  readonly years: readonly number[]
  readonly relative: 'latest' | 'next' | undefined
}

/** What became of a matter, where a question says it: "møtet der saken ble utsatt". */
export function statusIn(question: string): ItemStatus | undefined {
  const text = fold(question)
  if (/(?<!\p{L})(?:utsatt|utsett|utsatte|utsette\p{L}*|postponed|deferred)(?!\p{L})/u.test(text)) return 'postponed'
  if (/(?<!\p{L})(?:sendt|sende|sent)\s+(?:tilbake|attende|back)(?!\p{L})/u.test(text)) return 'sent-back'
  return undefined
}

export interface Plan {
  readonly kind: QuestionKind
  /** The answer's language. */
  readonly language: Language
  /** The question's language: the same, unless another was asked for. */
  readonly askedIn: Language
  readonly question: string
  readonly caseNumbers: readonly FoundCaseNumber[]
  readonly meeting: MeetingHint
  readonly attendance: AttendanceAspect
  /** "hvor mange" rather than "hvem". */
  readonly isCount: boolean
  /** "var Kari Nes til stede?" */
  readonly isYesNo: boolean
  readonly facts: readonly MeetingFact[]
  readonly wanted: Wanted
  /** To be answered in few words: without those that only lead to the quote, or follow it. */
  readonly isBrief?: boolean
}

const DECISION =
  /(?<!\p{L})(?:vedta\p{L}*|vedtok\p{L}*|vedte\p{L}*|bestem\p{L}*|bestemt\p{L}*|beslut\p{L}*|avgj(?:ort|øre|orde|jorde)\p{L}*|utfall\p{L}*|konklu\p{L}*|godkj\p{L}*|decid\p{L}*|decision\p{L}*|resol(?:ved|ution)\p{L}*|adopt(?:s|ed)?|approved|outcome|enige? om|samde? om|agreed? (?:on|to|about)|utsatt|utsett|utsatte|avslått|postponed|hva ble det til|kva vart det til|hva skjedde med sak\p{L}*|gjorde\s+\p{L}+(?:\s+\p{L}+)?\s+med\s+sak\p{L}*)(?!\p{L})/u
const ASKS_DECISION =
  /(?<!\p{L})(?:hva|kva|ka|what|hvordan|korleis|how)\b.{0,40}(?<!\p{L})(?:vedt|bestem|beslut|avgj|utfall|konklu|decid|decision|resol|outcome|adopt|approv|ble det til|vart det til)|(?<!\p{L})(?:vedtaket|vedtaka|vedtakene|beslutningen|avgjerda|the decision)\b|(?<!\p{L})(?:gjeldende|gjeldande|siste)\s+vedtak|(?<!\p{L})(?:gjeldende|gjeldande|currently)\b|(?<!\p{L})(?:hva|kva)\s+(?:gjorde|skjedde)\b.{0,60}\bsak\p{L}*|^(?:hva|kva)\s+gjorde\s+(?:\p{L}+\s+)?\p{L}*(?:rådet|utvalget|utvalet|styret|skapet|nemnda|tinget)\s+(?:\p{L}+\s+){0,3}?med(?!\p{L})|(?<!\p{L})(?:resultatet|utfallet|enden)\s+(?:av|på)\b|(?<!\p{L})(?:hva|kva)\s+(?:gjelder|gjeld)\s+(?:nå|no)(?!\p{L})|^(?:hva|kva|what)\s+(?:ble|vart|blei|har|er|did|was|were|have)\s(?:\p{L}+\s){0,4}(?:enige?\s+om|samde?\s+om|agree[ds]?\s+(?:on|to|about))|(?<!\p{L})(?:hva|kva)\s+(?:ble|vart|blei|var)\s+(?:resultatet|utfallet|enden)(?!\p{L})|^what\s+was\s+the\s+(?:result|outcome)(?!\p{L})/u
export const PRESENT =
  /(?<!\p{L})(?:med på|til stede|satt for|sat for|tok del|tok imot|took part|var på|kom på|kom til|tilstede|til stades|tilstades|møtte|deltok|deltakar\p{L}*|deltaker\p{L}*|deltager\p{L}*|(?<!personl[ei]g )oppmøte\p{L}*|frammøte\p{L}*|fremmøte\p{L}*|present|attend\p{L}*|participants?)(?!\p{L})/u
/** "Var Kari Nes på møtet?", "Who was at the board meeting?" */
const WAS_AT =
  /^(?:(?:hvem|kven|who|(?:hvor mange|kor mange|how many)(?:\s\p{L}+)?)\s+)?(?:var|er|var det|was|were|did)(?!\p{L}).{1,60}(?<!\p{L})(?:på|i|at|on|attend)\s+(?:the\s+)?(?:[\p{L}-]+\s+){0,4}(?:\p{L}+-?)?(?:møte|meeting)/u
export const ABSENT =
  /(?<!\p{L})(?:(?:ikke|ikkje) møtt\p{L}*|(?:møtte|deltok) (?:ikke|ikkje)|kom (?:ikke|ikkje) (?:på|til) \p{L}*møte|did not attend|didn't attend|not present|ikke med|ikkje med|meldt av|avbud|forfall|frafall|fravær|fråvær|fraværende|fråverande|ikke til stede|ikkje til stades|uteble\p{L}*|(?:^|(?:hvem|kven|hvor mange|kor mange)\s(?:\p{L}+\s)?)mangl(?:et|a|te)|mangl(?:et|a|te)\s(?:på|frå|fra)|borte fra|missed|absent|absence|apologies|missing from)(?!\p{L})/u
/** "hvem møtte for Kari Nes?" */
const SUBSTITUTE =
  /(?<!\p{L})(?:møtte|stilte|kom|came|met|sat)\s(?:i stedet|i staden|isteden|instead)(?!\p{L})|(?<!\p{L})møtte\s(?:\p{L}+\s){1,4}for[\s?]*$|(?<!\p{L})(?:vara(?:medlem)?|møtte|stilte|stedfortreder|substitut\p{L}*|stood in|filled in|deputi[sz]ed)\s+for\b|(?<!\p{L})(?:plassen|stedet|staden|i stedet|place)\s+(?:til|for|of)\s+\p{L}/u
/** Those who stand in for members. Who is elected as one is a decision. */
export const VARA =
  /(?<!\p{L})(?:vara|varaer|varaar|varafolk|varamedlem\p{L}*|vararepresentant\p{L}*|substitutes?|stand-ins?|deput(?:y|ies))(?!\p{L})(?! mayor)/u
const ELECTS = /(?<!\p{L})(?:valgt?|vald|valde|oppnevn\p{L}*|elected|appointed)(?!\p{L})/u
/** Who came late, or left before the end. */
const LEAVE =
  /(?<!\p{L})(?:permisjon\p{L}*|forlot|(?:gikk|gjekk) (?:fra|frå|før)|fratrådte|fråtredde|kom (?:for )?(?:sent|seint)|(?:leave of|left early|left the|came late|arrived late))(?!\p{L})/u
/** "Hvem sitter i formannskapet?": as of the newest list. */
const SITS_IN =
  /(?<!\p{L})(?:sitter|sitt|sit|sits)\s+(?:i|på|on|in)(?!\p{L})|(?:medlem(?:mer|mene|mar|er|mane|ene)?|members?)\s+(?:i|av|of|in)(?!\p{L})|(?<!\p{L})(?:representerer|represents)(?!\p{L})|^(?:hvem|kven|who)\s(?:leder|leiar|chairs|(?:er|is)\s(?:the\s)?(?:møte)?(?:leder|leiar|chair))(?!\p{L})/u
/** "Hvilke partier var representert?" */
export const ASKS_WHOSE =
  /(?<!\p{L})(?:hvilke|kva for|kva|which|what)\s+(?:\p{L}+\s+)?(?:parti|partier|kommuner|kommunar|parties|municipalities|organi[sz]a\p{L}+)(?!\p{L})/u
const BODY_WORD =
  /(?<!\p{L})\p{L}*(?:råd(?:et)?|styret?|utval(?:g|get|et)?|(?:formann|representant)skap(?:et)?|nemnd(?:a)?|grupp[ae]n?|forum(?:et)?|council|board|committee|group)(?!\p{L})/u
const REPRESENTED = /\brepresenter\p{L}*|\brepresented\b/u
export const MINUTE_TAKER =
  /(?<!\p{L})(?:referent\p{L}*|møtesekretær\p{L}*|(?:skrev|skreiv|førte|førde|tok)\s+(?:referat\p{L}*|protokoll\p{L}*|møtebok\p{L}*)|ført i pennen|took (?:the )?minutes|minute[- ]taker|wrote the minutes|kept the minutes)/u
/** The notice or the minutes themselves, and the day they bear. */
export const NOTICE = /(?<!\p{L})(?:\p{L}*innkalling\p{L}*|notice|summons|invitation)(?!\p{L})/u
const MINUTES = /(?<!\p{L})(?:\p{L}*referat(?:et)?|\p{L}*protokoll(?:en)?|møtebok[ae]?|minutes)(?!\p{L})/u
const BEARS_DATE =
  /(?<!\p{L})(?:skreve[tn]?|skriven|datert|dagsett|underskreve[tn]|underskriven|signert|utsendt|sendt ut|send ut|written|dated|signed|sent out)(?!\p{L})/u
const IS_DUE = /(?<!\p{L})(?:skal|skulle|må|måtte|bør|burde|senest|seinast|frist\p{L}*|must|should|deadline)(?!\p{L})/u
export const CHAIR =
  /(?<!\p{L})(?:møteleder\p{L}*|møteleiar\p{L}*|ordstyrer\p{L}*|(?:ledet|leda|ledde|leia|leidde|leder|leiar)\s+(?:\p{L}+\s+(?=formannskap|råd|styre|utval))?(?:\p{L}*møtet|møte\b|formannskap\p{L}*|\p{L}*(?:gruppa|gruppen|utvalget|utvalet|rådet|styret|forumet)(?!\p{L}))|chaired|who chairs|chair of the meeting|who (?:led|chaired))/u
const MEETING_WORD = /(?:møte\p{L}*|meeting|meet\b|samling\p{L}*)/u
const AGENDA =
  /(?<!\p{L})(?:sakslist\p{L}*|saklist\p{L}*|sakskart\p{L}*|dagsorden\p{L}*|agenda\p{L}*)|(?<!\p{L})(?:hvilke|kva for|kva|hva for|hvor mange|kor mange|which|what|how many|list)\b[\p{L}\s]{0,25}(?<!\p{L})(?:saker|sakene|sakar|sakene|items|matters|cases)\b.{0,40}(?<!\p{L})(?:behandl\p{L}*|oppe|tatt opp|teke opp|møte\p{L}*|meeting|discussed|dealt|considered)/u
/** "Ble sakslista godkjent?" */
const WAS_APPROVED =
  /^(?:ble|vart|blei|er|var|was|were|has)(?!\p{L}).*(?<!\p{L})(?:godkjen[tn]\p{L}*|approved|adopted)(?!\p{L})/u
/** "Hvilke saker fikk rådet orientering om?" asks of what was told, not of the list. */
const TOLD_OF = /(?<!\p{L})(?:orientering\p{L}*\s+om|orientert|informert|briefed|informed)(?!\p{L})/u
const VOTE =
  /(?<!\p{L})(?:gikk (?:i)?mot|gjekk (?:i)?mot|gikk inn for|gjekk inn for|stemt|stemte|stemme[nr]?|stemmene|røysta|røyste|røystene|røyster|røystetal\p{L}*|stemmetall\p{L}*|votering\p{L}*|avstemning\p{L}*|stemmegivning\p{L}*|voted|votes?|enstemmig|einstemmig|samrøystes|unanimous\p{L}*)(?!\p{L})/u
/** "Ble tilleggsforslaget vedtatt?" asks for what became of a proposal. */
const PROPOSAL_FATE =
  /(?<!\p{L})(?:ble|vart|blei|was|fikk|fekk)\b.{0,60}(?:forslag|framlegg|proposal|motion|amendment)\p{L}*.{0,80}(?<!\p{L})(?:vedtatt|vedteke|vedteken|avvist|nedstemt|flertall|fleirtal|adopted|carried|rejected)(?!\p{L})/u
/** "Gikk forslaget fra SV gjennom?", "Falt framlegget?" */
const PROPOSAL_THROUGH =
  /(?<!\p{L})(?:(?:gikk|gjekk|kom)(?!\p{L}).{0,40}(?:forslag|framlegg)\p{L}*.{0,80}(?<!\p{L})(?:gjennom|igjennom|i\s?gjennom)|(?:did|was).{0,40}(?:proposal|motion|amendment).{0,60}(?<!\p{L})(?:pass|through|fall|fail)|^(?:falt|fall)\s.{0,30}(?:forslag|framlegg))\p{L}*/u
/** Who proposed, what was proposed, which proposal fell. */
const PROPOSAL =
  /(?<!\p{L})(?:hvem|kven|who|hvilke[nt]?|kva for|kva|hva|which|what|hvordan|korleis|how)\b.{0,60}(?<!\p{L})(?:\p{L}*forslag\p{L}*|\p{L}*framlegg(?:et|a)?|foreslo\p{L}*|foreslått|proposals?|proposed|motions?|amendments?)(?!\p{L})/u
/** "Kven ville ha lågare sats, og fekk han fleirtal?" */
const GOT_MAJORITY = /(?<!\p{L})(?:fikk|fekk|got|win|won)\b.{0,30}(?:flertall|fleirtal|majority)/u
const WITHDREW =
  /(?<!\p{L})(?:trakk|trekte|trukket|trekt|withdrew|withdrawn)(?!\p{L}).{0,50}(?:forslag|framlegg|proposal|motion)/u
/** "Hva ble stemmetallet da …?", "Det ble 4 mot 4 om …": the counting is asked for, not what was decided. */
const VOTE_COUNT =
  /(?<!\p{L})(?:stemmetall|røystetal)\p{L}*|(?<!\p{L})(?:hvor|kor|how)\s(?:mange|many)\s(?:stemmer|røyster|votes)(?!\p{L})|(?<!\d)\d{1,2}\s(?:mot|against)\s\d{1,2}(?!\d)/u
const UNANIMOUS = /(?<!\p{L})(?:enstemmig\p{L}*|einstemmig\p{L}*|samrøystes|unanimous\p{L}*)(?!\p{L})/u
/** "stemmer det?" asks whether it is right. */
/** "Did Kari Nes support the proposal?", "Who supported the proposal from Kari Nes?" */
const SUPPORTED =
  /^(?:did|støttet|støtta|var|stemte|røysta|gikk|gjekk|hvem|kven|who)(?!\p{L}).{0,60}(?<!\p{L})(?:support\p{L}*|back\p{L}*|oppose\p{L}*|støtt\p{L}*|imot|for)(?!\p{L}).{0,60}(?:proposal|motion|forslag|framlegg)/u
/** "Hvem i styret var imot elbiler?" */
const WAS_AGAINST =
  /^(?:hvem|kven|who|hvilke|kva for|which)(?!\p{L})(?:\s\p{L}+){0,7}?\s(?:(?:var|er|was|were|sa seg|sa)\s(?:i?mot|against|opposed)|opposed|motsatte\s+seg|gikk\s+imot)(?!\p{L})/u
const IS_RIGHT =
  /(?<!\p{L})(?:kan|skal)\s(?:\p{L}+\s){1,3}stemme(?!\p{L})|^(?:og\s|men\s)?stemmer\s+(?!for|mot|imot)|\bstemmer\s+(?:det|dette|tall|sum|ikke|overens|med)(?!\p{L})/u
const HISTORY =
  /(?<!\p{L})(?:hva|kva|what)\s+(?:har\s+skjedd|har\s+hendt|skjedde|hende|has happened|happened)\s+(?:med|with|to)(?!\p{L})|(?<!\p{L})(?:hvordan|korleis|how)\s+(?:har|did|has|gikk|gjekk)(?!\p{L}).{0,60}(?<!\p{L})(?:endr\p{L}*|utvikl\p{L}*|change\p{L}*|develop\p{L}*|saka|saken)(?!\p{L})|(?<!\p{L})(?:historikk\p{L}*|historien|historia|forløp\p{L}*)(?!\p{L})|\butsatt\b.{0,60}\bvedtatt|\bpostponed before\b|(?<!\p{L})(?:hvilken|kva for|hvilke|which)\s+(?:sak|saker|vedtak|item|decision)\p{L}*\s+(?:endret|endra|erstattet|opphevet|changed|replaced)/u
const FOLLOW_UP =
  /(?<!\p{L})(?:hva|kva|what)\s+(?:skulle|skal|was|is)\b.{0,60}(?<!\p{L})(?:legge fram|legge frem|gjøre|gjere|komme tilbake|levere|utarbeide|spørre|spørje|sjekke|undersøke|innhente|bestille|to do|to check|to ask|present|report)|(?<!\p{L})(?:hvem|kven|who)\s+(?:skulle|skal|was supposed|is supposed|had to)(?!\p{L})|(?<!\p{L})(?:lovet|lova|lovte|promised)(?!\p{L})|(?<!\p{L})(?:hva|kva)\s+(?:står|ligger)\s+(?:åpent|ope|igjen)|\boppfølging\p{L}*|(?<!\p{L})åpne\s+(?:oppgaver|tiltak|saker)|(?<!\p{L})(?:hvem|kven|who)\s+\p{L}+\s+(?:\p{L}+\s+){0,3}(?:ansvar\p{L}*|oppgav\p{L}*|oppgåv\p{L}*|jobben|responsib\p{L}*|task)(?!\p{L})|(?<!\p{L})(?:hva|kva|når|what|when)\s+(?:var|er|was|is)\s+(?:\p{L}+\s+)?(?:frist|deadline)\p{L}*|(?<!\p{L})(?:innen|innan|by)\s+(?:når|(?:hvilken|kva|what|which)\s+(?:dato|date|dag|day)|when)(?!\p{L})|(?<!\p{L})(?:aksjonspunkt\p{L}*|action (?:items?|points?))(?!\p{L})|(?<!\p{L})(?:hvilke|kva for|kva|hva|which|what)\s+(?:\p{L}+\s)?(?:oppgaver|oppgåver|tiltak|aksjoner|gjøremål|gjeremål|tasks|jobs|duties)\s+(?:har|hadde|fikk|fekk|skal|skulle|ligger|has|have|had|does|did|is|was|were)(?!\p{L})|(?<!\p{L})(?:hva|kva|what)\s+(?:har|hadde|fikk|fekk|has|did|does)\s.{2,40}(?:ansvar\p{L}*|responsib\p{L}*|(?:i|som)\s+oppg[aå]v\p{L}*|assigned)/u
const HELP =
  /^(?:hjelp|help|hva kan du(?: gjøre| svare på)?|kva kan du(?: gjere| svare på)?|what can you do|hei|hallo|hello|hi|god dag|takk)[\s?!.]*$/u
const COUNT = /(?<!\p{L})(?:hvor mange|kor mange|how many|antall|number of|talet på)(?!\p{L})/u
const YES_NO = /^(?:var|er|deltok|møtte|stemte|ble|vart|har|hadde|was|were|is|did|has|får|kan|skal)(?!\p{L})/u
const WHO_OR_HOW = /(?<!\p{L})(?:hvem|kven|who|whom)(?!\p{L})/u

/** What the minutes themselves say of the meeting after: "neste møte er 11. februar". */
export const NEXT_MEETING =
  /(?<!\p{L})(?:neste|next|nytt)\s+(?:\p{L}+\s+)?(?:[\p{L}-]*møte(?:t|dato|datoen)?|meeting|samling)(?!\p{L})|(?<!\p{L})(?:møtes|møtast|møte[rs]?|meet)\s+(?:igjen|att|next|again)(?!\p{L})/u
export const ASKS_WHEN =
  /(?<!\p{L})(?:når|kva tid|when|hvilken dato|kva dato|what date|which date|hvilken dag|kva dag)(?!\p{L})/u
const ASKS_TIME =
  /(?<!\p{L})fra når til når(?!\p{L})|(?<!\p{L})(?:når|lenge|kva tid)(?!\p{L}).*møte\p{L}*\b.{0,60}(?<!\p{L})til(?=\s*[,?]|$)|møte\p{L}*\b.{0,60}(?<!\p{L})(?:frå|fra) når.{0,12}(?<!\p{L})til(?=\s*[,?]|$)|(?<!\p{L})mellom hvilke klokkeslett|(?<!\p{L})(?:klokka|klokken|klokkeslett|(?:når|tid) på (?:dagen|døgnet)|what time|hva tid|hvor lenge varte|kor lenge varte|how long (?:did|was)|(?:begynte|starta|startet|sluttet|slutta|endte|varte|ferdige?)\b.{0,30}\bmøte\p{L}*|møte\p{L}*\b.{0,60}(?<!\p{L})(?:begynte|starta|startet|sluttet|slutta|ferdige?|over|start|end|finish\p{L}*))(?!\p{L})/u
const ASKS_PLACE =
  /(?<!\p{L})(?:hvor|kvar|where|hvilket sted|kva stad|(?:hvilket|kva|which|what)\s+(?:\p{L}*rom|room|lokale))\b(?!\s+(?:mange|mye|stor|stort|store|mykje|lenge|lang|høy|mykje|ofte|gammel|langt|dyrt?))/u
/** "Ble møtet holdt fysisk?" asks where, too. */
const ASKS_FORM =
  /(?<!\p{L})(?:fysisk|digitalt|på (?:nett|teams)|over (?:nett|teams)|in person|online|on teams)(?!\p{L})/u
/** "When was the meeting?" asks of the meeting; "when must the agreement be ready?" does not. */
const IS_OF_MEETING =
  /(?:var|er|ble|vart|blir|was|is|held|holdt|halde|skal|satt|sat|møttes|neste|next|siste|forrige|last)\b.{0,30}(?<![\p{L}])(?:\p{L}*møte(?:t|s|st|ne|r)?(?![\p{L}])|meetings?\b|meet\b)|(?:møtet|møtte|meeting)\b.{0,40}(?:holdt|halde|avholdt|held|sted|stad|place|fant)|when was it held|når ble det holdt|når var det|holdt\b.{0,40}\btil\b|(?<!\p{L})(?:satt|sat|møttes|møtte)\b.{0,40}(?:rådet|utvalg\p{L}*|utval\p{L}*|styret?|skap\p{L}*|gruppa|forum\p{L}*)|(?:hvilket|kva|which|what)\s+(?:\p{L}*rom|room|lokale)/u

/** "Hvilken dato behandlet formannskapet sak 10/2026?" */
const WAS_TREATED =
  /(?<!\p{L})(?:behandl\p{L}*|handsam\p{L}*|oppe|tatt opp|teke opp|considered|dealt with|discussed|treated)(?!\p{L})/u

function factsIn(text: string, hasDate: boolean, hasCase: boolean): MeetingFact[] {
  const facts: MeetingFact[] = []
  if (MINUTE_TAKER.test(text)) facts.push('minuteTaker')
  if (CHAIR.test(text)) facts.push('chair')
  const aboutMeeting = MEETING_WORD.test(text)
  const isOfMeeting = IS_OF_MEETING.test(text)
  if (ASKS_WHEN.test(text) && BEARS_DATE.test(text) && !IS_DUE.test(text) && (NOTICE.test(text) || MINUTES.test(text)))
    return [...facts, 'documentDate']
  if (hasDate && NEXT_MEETING.test(text) && ASKS_WHEN.test(text)) return [...facts, 'nextMeeting']
  if (
    ASKS_TIME.test(text) &&
    (aboutMeeting || (hasDate && /(?<!\p{L})(?:møttes|møtte|satt|sat|met)(?!\p{L})/u.test(text)))
  )
    facts.push('time')
  else if (ASKS_WHEN.test(text) && isOfMeeting && (aboutMeeting || /held|holdt/.test(text))) facts.push('date')
  else if (ASKS_WHEN.test(text) && hasCase && WAS_TREATED.test(text)) facts.push('date')
  const isPlaced = ASKS_PLACE.test(text) && (aboutMeeting || hasDate) && isOfMeeting
  if (isPlaced || (ASKS_FORM.test(text) && aboutMeeting && YES_NO.test(text))) facts.push('place')
  return facts
}

/** "når" asks at the head of a clause; elsewhere it is "as soon as". */
const ASKS_FOR_TIME =
  /(?:^|[,.?!:]\s*|(?<!\p{L})(?:og|and|men|but|fra|frå|from|til|siden|sidan|since|by)\s+)(?:når|when)(?!\p{L})(?![^?]*,\s*(?:hv|kv|kor|what|how|who))/u

/** "Hva skal Nordvik betale …?" */
const WHAT_IS_PAID =
  /^(?:hva|kva|what)\s+(?:(?:skal|skulle|må|måtte|vil|ville|does|did|will|would|should|must)\s+(?:\p{L}+\s+){1,4}?)?(?:betale[rt]?|betalte|betalar|betala|pay|paid)(?!\p{L})/u

const LISTS =
  /(?<!\p{L})(?:hvilke|kva for|which|list|nevn|what (?:are|were|\p{L}{3,}(?<![sui])s (?:are|were|have|did|do|will|would|must|should))|(?:hva|kva) (?:er|var) (?:de|dei)|(?:hva|kva) (?:er|var|ble|vart|blir) (?:\p{L}+ )?\p{L}{3,}(?:ene|ane)|reasons)(?!\p{L})/u
/** "Hvor mye av økningen skyldes lønn?", "Hvem forklarte årsaken?": a reason is told of, and something else is asked. */
const ASKS_BESIDE_REASON =
  /^(?:hvem|kven|who|når|when|hvor|kor|where)(?!\p{L})|(?<!\p{L})(?:hvor|kor|how)\s(?:mye|mykje|mange|stor\p{L}*|much|many|large)(?!\p{L})/u

/** A reason is told in words: "hvorfor er fraværet høyt" wants no percentage. */
const wantedOfReason = (text: string): Wanted => (LISTS.test(text) ? 'list' : 'any')
/** "Samlet budsjett Nordvik 2026?": in a chat the thing and the year are a question. */
const ASKING_WORD =
  /(?<!\p{L})(?:hv\p{L}+|kv\p{L}+|kor\p{L}*|ka|når|what|which|who\p{L}*|when|where|why|how|er|var|ble|vart|blei|har|hadde|kan|skal|fikk|fekk|is|was|did|does|list|nevn)(?!\p{L})/u
const MONEY_THING =
  /(?<!\p{L})\p{L}*(?:budsjett|ramme|låneopptak|gebyr|avgift|kostnad|utgift|tilskudd|tilskot|overskudd|overskot|underskudd|underskot|forbruk|budget|fee|costs?|loan)(?:et|a|en|er|ene)?(?!\p{L})/u

function wantedIn(text: string): Wanted {
  if (!ASKING_WORD.test(text) && MONEY_THING.test(text)) return 'amount'
  if (/(?<!\p{L})(?:hvilke|kva for|kva|which|what)\s+(?:datoer|datoar|dager|dagar|dates|days)(?!\p{L})/u.test(text))
    return 'dates'
  if (/(?<!\p{L})(?:hvilke|kva for|kva|which|what)\s+(?:måneder|månader|månedene|months)(?!\p{L})/u.test(text))
    return 'months'
  if (/(?<!\p{L})(?:i|in)\s+(?:kroner|kr|NOK)(?!\p{L})/iu.test(text)) return 'amount'
  if (
    /(?<!\p{L})(?:(?:hvor (?:mye|stor|høy)|kor (?:mykje|stor|høg)|how much|how high)\s\p{L}*(?:(?:lønns|løns|pris)vekst|rente|inflasjon|(?:wage|price) growth|inflation|interest)|prosent|prosentandel|andel|how large a share|per cent|percent|percentage|share|what share|hvor stor del|kor stor del|sykefravær\p{L}*|sjukefråvær\p{L}*)(?!\p{L})/u.test(
      text,
    )
  )
    return 'percent'
  if (
    /^(?:hva|kva|what)\s+(?:er|var|is|was)\s+(?:\p{L}+\s+)?(?:\p{L}*budsjett\p{L}*|\p{L}*ramm[ae]n?|\p{L}*avgift\p{L}*|\p{L}*gebyr\p{L}*|\p{L}*pris\p{L}*|\p{L}*kostnad\p{L}*|\p{L}*sats\p{L}*|overskudd\p{L}*|underskudd\p{L}*|\p{L}*forbruket?|budget|fee|price|cost)(?!\p{L})/u.test(
      text,
    )
  )
    return 'amount'
  if (
    /(?<!\p{L})(?:hvor mye|kor mykje|how much|^hva tjener|^kva tener|hva kost\p{L}*|kva kost\p{L}*|(?:hva|kva)\s+(?:ble|vart|blir|er)\b.{0,60}(?:solgt|seld|kjøpt|leid|leigd)\s+for|what\b.{0,60}\bcosts?|(?:sold|bought) for|(?:hva|kva|what)\s+(?:er|var|ble|vart|blir|is|was)\s+(?:det\s+)?(?:satt av|sett av|avsatt|bevilget|løyvd|budsjettert|set aside|allocated)|hvor mange kroner|kor mange kroner|beløp\p{L}*|(?:hvor|kor)\s+(?:stor|høy|høg)\p{L}*\s+(?:\p{L}+\s+){0,3}\p{L}*(?:gebyr|avgift|bot|pris|lønn|husleie|tilskudd|tilskot|støtte|budsjett|ramme|beløp|kutt|forbruk|overskudd|overskot|underskudd|underskot|regning|faktura|lån|gjeld|fond)\p{L}*|hvor dyrt?|how (?:large|big|high|expensive) (?:is|was|were|are) the (?:\p{L}+[ -]){0,3}(?:budget|deficit|surplus|fee|cost|price|grant|loan|cut|frame)\p{L}*)(?!\p{L})/u.test(
      text,
    )
  )
    return 'amount'
  if (WHAT_IS_PAID.test(text)) return 'amount'
  if (/(?<!\p{L})(?:hvor langt|kor langt|how far)(?!\p{L})/u.test(text)) return 'distance'
  if (
    COUNT.test(text) ||
    /(?<!\p{L})(?:hvor stor\p{L}*|kor stor\p{L}*|hvor høy\p{L}*|hvor lang\p{L}*|kor lang\p{L}*|hvor fort|kor fort|hvor raskt|kor raskt|how fast|how quickly|hvor gam(?:mel|le)\p{L}*|kor gam(?:al|mal|le)\p{L}*|how old|how large|how big|how long|how high)(?!\p{L})/u.test(
      text,
    )
  )
    return 'number'
  if (
    ASKS_FOR_TIME.test(text) ||
    /(?<!\p{L})(?:kva tid|hvilken dato|kva dato|(?:hvilken|kva|which|what) (?:dag|day)|until when|fra hvilken dato|hvilke datoer|by when|which dates?|hvilket år|kva år|which year|what year|what date|frist\p{L}*|deadline)(?!\p{L})/u.test(
      text,
    )
  )
    return 'date'
  if (
    /(?<!\p{L})(?:hvilke[nt]?|kva|kva for|which|what)\s+(?:kommuner?|kommunar|municipalit\p{L}*)(?!\p{L})/u.test(text)
  )
    return 'municipality'
  if (
    /^(?:hva|kva)\s+(?:heter|het|heiter|heitte)\s+(?:\p{L}+[- ]+(?:og\s+)?)?\p{L}*(?:systemet|roboten|botten|boten|løsningen|løysinga|portalen|appen|firmaet|selskapet|prosjektet|ordningen|ordninga|skolen|skulen|veien|vegen|bygget|planen|avtalen)(?!\p{L})/u.test(
      text,
    )
  )
    return 'name'
  if (
    /(?<!\p{L})(?:hvilke[nt]?|kva|kva for eit|which|what)\s+(?:\p{L}+\s+)?(?:firma\p{L}*|selskap\p{L}*|entreprenør\p{L}*|arkitekt\p{L}*|bank\p{L}*|advokat\p{L}*|utbygger\p{L}*|byggherre\p{L}*|operatør\p{L}*|rådgiver\p{L}*|revisor\p{L}*|bedrift\p{L}*|leverandør\p{L}*|parti\p{L}*|compan\p{L}*|suppliers?|vendors?|contractors?|part(?:y|ies))(?!\p{L})/u.test(
      text,
    )
  )
    return 'name'
  if (
    /^(?:hvem|kven|who)(?!\p{L})|^(?:hva|kva)\s+(?:heter|het|heiter|heitte)\s+(?!(?:\p{L}+[- ]+(?:og\s+)?)?\p{L}*(?:systemet|roboten|botten|boten|løsningen|løysinga|portalen|appen|firmaet|selskapet|prosjektet|ordningen|ordninga|skolen|skulen|veien|vegen|bygget|planen|avtalen)(?!\p{L}))|name of the/u.test(
      text,
    )
  )
    return 'person'
  if (LISTS.test(text) || countAskedIn(text)) return 'list'
  return 'any'
}

/** "moved to October 2024": a month that something leads to or from is not the meeting's. */
const OF_ANOTHER =
  /(?<!\p{L})(?:til|to|fra|frå|from|innen|innan|by|before|før|until|siden|sidan|since)\s+(?:slutten av\s+|the end of\s+)?$/iu

function meetingHint(text: string, caseNumbers: readonly FoundCaseNumber[], todayYear: number): MeetingHint {
  const dates: LocalDate[] = []
  const months: { year: number; month: number }[] = []
  let rest = text
  for (const { start, end } of caseNumbers) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
  for (const found of findDates(rest)) {
    const { year, month, day } = found
    const date =
      year !== undefined && month !== undefined && day !== undefined ? localDate(year, month, day) : undefined
    if (date) dates.push(date)
    else if (
      year !== undefined &&
      month !== undefined &&
      !found.isVague &&
      !OF_ANOTHER.test(rest.slice(0, found.start))
    )
      months.push({ year, month })
    if (date) rest = rest.slice(0, found.start) + ' '.repeat(found.end - found.start) + rest.slice(found.end)
  }
  const years = yearsIn(rest)
  const folded = fold(text)
  if (/(?<!\p{L})(?:i fjor|last year|i fjor)(?!\p{L})/u.test(folded)) years.push(todayYear - 1)
  if (/(?<!\p{L})i forfjor(?!\p{L})/u.test(folded)) years.push(todayYear - 2)
  if (/(?<!\p{L})(?:i år|this year)(?!\p{L})/u.test(folded)) years.push(todayYear)
  const isStated = dates.length > 0 || months.length > 0
  const relative =
    !isStated && /(?<!\p{L})(?:neste|next|kommende|komande)\s+(?:\p{L}+\s+)?(?:møte|meeting|\p{L}*møte)/u.test(folded)
      ? 'next'
      : /(?<!\p{L})(?:siste|forrige|førre|sist|last|latest|previous)\s+(?:\p{L}+\s+)?(?:møte|meeting|\p{L}*møte)/u.test(
            folded,
          )
        ? 'latest'
        : !isStated && years.length === 0 && SITS_IN.test(folded) && BODY_WORD.test(folded)
          ? 'latest'
          : undefined
  return { dates, months, years: [...new Set(years)], relative }
}

/** "Hvor mye lavere er vedtaket enn forslaget?", "Er de enige om hvor mange …?": of two figures, not of a decision. */
const SETS_NUMBERS_AGAINST =
  /(?<!\p{L})(?:hvor|kor|how)\s+(?:mye|mykje|mange|stor\p{L}*|much|many)(?!\p{L}).*(?<!\p{L})(?:enn|than)(?!\p{L})|(?:enige?|einige?|samde|agree)\s+(?:om|on|about)\s+(?:hvor|kor|how)\s+(?:mye|mykje|mange|stor\p{L}*|much|many)(?!\p{L})/u

function kindOf(text: string, plan: { facts: readonly MeetingFact[]; isDated: boolean }): QuestionKind {
  if (HELP.test(text)) return 'help'
  if (SETS_NUMBERS_AGAINST.test(text) && !VOTE.test(text)) return 'passage'
  const isSickLeave = /sykefravær|sjukefråvær|sick/u.test(text)
  const asksPeople =
    WHO_OR_HOW.test(text) ||
    COUNT.test(text) ||
    YES_NO.test(text) ||
    (REPRESENTED.test(text) && ASKS_WHOSE.test(text)) ||
    /(?<!\p{L})(?:deltakere|deltakarar|deltakerne|participants|attendees|forfall)(?!\p{L})/u.test(text)
  if (
    plan.facts.some(
      (fact) => fact === 'minuteTaker' || fact === 'chair' || fact === 'nextMeeting' || fact === 'documentDate',
    )
  )
    return 'meeting-fact'
  const isPlaced = MEETING_WORD.test(text) || plan.isDated || BODY_WORD.test(text)
  const isLeave = LEAVE.test(text) && isPlaced
  if (isLeave && (asksPeople || ASKS_WHEN.test(text))) return 'attendance'
  const isAttendance =
    ABSENT.test(text) ||
    (PRESENT.test(text) && isPlaced) ||
    (REPRESENTED.test(text) && isPlaced) ||
    SUBSTITUTE.test(text) ||
    (VARA.test(text) && (isPlaced || PRESENT.test(text)) && !ELECTS.test(text)) ||
    (SITS_IN.test(text) && BODY_WORD.test(text)) ||
    WAS_AT.test(text) ||
    /(?<!\p{L})(?:til stede|tilstede|til stades|present)(?!\p{L})/u.test(text)
  if (!isSickLeave && asksPeople && isAttendance && !viewAsked(text)) return 'attendance'
  if (HISTORY.test(text)) return 'history'
  if ([PROPOSAL_FATE, PROPOSAL_THROUGH, GOT_MAJORITY, WITHDREW].some((pattern) => pattern.test(text))) return 'proposal'
  if (UNANIMOUS.test(text) || VOTE_COUNT.test(text)) return 'vote'
  if (SUPPORTED.test(text) || WAS_AGAINST.test(text)) return 'vote'
  if (VOTE.test(text) && !IS_RIGHT.test(text) && !ASKS_DECISION.test(text)) return 'vote'
  if (PROPOSAL.test(text)) return 'proposal'
  if (FOLLOW_UP.test(text)) return 'follow-up'
  if (AGENDA.test(text) && !ASKS_DECISION.test(text) && !TOLD_OF.test(text) && !WAS_APPROVED.test(text)) return 'agenda'
  if (ASKS_DECISION.test(text)) return 'decision'
  if (plan.facts.length > 0) return 'meeting-fact'
  if (DECISION.test(text)) return 'decision'
  return 'passage'
}

function aspectOf(text: string): AttendanceAspect {
  if (SUBSTITUTE.test(text)) return 'substitute'
  if (ABSENT.test(text)) return 'absent'
  if (LEAVE.test(text)) return 'leave'
  return VARA.test(text) ? 'substitute' : 'present'
}

/** It asks for no time. */
const WHEN_IT_COMES_TO = /(?<!\p{L})(?:når det gjelder|når det gjeld|with regard to|when it comes to)(?!\p{L})/gu

/** What a question asks for, from its words alone. A guess never narrows what is looked at; what is stated does. */
export function planQuestion(question: string, todayYear: number, language: Language = detectLanguage(question)): Plan {
  const text = fold(question).replace(WHEN_IT_COMES_TO, 'om')
  const caseNumbers = findCaseNumbers(question)
  const meeting = meetingHint(question, caseNumbers, todayYear)
  // Whoever states the meeting's date does not ask for it.
  const hasDate = meeting.dates.length > 0 || meeting.months.length > 0
  const facts = factsIn(text, hasDate, caseNumbers.length > 0).filter(
    (fact) => fact !== 'date' || meeting.dates.length === 0,
  )
  const kind = kindOf(text, { facts, isDated: hasDate })
  return {
    kind,
    language,
    askedIn: detectLanguage(question),
    question,
    caseNumbers,
    meeting,
    attendance: aspectOf(text),
    isCount: COUNT.test(text),
    isYesNo: YES_NO.test(text),
    facts,
    wanted: asksReason(question) && !ASKS_BESIDE_REASON.test(text) ? wantedOfReason(text) : wantedIn(text),
  }
}

/**
 * A sentence may ask twice ("Hvem ledet møtet, og hvem manglet?"): each question has a kind of its own, and what the
 * sentence states (meeting, matter) holds for both.
 */
export function plansOf(asked: string, todayYear: number, language?: Language): readonly [Plan, ...Plan[]] {
  const { context, question } = questionItself(asked)
  const plans = plansOfOne(question, todayYear, language)
  if (context === '') return plans
  const told = meetingHint(context, findCaseNumbers(context), todayYear)
  const withTold = (plan: Plan): Plan => (isStated(plan.meeting) ? plan : { ...plan, meeting: told })
  const [first, ...others] = plans
  return [withTold(first), ...others.map(withTold)]
}

/** The same question in other words: what it stated, it still states. */
export function replanned(plan: Plan, question: string): Plan {
  const { language, askedIn, caseNumbers, meeting, isBrief = false } = plan
  return { ...planQuestion(question, 0, askedIn), language, askedIn, caseNumbers, meeting, isBrief }
}

const isStated = ({ dates, months, years }: MeetingHint): boolean => dates.length + months.length + years.length > 0

/** A question with the matter of the one before it: "…, and what is it connected to (development chatbot Rakel)". */
function withMatter(part: string, before: string, language: Language): string {
  const telling = topicOf(before, { language }).filter(({ importance }) => importance === 1)
  return `${part.replace(/[?.\s]+$/u, '')} (${telling.map(({ text }) => text).join(' ')})?`
}

function plansOfOne(question: string, todayYear: number, language?: Language): readonly [Plan, ...Plan[]] {
  const whole = planQuestion(question, todayYear, language)
  const parts = splitQuestion(question)
  // "Når ble saken utsatt, og når ble den vedtatt?" is one question: how the matter went.
  if (!parts || whole.kind === 'history') return [whole]
  const planPart = (part: string, index: number): Plan => {
    const own = planQuestion(part, todayYear, whole.askedIn)
    const isWhole =
      !asksWhatItIs(part) &&
      topicOf(part, { language: whole.askedIn }).filter(({ importance }) => importance === 1).length <
        (index === 0 ? 1 : 2)
    // What is stated of the second is not stated of a first that tells its own matter.
    const isOwn = isStated(own.meeting) || (index === 0 && !isWhole)
    const meeting = isOwn ? own.meeting : { ...whole.meeting, relative: own.meeting.relative }
    return {
      ...own,
      language: whole.language,
      askedIn: whole.askedIn,
      caseNumbers: whole.caseNumbers,
      meeting,
      question: isWhole
        ? (index === 1 && own.kind === 'passage' && withMatter(part, parts[0], whole.askedIn)) || question
        : part,
    }
  }
  const first = planPart(parts[0], 0)
  // "Når på dagen og hvor ble møtet holdt?" is one question of two facts.
  if (first.kind === 'passage' && first.question === question && whole.facts.length > 1) return [whole]
  const isOfMeeting = OF_MEETING.has(first.kind)
  // "…, og når sluttet det?"
  const ofMeeting = isOfMeeting ? parts[1].replace(IT, whole.askedIn === 'en' ? 'the meeting' : 'møtet') : parts[1]
  // "Hvem ledet styret i Nordby, og hvem satt der for …?"
  const [body] = BODY_OF.exec(parts[0]) ?? []
  const meant = body ? ofMeeting.replace(THERE, whole.askedIn === 'en' ? `on ${body}` : `i ${body}`) : ofMeeting
  return [first, planPart(meant, 1)]
}

const OF_MEETING: ReadonlySet<QuestionKind> = new Set<QuestionKind>(['meeting-fact', 'attendance', 'agenda'])
const IT = /(?<!\p{L})(?:det|it|den)(?!\p{L})/u
const THERE = /(?<=\s)(?:der|there)(?!\p{L})/u
const BODY_OF =
  /(?<!\p{L})(?:the\s)?\p{L}*(?:styret?|råd(?:et)?|utval(?:g|get|et)|board|council|committee)(?!\p{L})(?:\s(?:i|for|til|of|in)\s\p{Lu}[\p{L}-]*)?/u
