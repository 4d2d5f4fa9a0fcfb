/** What a label in minutes announces. Header labels describe the meeting; item labels a part of an agenda item. */
export type HeaderLabel =
  | 'committee'
  | 'date'
  | 'time'
  | 'place'
  | 'chair'
  | 'minuteTaker'
  | 'present'
  | 'absent'
  | 'substitutes'
  | 'othersPresent'
export type ItemLabel =
  | 'decision'
  | 'recommendation'
  | 'discussion'
  | 'caseReport'
  | 'impartiality'
  | 'proposal'
  | 'vote'
  | 'action'
  | 'attachments'
export type Label = HeaderLabel | ItemLabel | 'agenda'

export interface FoundLabel {
  readonly label: Label
  /** As printed, without the colon. */
  readonly printed: string
  /** What stands behind it on the same line; empty when it stands alone. */
  readonly rest: string
}

/** "i formannskapet 12.09.2024", "i møte den 12. september 2024", "- 061/24": where and when a body treated it. */
const TREATED_AT = String.raw`(?:\s+(?:i|av)\s+[\p{L}\s-]{3,60}?)?(?:\s*[-–]?\s*(?:den\s+)?\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}+)\s?\d{2,4})?`

const THERE = '(?:til stede|tilstede|til stades|tilstades)'
const MEMBERS = '(?:(?:medle(?:mmer|mmar|mer)|representant(?:er|ar)|deltak(?:ere|arar)|personer|personar)\\s)'
const THESE = '(?:(?:følgende|følgjande|faste|disse|desse)\\s)'
/** "Følgende faste medlemmer møtte", "Desse var til stades" */
const ATTENDEES = String.raw`(?:${THESE}+${MEMBERS}?(?:som\s)?|${MEMBERS}som\s)(?:møtte|deltok|var\s${THERE})`
/** "Følgende faste medlemmer hadde meldt forfall", "Medlemmer som ikke møtte" */
const ABSENTEES = String.raw`(?:${THESE}+${MEMBERS}?|${MEMBERS})(?:som\s)?(?:(?:(?:hadde|har|med|meldt|meldte|melde)\s){1,2}(?:forfall|frafall|fråfall|avbud|fravær|fråvær)|(?:ikke|ikkje)\s(?:møtte|deltok|var\s${THERE}))`

