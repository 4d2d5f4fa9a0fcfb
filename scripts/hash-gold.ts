/**
 * Turns a gold file in plain words into one that holds no text of its document: `node scripts/hash-gold.ts FROM TO` for
 * two folders. Names, titles, decisions and all other texts become SHA-256; case numbers, dates, times, counts and
 * numbers stay.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  cells,
  type GoldDocument,
  type GoldItem,
  type GoldMeeting,
  type GoldText,
  type GoldVote,
  readGold,
} from '../test/gold/gold-document.ts'
import { folded, foldedWords, hashOf } from '../test/gold/same-text.ts'

const isMark = (text: string): boolean => text === '-' || text === '?' || text === ''
const text = (plain: string): string => (isMark(plain) ? plain : hashOf(folded(plain)))
const words = (plain: string): string => (isMark(plain) ? plain : hashOf(foldedWords(plain)))
const eachWord = (plain: string): string => foldedWords(plain).split(' ').map(hashOf).join(' ')
const nullable = <Text extends GoldText | undefined>(plain: Text): Text | string =>
  typeof plain === 'string' ? text(plain) : plain

/** Keeps the mark of what need not be found. */
const line = (plain: string, hash: (cells: readonly string[]) => readonly string[]): string =>
  (plain.startsWith('~') ? '~' : '') + hash(cells(plain.replace(/^~/, ''))).join(' | ')

const people = <List extends readonly string[] | null | undefined>(list: List): List | string[] =>
  list ? list.map((person) => line(person, (all) => all.map(text))) : list

const vote = (plain: GoldVote): GoldVote => ({
  ...plain,
  sides: plain.sides.map((side) => {
    const [head = '', names = ''] = side.split(/: (.*)/)
    return `${head}: ${names.split('; ').map(text).join('; ')}`
  }),
})

const item = (plain: GoldItem): GoldItem => ({
  ...plain,
  ...(plain.title !== undefined && { title: text(plain.title) }),
  ...(plain.link !== undefined && { link: nullable(plain.link) }),
  ...(plain.decision !== undefined && { decision: text(plain.decision) }),
  ...(plain.recommendation !== undefined && { recommendation: text(plain.recommendation) }),
  ...(plain.proposals && {
    proposals: plain.proposals.map((proposal) =>
      line(proposal, ([who = '', party = '', ...rest]) => [text(who), text(party), ...rest]),
    ),
  }),
  ...(plain.votes && { votes: plain.votes.map(vote) }),
})

const meeting = (plain: GoldMeeting): GoldMeeting => ({
  ...plain,
  committee: nullable(plain.committee),
  place: nullable(plain.place),
  chair: people(plain.chair),
  minuteTaker: people(plain.minuteTaker),
  ...(plain.present !== undefined && { present: people(plain.present) }),
  absent: people(plain.absent),
  substitutes: people(plain.substitutes),
  ...(plain.items && { items: plain.items.map(item) }),
})

const UNITS = new Set(['kr', '%'])

function figure([amount = '', period = '?', basis = '?', measure = '?', entity]: readonly string[]): readonly string[] {
  const [value = '', unit] = amount.split(/ (.*)/)
  const hashed = unit === undefined || UNITS.has(unit) || isMark(unit) ? unit : '?'
  return [`${value} ${hashed ?? '?'}`, period, basis, words(measure), ...(entity ? [words(entity)] : [])]
}

const hashed = (plain: GoldDocument): GoldDocument => ({
  ...plain,
  meeting: plain.meeting && meeting(plain.meeting),
  ...(plain.sections && { sections: plain.sections.map(text) }),
  figures: plain.figures.map((one) => line(one, figure)),
  tables: plain.tables.map((table) => ({ ...table, ...(table.headers && { headers: table.headers.map(text) }) })),
  missingTables: plain.missingTables.map((one) => line(one, ([all = '']) => [eachWord(all)])),
  followUps: plain.followUps.map((one) =>
    line(one, ([who = '', what = '', due = '']) => [words(who), eachWord(what), words(due)]),
  ),
  relations: plain.relations,
  contradictions: plain.contradictions,
})

const [from, to] = process.argv.slice(2)
if (!from || !to) {
  console.error('node scripts/hash-gold.ts FOLDER_IN_PLAIN_WORDS FOLDER_OF_HASHES')
  process.exit(1)
}
mkdirSync(to, { recursive: true })
for (const { name, gold } of readGold(from))
  writeFileSync(join(to, `${name}.json`), `${JSON.stringify(hashed(gold), null, 2)}\n`)
