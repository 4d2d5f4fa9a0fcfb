import { CHANNEL, inChannel, KARI, mentioned, message, until } from '../edge.ts'
import { type AgendaEdge, MEETING_DAY, sends, startAgendaEdge, tenant } from './agenda-edge.ts'

let edge: AgendaEdge
afterEach(() => edge.close())

const replies = () =>
  edge.connector
    .delivered()
    .filter(({ conversationId }) => conversationId.endsWith(';messageid=77'))
    .map(({ activity }) => activity)
const setups = () => edge.store.setups.list(tenant)

/** Somebody says something to Rakel in a thread of the channel; @returns what she answers. */
async function say(text: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const before = replies().length
  await edge.post(message(edge.connector, { ...inChannel('77'), ...mentioned(text), ...more }))
  await until(() => replies().length > before)
  const last = replies().at(-1)
  return String(last?.['text'] ?? JSON.stringify(last?.['attachments']))
}

describe('in a channel', () => {
  it('a secretary sets up the agenda, and the answer says what comes when', async () => {
    edge = await startAgendaEdge()
    const said = await say('post sakslisten her 7 dager før kl. 08:00')
    expect(said).toContain('Jeg poster sakslisten for Fellesrådet i denne kanalen 7 dager før kl. 08:00')
    expect(said).toMatch(/Neste: møtet \S+ \d+\\?\. \S+ \d{4} postes \S+ \d+\\?\. \S+ \d{4} kl\. 08:00/)
    expect(setups()).toMatchObject([
      {
        channel: CHANNEL,
        committee: 'Fellesrådet',
        rule: { days: 7, counts: 'calendar', time: '08:00' },
        setUpBy: KARI.aadObjectId,
      },
    ])
    expect(edge.asked).toEqual([])
  })

  it('the same in nynorsk, with reminder, decisions and approval', async () => {
    edge = await startAgendaEdge()
    const said = await say(
      'post saklista for Fellesrådet her tre yrkedagar før kl. 9, påminning dagen før kl. 12, vedtaka etterpå, etter godkjenning',
    )
    expect(said).toContain('Eg postar saklista for Fellesrådet i denne kanalen 3 yrkedagar før kl. 09:00')
    expect(setups()).toMatchObject([
      {
        rule: { days: 3, counts: 'working', time: '09:00' },
        reminder: { days: 1, time: '12:00' },
        postsDecisions: true,
        needsApproval: true,
      },
    ])
  })

  it('a rule that is not understood sets up nothing', async () => {
    edge = await startAgendaEdge()
    expect(await say('post sakslisten her når det passer')).toContain('Når skal jeg poste?')
    expect(await say('post sakslisten her 7 dager før kl. 25')).toContain('Når skal jeg poste?')
    expect(setups()).toEqual([])
  })

  it('asks which committee when several have notices', async () => {
    edge = await startAgendaEdge()
    const [first] = edge.notices
    if (first) edge.notices.push({ ...first, committee: 'Fagutvalget' })
    expect(await say('post sakslisten her')).toContain('Fagutvalget')
    expect(setups()).toEqual([])
    await say('post sakslisten for Fagutvalget her')
    expect(setups()).toMatchObject([{ committee: 'Fagutvalget' }])
  })

  it('pause, go on, introduction and stop', async () => {
    edge = await startAgendaEdge()
    expect(await say('pause')).toContain('Ingen sakslister er satt opp')
    await say('post sakslisten her')
    await say('pause')
    expect(setups()).toMatchObject([{ pausedBecause: 'paused' }])
    await say('fortsett')
    expect(setups()).toMatchObject([{ pausedBecause: undefined }])
    await say('endre introduksjon: Husk å melde forfall!')
    expect(setups()).toMatchObject([{ introduction: 'Husk å melde forfall!' }])
    await say('stopp')
    expect(setups()).toEqual([])
  })

  it('previews the very post, in the thread and without the word that posts are found by', async () => {
    edge = await startAgendaEdge()
    await say('post sakslisten her')
    const card = await say('forhåndsvis')
    expect(card).toContain('Foreløpig regnskap')
    expect(card).not.toMatch(/rakel[0-9a-f]{24}/)
    expect(edge.store.outbox.list(tenant)).toEqual([])
  })

  it('nothing is posted before approval, nor while it is postponed', async () => {
    edge = await startAgendaEdge()
    await say('post sakslisten her 60 dager før, etter godkjenning')
    await edge.runner.tick()
    expect(edge.store.outbox.list(tenant)).toEqual([])
    const [year, month, day] = MEETING_DAY.split('-')
    expect(await say(`utsett til ${Number(day)}.${Number(month)}.${year} kl. 07:00`)).toContain('Utsatt')
    expect(await say('godkjenn')).toContain('Godkjent')
    await edge.runner.tick()
    expect(edge.store.outbox.list(tenant)).toEqual([])
    expect(await say(`utsett til ${Number(day)}.${Number(month)}.${year} kl. 23:00`)).toContain('er ikke utsatt')
    expect(await say('vis plan')).toContain('kl. 07:00')
  })

  it('is postponed as people say it, and says in one sentence why it is not', async () => {
    edge = await startAgendaEdge()
    await say('post sakslisten her 1 dag før kl. 10:00')
    expect(await say('utsett en time')).toMatch(/^Utsatt: saksliste .* kl\. 11:00\\?\.$/)
    expect(await say('utset to timar')).toMatch(/^Utsett: sakliste .* kl\. 13:00\\?\.$/)
    expect(await say('utsett til i dag kl. 00:00')).toMatch(/ikke utsatt, for .* er passert/)
    expect(await say('utsett til i morgen')).toMatch(/ikke utsatt, for det postes først .* kl\. 10:00/)
    expect(await say('utsett tre dager')).toMatch(/ikke utsatt, for .* kl\. 13:00 har møtet .* begynt/)
    expect(await say('utsett til 31. april')).toContain('Det tidspunktet finnes ikke')
    expect(await say('utsett til noen har lest den')).toContain('Til når?')
    expect(await say('vis plan')).toContain('kl. 13:00')
  })

  it('a post that is uncertain is posted again when somebody says so', async () => {
    edge = await startAgendaEdge({ connector: { mayRead: false } })
    await say('post sakslisten her 60 dager før')
    edge.connector.inject({ kind: 'reset' })
    await edge.tickUntil(() => edge.store.outbox.list(tenant)[0]?.state === 'uncertain')
    const plan = await say('vis plan')
    const id = /post på nytt ([0-9a-f]{10})/.exec(plan)?.[1] ?? ''
    expect(await say('post på nytt 0123456789')).toContain('Bare et innlegg som er usikkert')
    expect(await say(`post på nytt ${id}`)).toContain('Postes på nytt')
    await edge.tickUntil(() => edge.store.outbox.list(tenant)[0]?.state === 'posted')
    expect(edge.store.outbox.list(tenant)).toMatchObject([{ state: 'posted' }])
  })

  it.each(['Hva ble vedtatt om sakslisten?', 'Hvorfor stoppet prosjektet?', 'Kan du poste noe?', 'plan for kommunen'])(
    'a question remains a question: %s',
    async (question) => {
      edge = await startAgendaEdge()
      await say(question)
      expect(edge.asked).toEqual([question])
    },
  )
})

