import { fold } from '../norwegian/fold.ts'
import { similar } from '../norwegian/similar.ts'
import { stemOf } from '../norwegian/stem.ts'
import { isStopWord } from '../norwegian/stop-words.ts'
import { tokens } from '../norwegian/tokens.ts'

/** Titles that every meeting has: two of them are no one matter. */
const FORMAL =
  /^(?:godkjenning|godkjenne|orientering|referatsak|referater|meldinger|meldingar|eventuelt|ymse|møteplan|delegert|delegasjon|spørsmål|neste møte|innkalling|personalsak|skriv|gjennomgang av agenda|status quo)/iu
/** Words that say what stage a matter is at, not what it is about. */
const STAGE = new Set(
  `status statusen orientering sak saken saka rapport ny nytt nye endret endra endring endringer oppstart felles forslag deltakelse deltaking revidert
  foreløpig framtidig fremtidig løsning løysing tilknytning tilknyting sluttbehandling behandling gangs første andre videre vidare oppfølging oppfølgjing
  sluttrapport utkast høring høyring plan etablering vedtak gjennomføring oversikt utredning utgreiing kommune kommunen
  gjennomgang gjennomgåing arbeid arbeidet framover fremover innhold tema diskusjon drøfting agenda agendaen annet anna`
    .split(/\s+/)
    .map(stemOf),
)
/** Matters that every body has of its own, year by year. */
const RECURRING = new Set(
  'budsjett regnskap rekneskap årsmelding årsrapport økonomirapport tertialrapport økonomiplan handlingsplan virksomhetsplan rammer'
    .split(' ')
    .map(stemOf),
)
const MIN_TELLING_CHARS = 6

export interface Matter {
  /** Stems of the words that tell what it is about. */
  readonly core: readonly string[]
  /** The same of the part in front of a comma or dash. */
  readonly head: readonly string[]
  readonly numbers: readonly string[]
  readonly isFormal: boolean
}

/** Stems of the words that carry meaning, numbers left out. */
export const tellingStems = (text: string): string[] => [
  ...new Set(
    tokens(text)
      .filter((token) => token.kind === 'word' && !isStopWord(token.folded))
      .map((token) => stemOf(token.folded)),
  ),
]

const coreOf = (text: string): string[] => tellingStems(text).filter((stem) => !STAGE.has(stem))

export function matterOf(title: string): Matter {
  const [head = ''] = title.split(/[,;:]|\s[-–]\s/u)
  return {
    core: coreOf(title),
    head: coreOf(head),
    numbers: tokens(title)
      .filter((token) => token.kind === 'number')
      .map((token) => token.folded),
    isFormal: FORMAL.test(fold(title)),
  }
}

const has = (stems: readonly string[], wanted: string): boolean =>
  stems.some((stem) => stem === wanted || (wanted.length >= 8 && similar(stem, wanted)))
const isWithin = (part: readonly string[], whole: readonly string[]): boolean =>
  part.some((stem) => stem.length >= MIN_TELLING_CHARS) && part.every((stem) => has(whole, stem))

/**
 * Whether two titles name one matter: what stands first in the one is told by the other, and the years agree. "Felles
 * sentralbord" and "Felles sentralbord, endret oppstart" do; "Budsjett 2024" and "Budsjett 2025" do not.
 * @param isOneBody whether both are of one body: each body has its own budget
 */
export function isSameMatter(left: Matter, right: Matter, isOneBody: boolean): boolean {
  if (left.isFormal || right.isFormal) return false
  if (left.numbers.join() !== right.numbers.join()) return false
  if (!isOneBody && [...left.core, ...right.core].some((stem) => RECURRING.has(stem))) return false
  return isWithin(left.head, right.core) || isWithin(right.head, left.core)
}