/** nb and nn spellings, as regular expressions over the whole label. Order matters: the first that fits wins. */
const SPELLINGS: readonly (readonly [Label, string])[] = [
  [
    'recommendation',
    String.raw`(?:\p{L}[\p{L}\s-]{2,60}\s)?(?:forslag|framlegg)\s+til\s+(?:vedtak|innstilling|tilråding|uttalelse)`,
  ],
  [
    'recommendation',
    String.raw`(?:\p{L}[\p{L}\s-]{2,40}(?:s|\s(?:si|sin|sitt|sine))\s)?(?:innstilling|innstillinga|tilråding|tilrådinga|tilrådning|anbefaling)(?:\s+(?:til|fra|frå)\s[\p{L}\s-]{2,40}|${TREATED_AT})?`,
  ],
  ['decision', String.raw`(?:\p{L}[\p{L}\s-]{1,50}s?\s)?vedtak${TREATED_AT}(?:\s*\([^()]{2,40}\))?`],
  [
    'decision',
    '\\p{L}+(?:rådets|utvalgets|utvalets|nemndas|styrets)\\s(?:uttalelse|uttale|fråsegn|høringsuttalelse)|konklusjon|beslutning|vedtatt|vedteke|endelig vedtak|endeleg vedtak|enstemmig vedtak|samrøystes vedtak',
  ],
  [
    'discussion',
    String.raw`(?:\p{L}[\p{L}\s-]{1,50}(?:s|-)\s)?(?:(?:saks)?behandling|drøfting|handsaming|diskusjon|saksprotokoll)${TREATED_AT}|møtebehandling`,
  ],
  ['impartiality', 'habilitet|habilitetsvurdering|ugildskap|inhabilitet'],
  ['vote', 'votering|avstemning|avstemming|røysting|votering over [\\p{L}\\s-]{3,60}|stemmegivning'],
  [
    'proposal',
    '(?:endrings|tilleggs|fellesforslag|oversendelses|alternativt\\s)?forslag|endringsframlegg|tilleggsframlegg',
  ],
  [
    'caseReport',
    'saksframlegg|saksfremlegg|saksframstilling|saksutredning|saksutgreiing|saksopplysninger|saksopplysningar|bakgrunn|bakgrunn for saken|vurdering|vurderinger|vurderingar|saksvurdering|saksvurderinger|sakvurderinger|sammendrag|samandrag|fakta',
  ],
  ['action', 'tiltak|aksjon|aksjoner|aksjonspunkter|aksjonspunkt|todo|oppfølging|oppfølgingspunkter|oppgåver'],
  ['attachments', 'vedlegg|trykte vedlegg|utrykte vedlegg'],
  [
    'agenda',
    'agenda|saksliste|sakliste|sakskart|dagsorden|saker|sakskart for møtet|saker til behandling|saker til handsaming',
  ],
  ['committee', 'utvalg|utval|råd|styre|organ|møteorgan|nemnd'],
  [
    'date',
    '(?:dato|dag)(?:\\s?(?:\\/|og)\\s?(?:tid|tidspunkt|klokkeslett))?|møtedato|møtedag|tid(?:\\s?\\/\\s?|\\sog\\s)(?:sted|stad)|når(?=\\s*:)',
  ],
  ['time', 'tid|tidspunkt|klokkeslett|klokka|møtetid|møtetidspunkt|tidsrom|(?:frå|fra)\\skl\\.?'],
  ['place', '(?:sted|stad)(?:\\s?\\/\\s?rom)?|møtested|møtestad|møterom|lokale|(?:hvor|kvar)(?=\\s*:)'],
  ['chair', 'møteleder|møteleiar|ordstyrer|ordstyrar|møteledelse|leder av møtet|møtet ble ledet av|møtet vart leia av'],
  [
    'minuteTaker',
    'referent|referenter|referentar|møtesekretær|sekretær|protokollfører|protokollførar|skrivar|ført i pennen av',
  ],
  [
    'substitutes',
    '(?:følgende |følgjande )?(?:faste )?vara(?:medlem(?:mer|mar|er)?|representant(?:er|ar)?)?(?: som)? møtte|varamedlemmer som møtte|varamedlemmar som møtte|varamedlemer som møtte|varamedlemer|varamedlemmer|varamedlemmar|vararepresentanter|vararepresentanter som møtte|møtende varamedlemmer|møtande varamedlemmer|møtande varamedlemer|møtte varamedlemmer|møtende vara|møtande vara|møtte vara|vararepresentant|varamedlem|vara|varaer|møtt varamedlem|møtt vara',
  ],
  [
    'absent',
    String.raw`(?:meldt\s)?(?:forfall|avbud|frafall|fråfall|fravær|fråvær)|(?:ikke|ikkje)\s(?:til stede|til stades|tilstede|møtt|møtte)|fråverande|fraværende|${ABSENTEES}`,
  ],
  [
    'othersPresent',
    'sekretariat|sekretariatet|andre|andre til stede|andre til stades|andre deltakere|andre som møtte|også til stede|i tillegg møtte|også møtte|administrasjonen|(?:følgende |følgjande )?(?:fra|frå) (?:sekretariatet|revisjonen|selskapet|administrasjonen)(?: (?:møtte|deltok))?|av øvrige møtte|øvrige|øvrige møtte|dessuten møtte|dessutan møtte|ellers møtte|elles møtte|andre møtende|observatører|observatørar|gjester|gjestar',
  ],
  [
    'present',
    String.raw`arbeids(?:giver|gjevar|taker|takar)\p{L}*(?: side)?(?: sine)? (?:representant(?:er|ar)?|medlem(?:mer|mar|er))|(?:(?:faste )?medle(?:mmer|mmar|mer) )?${THERE}(?: (?:(?:fra|frå|i|på|via) \p{L}+|fysisk|digitalt))?|(?:faste |møtende |møtande )?medle(?:mmer|mmar|mer)|(?:fram|frem)møtte(?: medle(?:mmer|mmar|mer))?|deltak(?:ere|arar)|deltagere|delta(?:ker|kar|ger)liste|deltakelse|deltaking|møtte|(?:hvem|kven)(?=\s*:)|${ATTENDEES}`,
  ],
]

