import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { agendaPost } from '../../../src/agenda/agenda-post.ts'
import { askerOf, showAgenda } from '../../../src/agenda/plan-slots.ts'
import type { AgendaPost, ShownAgenda, SlotKey } from '../../../src/agenda/ports.ts'
import { openRakel } from '../../../src/index.ts'
import { cardMessage } from '../../../src/teams/agenda/card-message.ts'
import { brokenRule } from '../../fake-connector/teams-rules.ts'
import { day, noticed, setupOf } from '../../fault/agenda-world.ts'
import { tenant, ZONE } from './agenda-edge.ts'

const OPTIONS = { publicUrl: 'https://rakel.example/', isPreview: false }
const context = { key: 'slot' as SlotKey, generation: 1, zone: ZONE, nowMs: 0 }
type Json = Readonly<Record<string, unknown>>

const shown = (changes: Partial<ShownAgenda> = {}): ShownAgenda => ({
  kind: 'agenda',
  meeting: noticed(),
  standing: { is: 'on' },
  introduction: '',
  promises: [],
  postponed: [],
  language: 'nb',
  ...changes,
})
const post = (changes: Partial<ShownAgenda> = {}): AgendaPost => agendaPost(shown(changes), undefined, context)
const message = (changes: Partial<ShownAgenda> = {}) => cardMessage(post(changes), OPTIONS)
const cardOf = (changes: Partial<ShownAgenda> = {}): Json => message(changes).attachments[0]?.content as Json

/** Every object in a card. */
function elements(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(elements)
  if (typeof value !== 'object' || value === null) return []
  return [value as Json, ...Object.values(value).flatMap(elements)]
}
const textsOf = (card: Json, type: string): string[] =>
  elements(card)
    .filter((element) => element['type'] === type && element['isVisible'] !== false)
    .map((element) => String(element['text']))

const item = (title: string, more = {}) => ({
  caseNumber: '1/27',
  title,
  link: undefined,
  isRestricted: false,
  ...more,
})

