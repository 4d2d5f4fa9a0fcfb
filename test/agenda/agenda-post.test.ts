import { agendaPost } from '../../src/agenda/agenda-post.ts'
import { decisionsPost } from '../../src/agenda/decisions-post.ts'
import { showAgenda } from '../../src/agenda/plan-slots.ts'
import type { ShownAgenda, Slot } from '../../src/agenda/ports.ts'
import { markerOf, slotId, slotKey } from '../../src/agenda/slots.ts'
import { versionOf } from '../../src/agenda/version.ts'
import { day, noticed, setupOf } from '../fault/agenda-world.ts'
import { CHANNEL, tenant, winter } from './agenda-bench.ts'

const slot: Slot = {
  tenant,
  channel: CHANNEL,
  committee: 'Fellesrådet',
  meetingDate: day('2027-02-10'),
  kind: 'agenda',
}
const context = { key: slotKey(slot), generation: 1, zone: 'Europe/Oslo', nowMs: winter('2027-02-04 10:05') }
const shown = (changes: Partial<ShownAgenda> = {}): ShownAgenda => ({
  kind: 'agenda',
  meeting: noticed(),
  standing: { is: 'on' },
  introduction: '',
  promises: [{ who: 'Daglig leder', what: 'legger fram en plan', promisedOn: day('2026-12-09'), caseNumber: '7/26' }],
  postponed: [{ caseNumber: '8/26', title: 'Lager', postponedOn: day('2026-12-09') }],
  language: 'nb',
  ...changes,
})

describe('the post of an agenda', () => {
  it('tells date, time, place, items, promises and postponed matters', () => {
    expect(agendaPost(shown(), undefined, context).plainText).toBe(`Saksliste: Fellesrådet, onsdag 10. februar 2027
Dato: onsdag 10. februar 2027
Tid: kl. 10:00–14:00
Sted: Hjelmfoss rådhus
2 saker
• 1/27 Godkjenning av innkalling
• 2/27 Foreløpig regnskap
Lovet til dette møtet
• Daglig leder: legger fram en plan (lovet 9. desember 2026)
Utsatt til dette møtet
• 8/26 Lager (utsatt 9. desember 2026)`)
  })

  it('names no earlier matter that this meeting treats behind closed doors', () => {
    const left = { promisedOn: day('2026-12-09'), postponedOn: day('2026-12-09') }
    const promises = {
      promisedFor: () =>
        ['7/26', '2/27', undefined].map((caseNumber) => ({
          ...left,
          who: undefined,
          what: `Løfte ${caseNumber}`,
          caseNumber,
        })),
      postponedTo: () =>
        ['8/26', '02/27'].map((caseNumber) => ({ ...left, title: `Tittel ${caseNumber}`, caseNumber })),
    }
    const [first, second] = noticed().items
    const items = [first, second && { ...second, isRestricted: true }].flatMap((item) => item ?? [])
    const { promises: promised, postponed } = showAgenda(
      'agenda',
      setupOf(CHANNEL),
      noticed({ items }),
      undefined,
      promises,
    )
    expect(promised.map(({ what }) => what)).toEqual(['Løfte 7/26', 'Løfte undefined'])
    expect(postponed.map(({ title }) => title)).toEqual(['Tittel 8/26'])
  })

  it('speaks nynorsk', () => {
    const { plainText } = agendaPost(shown({ language: 'nn' }), undefined, context)
    expect(plainText).toContain('Sakliste: Fellesrådet, onsdag 10. februar 2027')
    expect(plainText).toContain('Lova til dette møtet')
  })

  it('has the instants of the meeting for a calendar, and none when it is off', () => {
    expect(agendaPost(shown(), undefined, context).calendar).toEqual({
      startsAtMs: winter('2027-02-10 10:00'),
      endsAtMs: winter('2027-02-10 14:00'),
      place: 'Hjelmfoss rådhus',
    })
    expect(agendaPost(shown({ standing: { is: 'cancelled' } }), undefined, context)).toMatchObject({
      isStruck: true,
      calendar: undefined,
    })
  })

  it('says when and what changed, and never an old title', () => {
    const [first] = noticed().items
    const old = shown({
      meeting: noticed({
        items: [
          ...(first ? [first] : []),
          { caseNumber: '2/27', title: 'Klage fra Kari Vang', link: undefined, isRestricted: false },
          { caseNumber: undefined, title: 'Ola Vang', link: undefined, isRestricted: false },
        ],
      }),
    })
    const now = shown({
      meeting: noticed({
        items: [
          ...(first ? [first] : []),
          { caseNumber: '2/27', title: 'Unntatt offentlighet', link: undefined, isRestricted: true },
        ],
      }),
    })
    const post = agendaPost(now, old, context)
    expect(post.changes).toEqual({
      heading: 'Endret 4. februar 2027 kl. 10:05',
      lines: ['Tatt ut: 1 sak', 'Ny tittel: 2/27 Unntatt offentlighet'],
    })
    expect(JSON.stringify(post)).not.toContain('Vang')
  })

  it('stays below the size of a card with the longest agenda', () => {
    const items = Array.from({ length: 150 }, (_, at) => ({
      caseNumber: `${at}/27`,
      title: 'Æ'.repeat(130),
      link: undefined,
      isRestricted: false,
    }))
    const post = agendaPost(shown({ meeting: noticed({ items }) }), undefined, context)
    expect(post.itemsHeading).toBe('150 saker')
    expect(JSON.stringify({ ...post, plainText: '' }).length).toBeLessThan(24_000)
  })
})