const PATTERNS = SPELLINGS.map(([label, spelling]) => ({
  label,
  alone: new RegExp(`^(${spelling})\\s*[:.]?$`, 'iu'),
  withColon: new RegExp(`^(${spelling})\\s*:\\s*(\\S.*)$`, 'isu'),
}))

/**
 * A table cell or a line of poor text holds "Label value" without a colon. Only these labels are safe to read so:
 * "Leder …" or "Vedtak …" also begin sentences.
 */
const WITHOUT_COLON: readonly (readonly [HeaderLabel, RegExp])[] = [
  ['date', /^(Møtedato|Dato)\s+((?:\p{L}+dag\s+)?\d{1,2}[. ].{3,40})$/su],
  ['time', /^(Tidspunkt|Møtetid|Tid)\s+((?:kl\.?\s*)?\d{1,2}.{0,40})$/su],
  ['place', /^(Møtested|Møtestad|Sted|Stad)\s+(\p{Lu}.{0,100})$/su],
  ['present', /^(Til stede|Tilstede|Til stades|Frammøtte|Fremmøtte|Deltakere|Deltakarar)\s+(\p{Lu}[^:]*,.*)$/su],
  ['absent', /^(Forfall|Fravær|Fråvær)\s+(\p{Lu}\p{L}.*)$/su],
  ['minuteTaker', /^(Referent|Møtesekretær)\s+(\p{Lu}\p{L}.{0,80})$/su],
  ['othersPresent', /^(Fr[aå] administrasjonen (?:møtte|deltok))\s+([\p{L}\s]{0,40}\p{Lu}.{3,400})$/su],
  ['chair', /^(Møteleder|Møteleiar|Ordstyrer)\s+(\p{Lu}\p{L}.{0,80})$/su],
]

/** @param text a line or paragraph; emphasis marks of Markdown around the label are ignored */
export function labelOf(text: string): FoundLabel | undefined {
  const line = text
    .replace(/^[*_#\s]+/, '')
    .replace(/^([^:*_]{2,80})(?:[*_]+(:?)[*_]*|(:)[*_]+)\s*/u, '$1$2$3 ')
    .trim()
  // A wrapped line may be one small word: "… en ny / vurdering."
  const isCapitalised = /^\p{Lu}/u.test(line)
  for (const { label, alone, withColon } of PATTERNS) {
    const found = withColon.exec(line) ?? (isCapitalised ? alone.exec(line) : null)
    if (found?.[1]) return { label, printed: found[1], rest: found[2]?.trim() ?? '' }
  }
  for (const [label, pattern] of WITHOUT_COLON) {
    const found = pattern.exec(line)
    if (found?.[1] && found[2]) return { label, printed: found[1], rest: found[2].trim() }
  }
  return undefined
}

const HEADER_LABELS: ReadonlySet<Label> = new Set<Label>([
  'committee',
  'date',
  'time',
  'place',
  'chair',
  'minuteTaker',
  'present',
  'absent',
  'substitutes',
  'othersPresent',
])

export const isHeaderLabel = (label: Label): label is HeaderLabel => HEADER_LABELS.has(label)
