import { plusDays } from '../../../src/platform/zoned-time.ts'
import type { DeliveredActivity } from '../../fake-connector/fake-connector.ts'
import { brokenRule } from '../../fake-connector/teams-rules.ts'
import { noticed } from '../../fault/agenda-world.ts'
import { inChannel, KARI, mentioned, message, until } from '../edge.ts'
import { type AgendaEdge, MEETING_DAY, startAgendaEdge, tenant } from './agenda-edge.ts'

type Json = Readonly<Record<string, unknown>>

let edge: AgendaEdge
afterEach(() => edge.close())

const OLA = { id: '29:ola', name: 'Ola Prøve', aadObjectId: '33333333-3333-4333-8333-333333333334' }

const inThread = (): readonly DeliveredActivity[] =>
  edge.connector.delivered().filter(({ conversationId }) => conversationId.endsWith(';messageid=77'))

async function send(activity: Json): Promise<DeliveredActivity> {
  const before = inThread().length
  await edge.post(message(edge.connector, { ...inChannel('77'), ...activity }))
  await until(() => inThread().length > before)
  const last = inThread().at(-1)
  if (!last) throw new Error('no answer')
  return last
}
const say = (text: string, more: Json = {}) => send({ ...mentioned(text), ...more })
const press = async (value: unknown, replyToId: string, more: Json = {}): Promise<string> => {
  const { activity } = await send({ text: undefined, value, replyToId, ...more })
  return String(activity['text'] ?? JSON.stringify(activity['attachments']))
}

function elements(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(elements)
  if (typeof value !== 'object' || value === null) return []
  return [value as Json, ...Object.values(value).flatMap(elements)]
}
const cardOf = ({ activity }: DeliveredActivity): Json =>
  ((activity['attachments'] as readonly Json[])[0]?.['content'] ?? {}) as Json
const buttons = (plan: DeliveredActivity): string[] =>
  elements(cardOf(plan)).flatMap(({ type, title }) => (String(type).startsWith('Action.') ? [String(title)] : []))
const dataOf = (plan: DeliveredActivity, title: string): Json =>
  (elements(cardOf(plan)).find((element) => element['title'] === title && element['data'])?.['data'] ?? {}) as Json
const texts = (plan: DeliveredActivity): string[] =>
  elements(cardOf(plan)).flatMap(({ text }) => (typeof text === 'string' ? [text] : []))
const records = () => edge.store.outbox.list(tenant)
const order = () =>
  edge.store.orders.find({
    tenant,
    channel: inChannel('77').channelData.channel.id,
    committee: 'Fellesrådet',
    meetingDate: MEETING_DAY,
    kind: 'agenda',
  })