describe('an agenda card', () => {
  it('tells when, where and what, in the language of the notice, and is readable without a card', () => {
    const { locale, summary, attachments } = message({ language: 'nn' })
    const card = attachments[0]?.content as Json
    expect([locale, card['version'], card['lang']]).toEqual(['nn-NO', '1.5', 'nn'])
    expect(summary).toContain('Sakliste: Fellesrådet, onsdag 10. februar 2027')
    expect(card['fallbackText']).toContain('Foreløpig regnskap')
    const runs = textsOf(card, 'TextRun')
    for (const said of ['kl. 10:00–14:00', 'Hjelmfoss rådhus', 'Godkjenning av innkalling', 'Foreløpig regnskap'])
      expect(runs).toContain(said)
    expect(textsOf(card, 'TextBlock')).toEqual(['Sakliste: Fellesrådet, onsdag 10. februar 2027', '2 saker'])
    expect(elements(card).filter(({ style }) => style === 'heading')).toHaveLength(2)
  })

  it('links a matter by its own title, and a restricted one not at all', () => {
    const link = 'https://sak.example/2'
    const items = [item('Åpen sak', { link }), item('Unntatt offentlighet', { link, isRestricted: true })]
    const card = cardOf({ meeting: noticed({ items }) })
    const links = elements(card).filter(({ type }) => type === 'Action.OpenUrl')
    expect(links.filter(({ url }) => url === link)).toMatchObject([{ title: 'Åpen sak' }])
    const choices = elements(card).find(({ type }) => type === 'Input.ChoiceSet')?.['choices']
    expect(choices).toMatchObject([{ title: '1/27 Åpen sak' }])
  })

  it.each(['javascript:alert(1)', 'http://plain.example/', 'https://user:word@x.example/', 'ikke en adresse'])(
    'has no link to %s',
    (link) => {
      const card = cardOf({ meeting: noticed({ items: [item('Sak', { link })] }) })
      expect(JSON.stringify(card)).not.toContain(link)
    },
  )

  it('carries the marker where Graph keeps it, and a preview carries none and has no buttons', () => {
    const made = post()
    expect(JSON.stringify(cardMessage(made, OPTIONS))).toContain(made.marker)
    const preview = cardMessage(made, { ...OPTIONS, isPreview: true })
    expect(JSON.stringify(preview)).not.toContain(made.marker)
    expect(preview.attachments[0]?.content['actions']).toBeUndefined()
  })

  it('stays below the size that Teams takes, with 150 long matters, and says how many are left', () => {
    const items = Array.from({ length: 150 }, (_, at) =>
      item(`Sak om ${'ænøåsaker '.repeat(30)}${at}`, {
        caseNumber: `${at}/27`,
        link: `https://sak.example/${at}?${'x'.repeat(300)}`,
      }),
    )
    const made = message({ meeting: noticed({ items }) })
    expect(Buffer.byteLength(JSON.stringify(made.attachments[0]))).toBeLessThan(28 * 1024)
    expect(brokenRule(made as unknown as Json)).toBeUndefined()
    expect(textsOf(made.attachments[0]?.content as Json, 'TextRun').join('\n')).toMatch(/… og \d+ saker til/)
  })

  it('shows any text as plain text: no markup, no link, no card function', () => {
    const hostile = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom(
            '[a](http://x.no)',
            '{{DATE(2027)}}',
            '**',
            '","type":"Action.Submit',
            '@Alle',
            '<at>Ola</at>',
          ),
        ),
        { maxLength: 6 },
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(hostile, hostile, (title, committee) => {
        const meeting = noticed({ committee, place: title, items: [item(title)] })
        const card = cardOf({
          meeting,
          introduction: title,
          promises: [{ who: title, what: title, promisedOn: meeting.date, caseNumber: undefined }],
        })
        const plain = cardOf({ meeting: noticed({ items: [item('Sak')] }) })
        const buttons = (one: Json) => elements(one).filter(({ type }) => String(type).startsWith('Action.')).length
        expect(buttons(card)).toBe(buttons(plain))
        for (const text of textsOf(card, 'TextBlock')) expect(text).not.toMatch(/[*_`~[\]<>]|\{\{/)
        for (const text of textsOf(card, 'TextRun')) expect(text).not.toMatch(/\{\{|https?:\/\//)
      }),
      { numRuns: 200 },
    )
  })
})

describe('over the sample documents', () => {
  it('no agenda card holds a decision, a recommendation or the full title of a restricted matter', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'rakel-cards-'))
    const rakel = openRakel({ dataFolder, tenant })
    try {
      await rakel.index(join(import.meta.dirname, '..', '..', '..', 'documents'))
      const { meetings, promises } = rakel.store.agenda
      const asker = askerOf({ tenant, channel: '19:c@thread.tacv2' })
      const items = rakel.store.register.meetings(asker, {}).flatMap(({ meeting }) => meeting.items)
      const secrets = items
        .flatMap(({ decision, recommendation, title }) => [
          decision?.text,
          recommendation?.value,
          /unnt|offl\./i.test(title) ? title : undefined,
        ])
        .filter((secret) => secret !== undefined && secret.length > 20)
        .map((secret) => secret?.slice(0, 60).replace(/\s+/g, ' '))
      const noticedMeetings = meetings.noticed(asker, day('2020-01-01'), day('2030-12-31'))
      expect(secrets.length).toBeGreaterThan(10)
      expect(noticedMeetings.length).toBeGreaterThan(0)
      for (const meeting of noticedMeetings) {
        const now = showAgenda('agenda', setupOf('19:c@thread.tacv2'), meeting, undefined, promises)
        const made = JSON.stringify(cardMessage(agendaPost(now, undefined, context), OPTIONS))
        for (const secret of secrets) expect(made).not.toContain(secret)
      }
    } finally {
      rakel.close()
      rmSync(dataFolder, { recursive: true, force: true })
    }
  }, 60_000)
})
