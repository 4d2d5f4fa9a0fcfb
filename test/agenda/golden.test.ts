import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { agendaPost } from '../../src/agenda/agenda-post.ts'
import { decisionsPost } from '../../src/agenda/decisions-post.ts'
import { askerOf, showAgenda, showDecisions } from '../../src/agenda/plan-slots.ts'
import type { ChannelPost, NoticedMeeting } from '../../src/agenda/ports.ts'
import { closedMatters, publicItem } from '../../src/agenda/public-item.ts'
import { type MeetingSource, noticedMeetings } from '../../src/agenda/public-meetings.ts'
import { slotKey } from '../../src/agenda/slots.ts'
import { operatorOf } from '../../src/domain/asker.ts'
import type { AgendaItem } from '../../src/domain/meeting.ts'
import { indexFiles } from '../../src/ingest/index-files.ts'
import { foldSpaces } from '../../src/norwegian/fold.ts'
import { openFolder } from '../../src/sources/folder-source.ts'
import { cardMessage } from '../../src/teams/agenda/card-message.ts'
import { day, noPromises, setupOf } from '../fault/agenda-world.ts'
import { openAt } from '../store/sqlite/temporary-store.ts'
import { CHANNEL, tenant, winter } from './agenda-bench.ts'

const SETS = [
  { name: 'sample', folder: join(import.meta.dirname, '../../documents') },
  { name: 'real', folder: join(import.meta.dirname, '../../../shared/documents') },
]
const here = SETS.filter(({ name, folder }) => {
  const isThere = existsSync(folder)
  if (!isThere) process.stderr.write(`golden.test.ts: ${folder} is not there; the ${name} documents are skipped\n`)
  return isThere
})
const FROM = day('2000-01-01')
const TO = day('2100-01-01')

// FAULTS F45 and F46
describe.each(here)('the posts of the $name documents', ({ name, folder }) => {
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
  /** What is sent, and what it is made of. */
  const textOf = (post: ChannelPost): string => {
    const card = cardMessage(post, { publicUrl: 'https://rakel.example/', isPreview: false })
    return foldSpaces(JSON.stringify([post, card]).replaceAll('\\n', ' '))
  }

  /** Every meeting as if its minutes were its notice: outcomes stand right beside the items. */
  const everyMeeting = (itemOf = (item: AgendaItem): AgendaItem => item) =>
    noticedMeetings(
      told().map(
        (stored): MeetingSource => ({
          ...stored,
          meeting: { ...stored.meeting, items: stored.meeting.items.map(itemOf) },
          document: { ...stored.document, kind: 'notice' },
          knownSinceMs: 1,
          modifiedMs: 1,
          passages: store.register.passagesOf(asker, stored.document.id),
        }),
      ),
    )
  const postsOf = (meetings: readonly NoticedMeeting[], promises = store.agenda.promises): ChannelPost[] =>
    meetings.flatMap((meeting) =>
      (['agenda', 'reminder'] as const).map((kind) =>
        agendaPost(showAgenda(kind, setup, meeting, undefined, promises), undefined, context),
      ),
    )
  let posts: ChannelPost[]

  beforeAll(async () => {
    await indexFiles(await openFolder(folder), store.documents, { tenant })
    posts = postsOf([...everyMeeting(), ...store.agenda.meetings.noticed(asker, FROM, TO)])
  }, 60_000)

  it('are made of every meeting', () => {
    expect(posts.length).toBeGreaterThan(name === 'sample' ? 20 : 6)
    expect(posts.filter(({ items }) => items.length > 0).length).toBeGreaterThan(posts.length / 2)
    process.stderr.write(`${JSON.stringify({ test: 'agenda-golden', documents: name, posts: posts.length })}\n`)
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
    if (name === 'sample') expect(restricted.length).toBeGreaterThan(0)
    const after = store.agenda.meetings.decided(asker, FROM, TO).flatMap((meeting) => {
      const shown = showDecisions(setup, meeting)
      return shown.kind === 'decisions' ? [decisionsPost(shown, context)] : []
    })
    expect(after.length).toBeGreaterThan(name === 'sample' ? 4 : 1)
    const texts = [...posts, ...after].map(textOf)
    const leaks = restricted.flatMap(({ title, decision, link }) =>
      [title, decision?.text, link].filter(
        (text): text is string => text !== undefined && texts.some((post) => post.includes(text)),
      ),
    )
    expect(leaks).toEqual([])
  })

  it.each(['. Unntatt offentlighet, offl. § 13', ' (unnateke offentlegheit)', ' – lukket sak'])(
    'hold no title of a matter that is marked "%s"',
    (mark) => {
      const meetings = everyMeeting((item) => ({ ...item, title: `${item.title}${mark}` }))
      const marked = postsOf(meetings, noPromises).map(textOf)
      const items = told().flatMap(({ meeting }) => meeting.items)
      const open = items.filter(({ title }) => marked.some((text) => title.length > 12 && text.includes(title)))
      expect(open.map(({ title }) => title)).toEqual([])
    },
  )

  if (name !== 'sample') return

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
  })
})
