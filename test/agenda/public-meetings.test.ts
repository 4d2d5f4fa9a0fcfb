import { decidedMeetings, noticedMeetings } from '../../src/agenda/public-meetings.ts'
import type { Vote } from '../../src/domain/meeting.ts'
import { itemOf, sourceOf } from './meeting-source.ts'

const decision = { text: 'Budsjettet vedtas.', quote: 'Vedtak: Budsjettet vedtas.', page: 1 }

const vote: Vote = {
  quote: 'Vedtatt mot 2 stemmer.',
  page: 1,
  forCount: 9,
  againstCount: 2,
  isUnanimous: false,
} as Vote

describe('a coming meeting', () => {
  it('has no outcome in it, whatever its documents hold', () => {
    const items = [
      itemOf('1/27', 'Budsjett', {
        decision,
        recommendation: { value: 'Rådet anbefaler det.', quote: 'Innstilling', page: 1 },
        votes: [vote],
      }),
    ]
    const [meeting] = noticedMeetings([sourceOf({ items })])
    expect(JSON.stringify(meeting)).not.toMatch(/vedtas|anbefaler|stemmer/)
    expect(Object.keys(meeting?.items[0] ?? {}).sort()).toEqual(['caseNumber', 'isRestricted', 'link', 'title'])
  })

  it('is announced by its newest notice, with the items of supplements behind', () => {
    const [meeting, ...more] = noticedMeetings([
      sourceOf({ id: 'old', modifiedMs: 1, items: [itemOf('1/27', 'Gammel')] }),
      sourceOf({ id: 'new', modifiedMs: 3, items: [itemOf('1/27', 'Ny'), itemOf('2/27', 'Kai')] }),
      sourceOf({
        id: 'more',
        modifiedMs: 4,
        title: 'Tilleggssaksliste',
        items: [itemOf('3/27', 'Bro'), itemOf('2/27', 'Kai')],
      }),
    ])
    expect(more).toEqual([])
    expect(meeting?.items.map(({ title }) => title)).toEqual(['Ny', 'Kai', 'Bro'])
    expect(meeting).toMatchObject({ isCancelled: false, knownSinceMs: 1, startTime: '10:00', place: 'Rådhuset' })
  })

  it.each([
    ['a title that says so', { title: 'AVLYST: Møteinnkalling Fellesrådet' }, true],
    ['a letter that says so', { passages: [{ text: 'Møtet er avlyst.', caseNumber: undefined }] }, true],
    [
      'a sentence on this day',
      { passages: [{ text: 'Møtet 10. februar 2027 er avlyst.', caseNumber: undefined }] },
      true,
    ],
    [
      'a sentence on another day',
      { passages: [{ text: 'Møtet 3. mars 2027 er avlyst.', caseNumber: undefined }] },
      false,
    ],
    ['another thing cancelled', { passages: [{ text: 'Seminaret er avlyst.', caseNumber: undefined }] }, false],
    ['an item on cancelled meetings', { passages: [{ text: 'Møtet er avlyst.', caseNumber: '1/27' }] }, false],
  ])('%s: cancelled %#', (_name, changes, isCancelled) => {
    expect(noticedMeetings([sourceOf(changes)])[0]?.isCancelled).toBe(isCancelled)
  })

  it('keeps its items when the cancellation is a letter of its own, and is on again when the notice is newer', () => {
    const letter = sourceOf({ id: 'letter', title: 'Avlysning av møte', items: [], modifiedMs: 2 })
    expect(noticedMeetings([sourceOf(), letter])[0]).toMatchObject({
      isCancelled: true,
      items: [{ title: 'Budsjett' }],
    })
    expect(noticedMeetings([sourceOf({ modifiedMs: 3 }), letter])[0]?.isCancelled).toBe(false)
  })

  it('is none without a committee or a date, and none from minutes', () => {
    expect(noticedMeetings([sourceOf({ meeting: { committee: undefined } }), sourceOf({ kind: 'minutes' })])).toEqual(
      [],
    )
  })
})

describe('a meeting that was held', () => {
  const items = [itemOf('1/27', 'Budsjett', { decision }), itemOf('2/27', 'Kari Vang', { decision })]

  it('shows decisions verbatim, but none of a matter that the notice or the minutes restrict', () => {
    const notice = sourceOf({ id: 'notice', items: [itemOf('2/27', 'Personalsak, unntatt offentlighet')] })
    const [meeting] = decidedMeetings([notice, sourceOf({ id: 'minutes', kind: 'minutes', items })])
    expect(meeting?.items).toMatchObject([
      { title: 'Budsjett', decision: 'Budsjettet vedtas.' },
      { title: 'Unntatt offentlighet', decision: undefined, isRestricted: true },
    ])
  })

  it('is not told from a draft, nor from a notice alone', () => {
    expect(decidedMeetings([sourceOf({ kind: 'minutes', title: 'Utkast til referat', items })])).toEqual([])
    expect(decidedMeetings([sourceOf()])).toEqual([])
  })

  it('is one where the minutes lie in two forms', () => {
    const both = [
      sourceOf({ id: 'a', kind: 'minutes', items }),
      sourceOf({ id: 'b', kind: 'minutes', items, format: 'docx' }),
    ]
    expect(decidedMeetings(both).map(({ items: { length } }) => length)).toEqual([2])
  })
})