describe('who may change posts', () => {
  const OLA = { id: '29:ola', name: 'Ola Prøve', aadObjectId: '33333333-3333-4333-8333-333333333334' }
  const managers = [KARI.aadObjectId]

  it.each([
    'post sakslisten her',
    'post sakslisten her når det passer',
    'stopp',
    'pause',
    'fortsett',
    'forhåndsvis',
    'godkjenn',
    'dropp',
    'utsett til i morgen',
    'endre introduksjon: Hei',
    'post på nytt 0123456789',
  ])('nobody but those named: "%s" of another changes nothing and tells whom to ask', async (text) => {
    edge = await startAgendaEdge({ managers })
    await say('post sakslisten her 1 dag før kl. 10:00', {
      from: { ...KARI, aadObjectId: KARI.aadObjectId.toUpperCase() },
    })
    const before = setups()
    expect(before).toHaveLength(1)
    const said = await say(text, { from: OLA })
    expect(said).toContain('be administratoren')
    expect(said.replaceAll('\\', '')).toContain(OLA.aadObjectId)
    expect(setups()).toEqual(before)
    const slot = {
      tenant,
      channel: CHANNEL,
      committee: 'Fellesrådet',
      meetingDate: MEETING_DAY,
      kind: 'agenda',
    } as const
    expect(edge.store.orders.find(slot)).toBeUndefined()
  })

  it('and who somebody is comes from the channel, not from a name, an id of another kind, or words', async () => {
    edge = await startAgendaEdge({ managers })
    for (const from of [
      { ...OLA, name: KARI.aadObjectId },
      { id: KARI.aadObjectId, name: 'Kari Prøve' },
      { ...KARI, aadObjectId: undefined },
    ])
      expect(await say('post sakslisten her', { from, aadObjectId: KARI.aadObjectId })).toContain('be administratoren')
    await say(`post sakslisten her ${KARI.aadObjectId}`, { from: OLA })
    expect(setups()).toEqual([])
  })

  it('while everyone may look at the plan', async () => {
    edge = await startAgendaEdge({ managers })
    await say('post sakslisten her 1 dag før kl. 10:00')
    expect(await say('vis plan', { from: OLA })).toContain('Saksliste for Fellesrådet')
  })

  it('the owners of the team, where Rakel may know them', async () => {
    edge = await startAgendaEdge({ managers: ['owners'], connector: { owners: [KARI.aadObjectId] } })
    expect(await say('post sakslisten her', { from: OLA })).toContain('be en av eierne')
    expect(setups()).toEqual([])
    expect(await say('post sakslisten her')).toContain('Jeg poster sakslisten')
    expect(setups()).toHaveLength(1)
  })

  it('and no owner where she may not know them, who is told to ask the administrator', async () => {
    edge = await startAgendaEdge({ managers: ['owners', OLA.aadObjectId] })
    const said = await say('post sakslisten her')
    expect([said.includes('be administratoren'), said.includes('eierne')]).toEqual([true, false])
    expect(setups()).toEqual([])
    await say('post sakslisten her', { from: OLA })
    expect(setups()).toHaveLength(1)
  })

  it('where none is named, nobody', async () => {
    edge = await startAgendaEdge({ managers: [] })
    expect(await say('post sakslisten her')).toContain('be administratoren')
    expect(setups()).toEqual([])
  })
})

