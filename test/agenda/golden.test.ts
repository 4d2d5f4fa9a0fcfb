import { join } from 'node:path'
import { agendaPost } from '../../src/agenda/agenda-post.ts'
import { decisionsPost } from '../../src/agenda/decisions-post.ts'
import { askerOf, showAgenda, showDecisions } from '../../src/agenda/plan-slots.ts'
import type { ChannelPost } from '../../src/agenda/ports.ts'
import { closedMatters, publicItem } from '../../src/agenda/public-item.ts'
import { type MeetingSource, noticedMeetings } from '../../src/agenda/public-meetings.ts'
import { slotKey } from '../../src/agenda/slots.ts'
import { operatorOf } from '../../src/domain/asker.ts'
import { indexFiles } from '../../src/ingest/index-files.ts'
import { foldSpaces } from '../../src/norwegian/fold.ts'
import { openFolder } from '../../src/sources/folder-source.ts'
import { day, setupOf } from '../fault/agenda-world.ts'
import { openAt } from '../store/sqlite/temporary-store.ts'
import { CHANNEL, tenant, winter } from './agenda-bench.ts'

const documents = join(import.meta.dirname, '../../documents')
const FROM = day('2000-01-01')
const TO = day('2100-01-01')

// FAULTS F45 and F46
describe('the posts of the sample documents', () => {
  const store = openAt(':memory:')
  afterAll(() => store.close())
  const setup = setupOf(CHANNEL)
  const asker = askerOf(setup)
  const context = {
    key: slotKey({ tenant, channel: CHANNEL, committee: 'x', meetingDate: FROM, kind: 'agenda' }),
    generation: 1,
    zone: 'Europe/Oslo',
    nowMs: winter('2027-01-01 08:00'),
  }
  const told = () => store.register.meetings(operatorOf(tenant), {})
  const textOf = (post: ChannelPost): string => foldSpaces(JSON.stringify(post).replaceAll('\\n', ' '))

  /** Every meeting as if its minutes were its notice: outcomes stand right beside the items. */
  const everyMeeting = () =>
    noticedMeetings(
      told().map(
        (stored): MeetingSource => ({
          ...stored,
          document: { ...stored.document, kind: 'notice' },
          knownSinceMs: 1,
          modifiedMs: 1,
          passages: store.register.passagesOf(asker, stored.document.id),
        }),
      ),
    )
  let posts: ChannelPost[]

  beforeAll(async () => {
    await indexFiles(await openFolder(documents), store.documents, { tenant })
    posts = [...everyMeeting(), ...store.agenda.meetings.noticed(asker, FROM, TO)].flatMap((meeting) =>
      (['agenda', 'reminder'] as const).map((kind) =>
        agendaPost(showAgenda(kind, setup, meeting, undefined, store.agenda.promises), undefined, context),
      ),
    )
  }, 60_000)

  it('are made of every meeting', () => {
    expect(posts.length).toBeGreaterThan(20)
    expect(posts.every(({ items }) => items.length > 0)).toBe(true)
  })

  it('hold no decision, no recommendation and no vote', () => {
    const items = told().flatMap(({ meeting }) => meeting.items)
    const outcomes = items
      .flatMap(({ decision, recommendation, votes, proposals }) => [
        decision?.text,
        recommendation?.value,
        ...votes.map(({ quote }) => quote),
        ...proposals.map(({ text }) => text),
      ])
      .flatMap((text) => (text ?? '').split('\n'))
      .map(foldSpaces)
      .filter((text) => text.length > 12)
    expect(outcomes.length).toBeGreaterThan(30)
    const agendas = posts.map(textOf)
    expect(outcomes.filter((outcome) => agendas.some((text) => text.includes(outcome)))).toEqual([])
  })

  it('hold no restricted title, neither before the meeting nor after it', () => {
    const restricted = told().flatMap(({ document, meeting }) => {
      const closed = closedMatters(store.register.passagesOf(asker, document.id))
      return meeting.items.filter((item) => publicItem(item, closed, 'nb').isRestricted)
    })
    expect(restricted.length).toBeGreaterThan(0)
    const after = store.agenda.meetings.decided(asker, FROM, TO).flatMap((meeting) => {
      const shown = showDecisions(setup, meeting)
      return shown.kind === 'decisions' ? [decisionsPost(shown, context)] : []
    })
    expect(after.length).toBeGreaterThan(4)
    const texts = [...posts, ...after].map(textOf)
    const leaks = restricted.flatMap(({ title, decision, link }) =>
      [title, decision?.text, link].filter(
        (text): text is string => text !== undefined && texts.some((post) => post.includes(text)),
      ),
    )
    expect(leaks).toEqual([])
  })

  it('show the coming meeting of the invented council as a secretary would', () => {
    const [meeting] = store.agenda.meetings.noticed(asker, day('2027-02-10'), day('2027-02-10'), 'Fellesrådet')
    if (!meeting) throw new Error('no notice')
    const post = agendaPost(showAgenda('agenda', setup, meeting, undefined, store.agenda.promises), undefined, context)
    expect(post.plainText).toContain(
      'Saksliste: Fellesrådet for Firklang IKT, onsdag 10. februar 2027\nDato: onsdag 10. februar 2027\nTid: kl. 10:00–14:00\nSted: Hjelmfoss rådhus, møterom Fossen',
    )
    expect(post.items.map(({ caseNumber }) => caseNumber)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((number) => `2027/M1-00${number}`),
    )
    expect(post.items[4]).toMatchObject({
      title: 'Personalsak – unntatt offentlighet (offl. § 13)',
      isRestricted: true,
      link: undefined,
    })
    process.stderr.write(`${JSON.stringify({ test: 'agenda-golden', posts: posts.length, promises: post.sections })}\n`)
  })
})