describe('the post with the decisions', () => {
  const decided = (decision: string | undefined, isRestricted = false) => ({
    caseNumber: '1/27',
    title: 'Kai',
    link: undefined,
    isRestricted,
    decision,
  })
  const post = (...items: ReturnType<typeof decided>[]) =>
    decisionsPost(
      { kind: 'decisions', meeting: { committee: 'Fellesrådet', date: day('2027-02-10'), items }, language: 'nb' },
      context,
    )

  it('quotes them verbatim, and says where none is recorded or shown', () => {
    expect(
      post(decided('Kaien bygges.\nPrisen er 3 mill. kr.'), decided(undefined), decided('hemmelig', true)).items,
    ).toMatchObject([
      { decision: 'Kaien bygges.\nPrisen er 3 mill. kr.', note: undefined },
      { decision: undefined, note: 'Referatet gjengir ikke noe vedtak.' },
      { decision: undefined, note: 'Vedtaket vises ikke her.' },
    ])
    expect(JSON.stringify(post(decided('hemmelig', true)))).not.toContain('hemmelig')
  })

  it('cuts a long one at a paragraph and says so', () => {
    const [item] = post(decided(`${'A'.repeat(500)}\n${'B'.repeat(500)}`)).items
    expect(item).toMatchObject({
      decision: 'A'.repeat(500),
      isCut: true,
      note: 'Vedtaket er lengre. Spør om saken for å se hele.',
    })
  })
})

describe('a slot', () => {
  it('has a marker of plain letters that differs by slot and generation', () => {
    const markers = [slot, { ...slot, kind: 'reminder' as const }, { ...slot, channel: 'x' }].flatMap((each) =>
      [1, 2].map((generation) => markerOf(slotKey(each), generation)),
    )
    expect(new Set(markers).size).toBe(6)
    for (const marker of markers) expect(marker).toMatch(/^rakel[0-9a-f]{24}$/)
    expect(slotId(slotKey(slot))).toMatch(/^[0-9a-f]{10}$/)
  })

  it('is one however its committee is written', () => {
    expect(slotKey({ ...slot, committee: 'FELLESRÅDET' })).toBe(slotKey(slot))
    expect(slotKey({ ...slot, channel: 'a/b', committee: 'c' })).not.toBe(
      slotKey({ ...slot, channel: 'a', committee: 'b/c' }),
    )
  })
})

it('gives a new version to what a reader would see, and to nothing else', () => {
  const version = versionOf(shown())
  expect(versionOf(shown({ meeting: noticed({ documents: [] }) }))).toBe(version)
  const changes: Partial<ShownAgenda>[] = [
    { introduction: 'x' },
    { standing: { is: 'cancelled' } },
    { promises: [] },
    { postponed: [] },
    { language: 'nn' },
    { meeting: noticed({ place: 'x' }) },
    { meeting: noticed({ startTime: undefined }) },
    { meeting: noticed({ items: noticed().items.toReversed() }) },
  ]
  expect(new Set([version, ...changes.map((change) => versionOf(shown(change)))]).size).toBe(changes.length + 1)
})