describe('the plan as a card', () => {
  it('has one row a post: what, which meeting, when and how it stands, and the same as text', async () => {
    edge = await startAgendaEdge()
    await say('post sakslisten her 1 dag før kl. 10:00, etter godkjenning')
    const plan = await say('vis plan')
    const shown = texts(plan)
    expect(shown).toContain('Saksliste for Fellesrådet')
    expect(shown.some((text) => /^møtet \S+dag \d+\. \S+ \d{4}$/.test(text))).toBe(true)
    expect(shown.some((text) => /^postes \S+dag \d+\. \S+ \d{4} kl\. 10:00$/.test(text))).toBe(true)
    expect(shown).toContain('venter på «godkjenn»')
    expect(shown).toContain('Fellesrådet: dagen før kl. 10:00. Ingenting postes før noen her skriver «godkjenn».')
    expect(buttons(plan)).toEqual(['Vis', 'Godkjenn', 'Utsett', 'Utsett innlegget', 'Avlys innlegget'])
    for (const text of [cardOf(plan)['fallbackText'], plan.activity['summary']])
      expect(text).toMatch(/Saksliste for Fellesrådet, møtet .*, postes .* kl\. 10:00, venter på «godkjenn»/)
    expect(brokenRule(plan.activity)).toBeUndefined()
  })

  it('is in nynorsk where that is spoken', async () => {
    edge = await startAgendaEdge()
    await say('post saklista her 1 dag før kl. 10:00')
    const plan = await say('syn planen')
    expect([cardOf(plan)['lang'], ...buttons(plan)]).toEqual([
      'nn',
      'Vis',
      'Utset',
      'Utset innlegget',
      'Avlys innlegget',
    ])
    expect(texts(plan)).toContain('Sakliste for Fellesrådet')
    // Whatever language the one who presses has Teams in.
    expect(await press(dataOf(plan, 'Avlys innlegget'), plan.id)).toContain('for å poste likevel')
    await until(() => plan.updateCount > 0)
    expect(cardOf(plan)['lang']).toBe('nn')
  })

  it('does with its buttons what words do, and shows it at once', async () => {
    edge = await startAgendaEdge()
    await say('post sakslisten her 1 dag før kl. 10:00, etter godkjenning')
    const plan = await say('vis plan')
    const now = () => inThread().find(({ id }) => id === plan.id) ?? plan
    expect(await press(dataOf(plan, 'Vis'), plan.id)).toContain('Foreløpig regnskap')
    expect(await press(dataOf(plan, 'Godkjenn'), plan.id)).toContain('Godkjent: saksliste for Fellesrådet')
    expect(order()).toMatchObject({ isApproved: true })
    await until(() => now().updateCount === 2)
    expect(buttons(now())).toEqual(['Vis', 'Utsett', 'Utsett innlegget', 'Avlys innlegget'])
    const postpone = dataOf(plan, 'Utsett innlegget')
    const field = String(elements(cardOf(plan)).find(({ type }) => type === 'Input.Text')?.['id'])
    expect(await press({ ...postpone, [field]: 'to timer' }, plan.id)).toMatch(/^Utsatt: .* kl\. 12:00\\?\.$/)
    expect(await press({ ...postpone, [field]: 'en gang' }, plan.id)).toContain('Til når?')
    expect(await press(dataOf(plan, 'Avlys innlegget'), plan.id)).toContain('Innlegget er avlyst')
    expect(order()).toMatchObject({ isCancelled: true })
    await until(() => now().updateCount === 5)
    expect(texts(now())).toContain('innlegget er avlyst')
    expect(buttons(now())).toEqual(['Vis', 'Godkjenn'])
    expect(edge.asked).toEqual([])
  })

  it('names the very post that its button stands beside', async () => {
    edge = await startAgendaEdge()
    edge.notices.push(noticed({ date: plusDays(MEETING_DAY, 14) }))
    await say('post sakslisten her 1 dag før kl. 10:00')
    const plan = await say('vis plan')
    const [, second] = elements(cardOf(plan)).filter(({ title }) => title === 'Avlys innlegget')
    await press(second?.['data'], plan.id)
    expect(order()).toBeUndefined()
    const changed = await say('vis plan')
    expect(texts(changed).filter((text) => text === 'innlegget er avlyst')).toHaveLength(1)
  })

  it('obeys only those who may change posts, and only what it shows', async () => {
    edge = await startAgendaEdge({ managers: [KARI.aadObjectId] })
    await say('post sakslisten her 1 dag før kl. 10:00, etter godkjenning')
    const plan = await say('vis plan', { from: OLA })
    for (const title of ['Vis', 'Godkjenn', 'Utsett innlegget', 'Avlys innlegget'])
      expect(await press(dataOf(plan, title), plan.id, { from: OLA })).toContain('be administratoren')
    const good = dataOf(plan, 'Godkjenn')
    expect(await press({ ...good, slot: '0123456789' }, plan.id)).toContain('ikke lenger for tur')
    for (const forged of [
      { ...good, deed: 'stop' },
      { ...good, slot: ['x'] },
      { ...good, slot: undefined },
    ])
      expect(await press(forged, plan.id)).toContain('finnes ikke lenger')
    const elsewhere = {
      ...inChannel('77').conversation,
      id: '19:other@thread.tacv2;messageid=77',
    }
    expect(await press(good, plan.id, { conversation: elsewhere })).toContain('ikke lenger for tur')
    expect(order()).toBeUndefined()
  })

  it('never takes the place of another message, whatever a press says it stands on', async () => {
    edge = await startAgendaEdge()
    await say('post sakslisten her 60 dager før')
    await edge.runner.tick()
    edge.notices.push(noticed({ date: plusDays(MEETING_DAY, 14) }))
    await say('pause')
    const plan = await say('vis plan')
    const [post] = edge.connector.delivered().filter(({ activity }) => JSON.stringify(activity).includes('agenda/ask'))
    await press(dataOf(plan, 'Vis'), post?.id ?? '')
    await say('hjelp')
    expect([post?.updateCount, records()[0]?.messageId]).toEqual([0, post?.id])
  })

  it('posts again what is uncertain, by a button', async () => {
    edge = await startAgendaEdge({ connector: { mayRead: false } })
    await say('post sakslisten her 60 dager før')
    edge.connector.inject({ kind: 'reset' })
    await edge.tickUntil(() => records()[0]?.state === 'uncertain')
    const plan = await say('vis plan')
    expect(texts(plan)).toContain('usikkert om det ble postet')
    expect(await press(dataOf(plan, 'Post på nytt'), plan.id)).toContain('Postes på nytt')
    await edge.tickUntil(() => records()[0]?.state === 'posted')
    expect(records()[0]?.state).toBe('posted')
  })

  it('stays below the size that Teams takes, with 40 posts of the longest names', async () => {
    edge = await startAgendaEdge()
    const committee = `Utvalget for ${'«**saker** [x](http://x.no) {{DATE()}} '.repeat(5)}`
    edge.notices.splice(
      0,
      1,
      ...Array.from({ length: 40 }, (_, at) => noticed({ committee, date: plusDays(MEETING_DAY, at % 40) })),
    )
    edge.setUp({ committee, rule: { days: 1, counts: 'calendar', time: '10:00' } })
    const plan = await say('vis plan')
    const card = cardOf(plan)
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024)
    expect(texts(plan).some((text) => /^… og \d+ innlegg til$/.test(text))).toBe(true)
    for (const text of texts(plan)) expect(text).not.toMatch(/https?:\/\/|\{\{/)
    const ids = elements(card).flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
    expect(new Set(ids).size).toBe(ids.length)
  })
})
