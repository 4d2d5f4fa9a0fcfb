import type { AgendaItem, Proposal } from '../domain/meeting.ts'
import { fold } from '../norwegian/fold.ts'
import { isOneOf, PARTY, partiesIn } from './parties.ts'
import { phrases } from './phrases.ts'

const KINDS: readonly (readonly [RegExp, Proposal['kind']])[] = [
  [/tillegg|additional|supplementary/u, 'additional'],
  [/endring|amendment/u, 'amendment'],
  [/alternativ/u, 'alternative'],
  [/utset|utsatt|postpone|vente/u, 'postponement'],
  [/tilbake|attende|retur|send.* back/u, 'send-back'],
]

/** Those of the kind that a question names ("tilleggsforslaget", "å utsette"); all of them where it names none that is there. */
export function ofKindAsked<Thing>(
  question: string,
  things: readonly Thing[],
  kindOf: (thing: Thing) => Proposal['kind'],
): readonly Thing[] {
  const kinds = KINDS.filter(([pattern]) => pattern.test(fold(question))).map(([, kind]) => kind)
  const meant = things.filter((thing) => kinds.includes(kindOf(thing)))
  return meant.length > 0 ? meant : things
}

const PROPOSAL = String.raw`\p{L}*(?:forslag|framlegg|proposal|motion|amendment)\p{L}*`
/** "{name}s to tilleggsforslag", "forslaget fra {name}", "{name} sitt framlegg" */
const madeBy = (name: string): RegExp =>
  new RegExp(
    String.raw`(?<!\p{L})${name}(?:['’]?s|et|ets|\s+sitt|\s+sin|\s+sine|-|\s(?=${PROPOSAL}))\s*(?:\p{L}+\s+){0,2}${PROPOSAL}|${PROPOSAL}\s+(?:som\s+)?(?:til|fra|frå|from|av|by|of)\s+(?:(?!og\s|and\s)\p{L}+\s+){0,3}${name}(?!\p{L})`,
    'giu',
  )

/** Whether a question calls a proposal by this person. */
export const isProposer = (question: string, name: string): boolean =>
  madeBy(name.split(/\s+/).at(-1) ?? name).test(question)

/** The proposals of whoever a question says made them: a person, or a party. */
export function proposalsAsked(question: string, { proposals }: AgendaItem): readonly Proposal[] {
  const parties = partiesIn(question)
  const isTheirs = ({ party, onBehalfOf }: Proposal): boolean => isOneOf(party, parties) || isOneOf(onBehalfOf, parties)
  const byName = proposals.filter(({ who }) => who !== undefined && isProposer(question, who))
  return byName.length > 0 ? byName : proposals.filter(isTheirs)
}

const BY_PARTY = madeBy(PARTY)
/** The parties of a question that are not only said to have proposed something: those who voted. */
export const partiesAsVoters = (question: string): readonly string[] => partiesIn(question.replace(BY_PARTY, ' '))

const SEVERAL = phrases(`
  hvilke(n,t)/kva(_for)(_ein,_eit)/which 0-2_words av/of ... *forslag*/*framlegg*/*proposal*/*motion*
  *fikk/*fekk/*got/*received/*won (the) flest/fleire/flere/mest/most/more
  TWO = to/tre/fire/two/three/four
  de/dei/alle/begge/the/all/both 0-1_words (TWO) *forslag*/*framlegg*/*proposals*/*motions*
  TWO *forslag/*framlegg/*proposals/*motions
  *forslagene/*framlegga
`)

/** "Hvilket av de to forslagene fikk flest stemmer?": each is to be told. */
export const asksOfSeveral = (question: string): boolean => SEVERAL.test(fold(question))
