import { postponedMatters, promisesFor } from '../../src/agenda/open-promises.ts'
import type { FollowUp } from '../../src/domain/follow-up.ts'
import type { Told } from '../../src/domain/register.ts'
import type { Relation } from '../../src/domain/relation.ts'
import { day } from '../fault/agenda-world.ts'
import { itemOf, sourceOf } from './meeting-source.ts'

const first = sourceOf({ id: 'first', kind: 'minutes', date: '2026-09-16' })
const last = sourceOf({
  id: 'last',
  kind: 'minutes',
  date: '2026-12-09',
  items: [itemOf('7/26', 'Lager'), itemOf('8/26', 'Personalsak, unntatt offentlighet')],
})
const meetings = [
  first,
  last,
  sourceOf({ id: 'notice' }),
  sourceOf({ id: 'other', kind: 'minutes', committee: 'Styret', date: '2026-12-10' }),
]
const promise = (document: typeof first, changes: Partial<FollowUp> = {}): Told<FollowUp> => ({
  document: document.document,
  fact: {
    who: 'Daglig leder',
    what: 'legger fram en plan for lager',
    due: 'neste møte',
    dueDate: undefined,
    isForNextMeeting: true,
    quote: 'Daglig leder legger fram en plan for lager i neste møte.',
    page: 1,
    caseNumber: '7/26',
    ...changes,
  },
})
const promised = (...followUps: Told<FollowUp>[]): string[] =>
  promisesFor('Fellesrådet', day('2027-02-10'), meetings, followUps).map(
    ({ what, promisedOn }) => `${promisedOn} ${what}`,
  )

describe('what was promised for a meeting', () => {
  it('is what the meeting before it promised for the next', () => {
    expect(promised(promise(last))).toEqual(['2026-12-09 legger fram en plan for lager'])
    expect(promised(promise(first))).toEqual([])
  })

  it('is what any earlier meeting promised for its day, or for a day since the last', () => {
    const dated = (dueDate: string, due = 'møtet') =>
      promise(first, { isForNextMeeting: false, dueDate: day(dueDate), due })
    expect(promised(dated('2027-02-10'))).toHaveLength(1)
    expect(promised(dated('2027-01-15'))).toHaveLength(1)
    expect(promised(dated('2027-01-15', 'innen 15. januar'))).toEqual([])
    expect(promised(dated('2026-12-01'))).toEqual([])
    expect(promised(dated('2027-02-11'))).toEqual([])
  })

  it('is told once though the minutes lie in two forms, and not from another committee', () => {
    const again = { ...promise(last), document: { ...last.document } }
    expect(promised(promise(last), again)).toHaveLength(1)
    expect(promised(promise(meetings[3] ?? last))).toEqual([])
  })

  it('names the matter where its words are those of a decision', () => {
    const decision = {
      text: 'Saken tas til orientering. Daglig leder legger fram en plan for lager i neste møte.',
      quote: '',
      page: 1,
    }
    const held = sourceOf({
      id: 'last',
      kind: 'minutes',
      date: '2026-12-09',
      items: [itemOf('7/26', 'Lager', { decision })],
    })
    const named = promisesFor('Fellesrådet', day('2027-02-10'), [held], [promise(held)])
    expect(named).toEqual([{ who: 'Daglig leder', what: 'Lager', promisedOn: '2026-12-09', caseNumber: '7/26' }])
  })

  it('is never of a restricted matter, or of one that nobody can place where some are restricted', () => {
    expect(promised(promise(last, { caseNumber: '8/26' }))).toEqual([])
    expect(promised(promise(last, { caseNumber: undefined }))).toEqual([])
    expect(promised(promise(last, { what: 'svarer på klagen, offl. § 13' }))).toEqual([])
  })
})

describe('what was postponed to a meeting', () => {
  const relation = (changes: Partial<Relation> = {}): Told<Relation> => ({
    document: last.document,
    fact: {
      kind: 'postpones',
      caseNumber: '7/26',
      itemTitle: 'Lager',
      other: undefined,
      quote: 'Saken utsettes.',
      page: 1,
      ...changes,
    },
  })
  const postponed = (...relations: Told<Relation>[]): string[] =>
    postponedMatters('Fellesrådet', day('2027-02-10'), meetings, relations).map(({ title }) => title)

  it('is what the last meeting postponed, or any to this day', () => {
    expect(postponed(relation())).toEqual(['Lager'])
    expect(postponed({ ...relation(), document: first.document })).toEqual([])
    expect(postponed({ ...relation({ other: 'møtet 10.02.2027' }), document: first.document })).toEqual(['Lager'])
    expect(postponed(relation({ other: 'møtet 10.03.2027' }))).toEqual([])
    expect(postponed(relation({ kind: 'continues' }))).toEqual([])
  })

  it('is what the minutes’ own decision made of an item of the last meeting', () => {
    const items = [itemOf('7/26', 'Lager', { status: 'postponed' }), itemOf('9/26', 'Kai', { status: 'decided' })]
    const held = [
      sourceOf({ id: 'last', kind: 'minutes', date: '2026-12-09', items }),
      sourceOf({
        id: 'first',
        kind: 'minutes',
        date: '2026-09-16',
        items: [itemOf('1/26', 'Bro', { status: 'postponed' })],
      }),
    ]
    expect(postponedMatters('Fellesrådet', day('2027-02-10'), held, []).map(({ title }) => title)).toEqual(['Lager'])
    expect(postponedMatters('Fellesrådet', day('2027-02-10'), held, [relation({ other: 'møtet 10.03.2027' })])).toEqual(
      [],
    )
  })

  it('is never a restricted matter', () => {
    expect(postponed(relation({ caseNumber: '8/26', itemTitle: 'Kari Vang' }))).toEqual([])
    expect(postponed(relation({ itemTitle: 'Klage (unntatt offentlighet)' }))).toEqual([])
  })
})