it('in a personal chat nothing is set up', async () => {
  edge = await startAgendaEdge()
  await edge.post(message(edge.connector, { text: 'post sakslisten her' }))
  const [reply] = await edge.messages(1)
  expect(reply?.['text']).toContain('settes opp i kanalen')
  expect(setups()).toEqual([])
})

describe('the button of a card', () => {
  async function posted(): Promise<{ data: Readonly<Record<string, unknown>>; id: string; choice: string }> {
    await say('post sakslisten her 60 dager før')
    await edge.runner.tick()
    const post = edge.connector.delivered().find(({ activity }) => JSON.stringify(activity).includes('Action.Submit'))
    const card = JSON.stringify(post?.activity)
    const data = JSON.parse(/"data":(\{[^}]*\})/.exec(card)?.[1] ?? '{}')
    const choice = /"choices":\[.*?"value":"([0-9a-f]+)"/.exec(card)?.[1] ?? ''
    return { data, id: post?.id ?? '', choice }
  }
  const press = (value: unknown, replyToId: string, more: Readonly<Record<string, unknown>> = {}) =>
    edge.post(message(edge.connector, { ...inChannel('77'), text: undefined, value, replyToId, ...more }))

  it('asks about the matter that was chosen', async () => {
    edge = await startAgendaEdge()
    const { data, id, choice } = await posted()
    await press({ ...data, matter: choice }, id)
    await until(() => edge.asked.length > 0)
    expect(edge.asked).toEqual(['Hva ble vedtatt om Godkjenning av innkalling?'])
  })

  it('asks in the language of the post', async () => {
    edge = await startAgendaEdge()
    edge.setUp({ language: 'nn' })
    const { data, id, choice } = await posted()
    await press({ ...data, matter: choice }, id)
    await until(() => edge.asked.length > 0)
    expect(edge.asked).toEqual(['Kva vart vedteke om Godkjenning av innkalling?'])
  })

  it('«Lest» counts a person once, and says so to that person alone', async () => {
    edge = await startAgendaEdge()
    const { data, id } = await posted()
    const { key } = edge.store.outbox.list(tenant)[0] ?? { key: '' }
    const execute = async (ticket: unknown, from = KARI): Promise<unknown> => {
      const action = { type: 'Action.Execute', verb: 'agenda/read', data: { rakel: 'agenda/read', ticket } }
      const answer = await edge.post(
        message(edge.connector, {
          ...inChannel('77'),
          type: 'invoke',
          name: 'adaptiveCard/action',
          text: undefined,
          value: { action, trigger: 'manual' },
          replyToId: id,
          from,
        }),
      )
      return answer.json()
    }
    const before = sends(edge).length
    expect(await execute(data['ticket'])).toMatchObject({ statusCode: 200, value: 'Notert at du har lest innlegget.' })
    await execute(data['ticket'])
    await execute(data['ticket'], { ...KARI, id: '29:ola', aadObjectId: '33333333-3333-4333-8333-333333333334' })
    expect(await execute('rakel000000000000000000000000')).toMatchObject({
      value: expect.stringContaining('ikke lenger'),
    })
    expect(edge.store.receipts.count(tenant, key)).toBe(2)
    expect(sends(edge)).toHaveLength(before)
    expect(await say('vis plan')).toContain('lest av 2')
  })

  it('that is forged asks nothing: another ticket, message, channel or matter, or none', async () => {
    edge = await startAgendaEdge()
    const { data, id, choice } = await posted()
    const good = { ...data, matter: choice }
    const before = sends(edge).length
    const elsewhere = {
      conversation: {
        id: '19:other@thread.tacv2;messageid=77',
        conversationType: 'channel',
        isGroup: true,
        tenantId: message(edge.connector).conversation.tenantId,
      },
    }
    const forged: [unknown, string, object?][] = [
      [{ ...good, ticket: 'rakel000000000000000000000000' }, id],
      [{ ...good, ticket: { $ne: 1 } }, id],
      [{ ...good, matter: 'ffffffffffff' }, id],
      [{ ...good, matter: '0' }, id],
      [data, id],
      [good, '1'],
      [good, id, elsewhere],
    ]
    for (const [value, replyToId, more] of forged) await press(value, replyToId, { ...more })
    await until(() => sends(edge).length >= before + forged.length)
    expect(edge.asked).toEqual([])
    expect(
      sends(edge)
        .slice(before)
        .every(({ body }) => body.includes('Saken finnes ikke lenger')),
    ).toBe(true)
  })
})
