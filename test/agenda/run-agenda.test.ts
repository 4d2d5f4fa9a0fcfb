import type { DecidedMeeting, NoticedMeeting } from '../../src/agenda/ports.ts'
import { markerOf } from '../../src/agenda/slots.ts'
import { documentId } from '../../src/domain/ids.ts'
import { silentLog } from '../../src/platform/log.ts'
import { day, noticed } from '../fault/agenda-world.ts'
import { type AgendaBench, CHANNEL, startBench, tenant, winter } from './agenda-bench.ts'

let bench: AgendaBench
beforeEach(async () => {
  bench = await startBench()
  bench.meetings = [noticed()]
})
afterEach(() => bench.close())

const textOf = (at = 0): string => JSON.stringify(bench.posts()[at]?.activity)

describe('a post that is due', () => {
  it('is made at its time, once, with its marker', async () => {
    bench.setUp()
    const runner = bench.runner()
    await bench.at('2027-02-03 07:59', runner)
    expect(bench.posts()).toHaveLength(0)
    await bench.at('2027-02-03 08:00', runner)
    for (const stamp of ['2027-02-03 08:00', '2027-02-03 08:01', '2027-02-09 08:00'])
      await bench.at(stamp, runner, bench.runner())
    expect(bench.posts()).toHaveLength(1)
    const record = bench.record()
    expect(record).toMatchObject({ state: 'posted', attempt: 1, updateCount: 0 })
    expect(textOf()).toContain(record && markerOf(record.key, 1))
    expect(textOf()).toContain('Saksliste: Fellesrådet, onsdag 10. februar 2027')
    expect(textOf()).toContain('2/27 Foreløpig regnskap')
  })

  // FAULTS F11
  it.each([
    ['2027-02-03 08:01', 'posted', 1],
    ['2027-02-03 10:00', 'posted', 1],
    ['2027-02-06 07:00', 'posted', 1],
    ['2027-02-06 09:00', 'skipped', 0],
    ['2027-02-10 11:00', 'skipped', 0],
    ['2027-02-12 08:00', 'skipped', 0],
  ])('found first at %s after a downtime is %s', async (stamp, state, posts) => {
    bench.setUp()
    await bench.at(stamp, bench.runner(), bench.runner())
    expect(bench.record()).toMatchObject({ state, ...(state === 'skipped' && { code: 'missed' }) })
    expect(bench.posts()).toHaveLength(posts)
    expect(bench.reports.map(({ code }) => code)).toEqual(state === 'skipped' ? ['missed'] : [])
  })

  it('is of one committee: where two are meant alike nothing is posted, which is logged once and not at every look', async () => {
    const warned: string[] = []
    bench.setUp()
    bench.meetings = [noticed({ committee: 'Fellesrådet i nord' }), noticed({ committee: 'Fellesrådet i sør' })]
    const runner = bench.runner({ log: { ...silentLog, warn: (event) => warned.push(event) } })
    for (const stamp of ['2027-02-03 07:59', '2027-02-03 08:00', '2027-02-03 08:01']) await bench.at(stamp, runner)
    expect(bench.posts()).toHaveLength(0)
    expect(warned).toEqual(['agenda.ambiguous-committee'])
  })

  it('does not keep the answers of other channels waiting: what has arrived is read between two channels', async () => {
    for (let channel = 0; channel < 40; channel += 1) bench.setUp({ channel: `19:c${channel}@thread.tacv2` })
    const runner = bench.runner()
    await bench.at('2027-02-03 08:00', runner)
    let turns = 0
    let isOver = false
    const turn = (): void => {
      turns += 1
      if (!isOver) setImmediate(turn)
    }
    setImmediate(turn)
    await bench.at('2027-02-03 08:01', runner)
    isOver = true
    expect(bench.posts()).toHaveLength(40)
    expect(turns).toBeGreaterThanOrEqual(4)
  })

  it('is made at once when the notice comes after the rule’s day', async () => {
    bench.setUp()
    bench.meetings = [noticed({ knownSinceMs: winter('2027-02-09 15:00') })]
    await bench.at('2027-02-09 15:01', bench.runner())
    expect(bench.posts()).toHaveLength(1)
  })

  it('is not made of a meeting that was over when the channel was set up', async () => {
    bench.setUp({ setUpAtMs: winter('2027-02-11 08:00'), postsDecisions: true })
    bench.decided = [decided()]
    await bench.at('2027-02-11 09:00', bench.runner())
    expect(bench.record()).toBeUndefined()
  })

  it('is made once for two spellings of one committee', async () => {
    bench.setUp()
    const runner = bench.runner()
    await bench.at('2027-02-03 08:00', runner)
    bench.store.setups.remove(tenant, CHANNEL, 'Fellesrådet')
    bench.meetings = [noticed({ committee: 'Fellesrådet for Firklang IKT' })]
    bench.setUp({ committee: 'Fellesrådet for Firklang IKT' })
    await bench.at('2027-02-03 08:05', runner)
    expect(bench.posts()).toHaveLength(1)
  })

  it('is not guessed where two committees may be meant', async () => {
    bench.setUp()
    bench.meetings = [noticed({ committee: 'Fellesrådet for Fjord' }), noticed({ committee: 'Fellesrådet for Fjell' })]
    await bench.at('2027-02-03 08:00', bench.runner())
    expect(bench.record()).toBeUndefined()
  })
})

// FAULTS F10
describe('a clock that jumps', () => {
  it.each([
    ['back two hours', ['2027-02-03 08:00', '2027-02-03 06:00', '2027-02-03 08:00', '2027-02-03 09:00']],
    ['forth and back a day', ['2027-02-03 07:00', '2027-02-04 07:00', '2027-02-03 07:05', '2027-02-03 08:05']],
    ['back a year', ['2027-02-03 08:00', '2026-02-03 08:00', '2027-02-03 08:10']],
  ])('%s: one post', async (_name, stamps) => {
    bench.setUp({ setUpAtMs: winter('2026-01-01 08:00') })
    const [one, two] = [bench.runner(), bench.runner()]
    for (const stamp of stamps) await bench.at(stamp, one, two)
    expect(bench.posts()).toHaveLength(1)
  })

  it('far ahead reports what it takes for missed, and posts it on time once it is back', async () => {
    bench.setUp()
    bench.meetings = ['2027-02-10', '2027-04-14', '2027-06-09'].map((date) => noticed({ date: day(date) }))
    const runner = bench.runner()
    await bench.at('2027-02-03 08:00', runner)
    await bench.at('2027-04-12 08:00', runner)
    expect(bench.posts()).toHaveLength(1)
    expect(bench.reports).toHaveLength(1)
    await bench.at('2027-02-03 08:10', runner)
    await bench.at('2027-04-07 07:59', runner)
    expect(bench.posts()).toHaveLength(1)
    for (const stamp of ['2027-04-07 08:00', '2027-04-07 08:01', '2027-04-12 08:00']) await bench.at(stamp, runner)
    expect(bench.posts()).toHaveLength(2)
  })

  it('ahead during a send does not make another process send it too', async () => {
    bench.setUp()
    const [one, two] = [bench.runner(), bench.runner()]
    bench.connector.inject({ kind: 'delay', ms: 150 })
    await bench.at('2027-02-03 08:00')
    const sending = one.tick()
    // The lease has ended by the clock that jumped; the elapsed time has not moved.
    bench.nowMs += 2 * 3_600_000
    for (let look = 0; look < 3; look += 1) await two.tick()
    await sending
    await two.tick()
    expect(bench.posts()).toHaveLength(1)
    expect(bench.record()?.state).toBe('posted')
  })
})

// FAULTS F17
describe('a send whose outcome is unknown', () => {
  it.each([
    ['delivered, then 500', { kind: 'status', status: 500, when: 'after' }],
    ['delivered, then cut', { kind: 'reset', when: 'after' }],
    ['delivered, then silence', { kind: 'hang', when: 'after' }],
    ['not delivered, 502', { kind: 'status', status: 502 }],
    ['not delivered, cut', { kind: 'reset' }],
  ] as const)('%s: one message in the end', async (_name, fault) => {
    bench.setUp()
    const runner = bench.runner()
    bench.connector.inject(fault)
    await bench.at('2027-02-03 08:00', runner)
    expect(bench.record()?.state).toBe('claimed')
    // Nobody looks before it has settled.
    const requests = bench.connector.requests.length
    bench.elapsedMs += 40_000
    await runner.tick()
    expect([bench.connector.requests.length, bench.record()?.state]).toEqual([requests, 'claimed'])
    await bench.at('2027-02-03 08:02', runner)
    expect(bench.posts()).toHaveLength(1)
    expect(bench.record()?.state).toBe('posted')
    expect(bench.reports).toEqual([])
  })

  it('is tried ever more seldom while the channel loses every send, and delivered once when it does not', async () => {
    bench.setUp()
    const runner = bench.runner()
    const lost = { kind: 'status', status: 500 } as const
    bench.connector.inject(...Array.from({ length: 12 }, () => lost))
    const stamp = (minute: number): string =>
      `2027-02-03 ${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    for (let minute = 0; minute < 120; minute += 1) await bench.at(stamp(minute), runner)
    const sent = bench.connector.requests.length
    expect([sent > 5, sent < 12, bench.posts().length]).toEqual([true, true, 0])
    for (let minute = 120; minute < 360; minute += 1) await bench.at(stamp(minute), runner)
    expect([bench.posts().length, bench.record()?.state]).toEqual([1, 'posted'])
  })

  it('is never sent again unasked where nobody may look, and is reported once', async () => {
    bench.setUp()
    bench.mayRead = false
    const runner = bench.runner()
    bench.connector.inject({ kind: 'reset' })
    for (const stamp of ['2027-02-03 08:00', '2027-02-03 08:05', '2027-02-03 09:00', '2027-02-04 09:00'])
      await bench.at(stamp, runner, bench.runner())
    expect(bench.record()).toMatchObject({ state: 'uncertain', code: 'may-not-look', attempt: 1 })
    expect(bench.connector.requests).toHaveLength(1)
    expect(bench.reports.map(({ state }) => state)).toEqual(['uncertain'])
    // A person looks, and asks for it.
    const key = bench.record()?.key
    expect(key && bench.store.outbox.order(key, bench.nowMs)).toBe(true)
    expect(key && bench.store.outbox.order(key, bench.nowMs)).toBe(false)
    await bench.at('2027-02-04 09:01', runner)
    await bench.at('2027-02-04 09:02', runner)
    expect([bench.posts().length, bench.record()?.state]).toEqual([1, 'posted'])
  })

  it('that is uncertain and there after all is found when the permission comes, and not made two by an order', async () => {
    bench.setUp()
    bench.mayRead = false
    bench.connector.inject({ kind: 'status', status: 500, when: 'after' })
    const runner = bench.runner()
    for (const stamp of ['2027-02-03 08:00', '2027-02-03 08:05', '2027-02-03 08:06']) await bench.at(stamp, runner)
    expect(bench.record()?.state).toBe('uncertain')
    bench.mayRead = true
    const key = bench.record()?.key
    if (key) bench.store.outbox.order(key, bench.nowMs)
    await bench.at('2027-02-03 08:07', runner)
    expect([bench.posts().length, bench.record()?.state]).toEqual([1, 'posted'])
  })
})

// FAULTS F16
it('waits as told after 429, and then posts once', async () => {
  bench.setUp()
  const runner = bench.runner()
  bench.connector.inject({ kind: 'status', status: 429, retryAfter: '120' })
  await bench.at('2027-02-03 08:00', runner)
  expect(bench.record()?.state).toBe('waiting')
  await bench.at('2027-02-03 08:01', runner)
  expect(bench.connector.requests).toHaveLength(1)
  await bench.at('2027-02-03 08:03', runner)
  expect([bench.posts().length, bench.record()?.state]).toEqual([1, 'posted'])
  bench.connector.inject({ kind: 'status', status: 429, retryAfter: '120' })
  bench.meetings = [noticed({ place: 'Salen' })]
  for (const stamp of ['2027-02-03 08:04', '2027-02-03 08:05']) await bench.at(stamp, runner)
  expect(bench.connector.requests).toHaveLength(3)
  await bench.at('2027-02-03 08:07', runner)
  expect(bench.record()).toMatchObject({ updateCount: 1 })
})

// FAULTS F18
it('tries a channel that is gone once, reports once, and says no more there', async () => {
  bench.setUp()
  bench.meetings = [noticed(), noticed({ date: day('2027-02-11') })]
  bench.connector.inject({ kind: 'status', status: 403, code: 'BotNotInConversationRoster', on: 'any' })
  const [one, two] = [bench.runner(), bench.runner()]
  for (const stamp of ['2027-02-04 08:00', '2027-02-04 08:01', '2027-02-05 08:00']) await bench.at(stamp, one, two)
  expect(bench.connector.requests).toHaveLength(1)
  expect(bench.reports.map(({ state, code }) => `${state} ${code}`)).toEqual(['failed conversation-closed'])
  expect(bench.store.setups.list(tenant)[0]?.pausedBecause).toBe('conversation-closed')
})

// FAULTS F12
describe('a meeting that changes after its post', () => {
  const revise = async (stamp: string, changes: Partial<NoticedMeeting>): Promise<void> => {
    bench.meetings = [noticed(changes)]
    await bench.at(stamp, ...runners)
  }
  let runners: ReturnType<AgendaBench['runner']>[]
  beforeEach(async () => {
    bench.setUp()
    runners = [bench.runner(), bench.runner()]
    await bench.at('2027-02-03 08:00', ...runners)
  })
  const [first, second] = noticed().items

  it('five times is one post with five updates, and says what changed', async () => {
    const third = { caseNumber: '3/27', title: 'Ny kai', link: undefined, isRestricted: false }
    await revise('2027-02-03 09:00', { place: 'Ulvstøl samfunnshus' })
    expect(textOf()).toContain('Nytt sted: Ulvstøl samfunnshus (før: Hjelmfoss rådhus)')
    await revise('2027-02-03 10:00', { place: 'Ulvstøl samfunnshus', startTime: '09:00' })
    await revise('2027-02-03 11:00', {
      place: 'Ulvstøl samfunnshus',
      items: [first, second, third].flatMap((item) => item ?? []),
    })
    expect(textOf()).toContain('Ny sak: 3/27 Ny kai')
    await revise('2027-02-03 12:00', { items: [first, third].flatMap((item) => item ?? []) })
    expect(textOf()).toContain('Tatt ut: sak 2/27')
    await revise('2027-02-03 13:00', { items: [first, { ...third, title: 'Kai i sør' }].flatMap((item) => item ?? []) })
    await bench.at('2027-02-03 14:00', ...runners)
    expect(bench.posts()).toHaveLength(1)
    expect(bench.posts()[0]?.updateCount).toBe(5)
    expect(bench.record()?.updateCount).toBe(5)
  })

  it('is struck when it is cancelled, and restored when it is not', async () => {
    await revise('2027-02-04 08:00', { isCancelled: true, items: [] })
    expect(textOf()).toContain('Møtet er avlyst.')
    expect(textOf()).toContain('2/27 Foreløpig regnskap')
    await revise('2027-02-04 09:00', {})
    expect(textOf()).toContain('Møtet holdes likevel.')
    expect(bench.posts()).toHaveLength(1)
  })

  it('is shown as withdrawn only when its notice has been gone for an hour', async () => {
    bench.meetings = []
    await bench.at('2027-02-04 08:00', ...runners)
    await bench.at('2027-02-04 08:30', ...runners)
    expect(bench.posts()[0]?.updateCount).toBe(0)
    await revise('2027-02-04 08:40', {})
    bench.meetings = []
    for (const stamp of ['2027-02-04 09:00', '2027-02-04 09:30', '2027-02-04 10:01', '2027-02-04 11:01'])
      await bench.at(stamp, ...runners)
    expect([bench.posts()[0]?.updateCount, textOf().includes('trukket tilbake')]).toEqual([1, true])
  })

  it('is shown as moved, and posted anew for its new day by the rule', async () => {
    bench.meetings = [noticed({ documents: [documentId('notice')] })]
    await bench.at('2027-02-03 09:00', ...runners)
    bench.meetings = [noticed({ documents: [documentId('notice')], place: 'Her' })]
    await bench.at('2027-02-03 10:00', ...runners)
    bench.meetings = [noticed({ documents: [documentId('notice')], date: day('2027-02-17') })]
    await bench.at('2027-02-03 11:00', ...runners)
    expect(textOf()).toContain('Møtet er flyttet til onsdag 17. februar 2027.')
    await bench.at('2027-02-10 08:00', ...runners)
    expect(bench.posts()).toHaveLength(2)
  })

  it('whose post was deleted gets one new post that says so, and no third', async () => {
    const { id } = bench.posts()[0] ?? { id: '' }
    const remove = (message: string) =>
      fetch(`${bench.connector.url}v3/conversations/${encodeURIComponent(CHANNEL)}/activities/${message}`, {
        method: 'DELETE',
      })
    await remove(id)
    await revise('2027-02-04 08:00', { place: 'A' })
    await bench.at('2027-02-04 08:01', ...runners)
    expect(bench.posts()).toHaveLength(2)
    expect(textOf(1)).toContain('Det første innlegget om dette møtet er slettet.')
    await remove(bench.posts()[1]?.id ?? '')
    await revise('2027-02-05 08:00', { place: 'B' })
    for (const stamp of ['2027-02-05 08:01', '2027-02-05 09:00']) await bench.at(stamp, ...runners)
    expect(bench.posts()).toHaveLength(2)
    expect(bench.record()).toMatchObject({ state: 'skipped', code: 'message-gone' })
  })

  it('has its update repeated after an unknown outcome, and not after a refusal', async () => {
    bench.connector.inject({ kind: 'status', status: 500, when: 'after' })
    await revise('2027-02-04 08:00', { place: 'A' })
    expect(bench.record()?.updateCount).toBe(0)
    await bench.at('2027-02-04 08:01', ...runners)
    expect([bench.record()?.updateCount, bench.posts().length]).toEqual([1, 1])
    bench.connector.inject({ kind: 'status', status: 400, code: 'BadSyntax' })
    await revise('2027-02-04 09:00', { place: 'B' })
    const requests = bench.connector.requests.length
    for (const stamp of ['2027-02-04 09:01', '2027-02-04 10:00']) await bench.at(stamp, ...runners)
    expect(bench.connector.requests).toHaveLength(requests)
    expect(bench.reports.map(({ state, code }) => `${state} ${code}`)).toEqual(['posted http-400'])
  })

  it('is left alone once it has begun', async () => {
    await revise('2027-02-10 10:00', { place: 'A' })
    expect(bench.posts()[0]?.updateCount).toBe(0)
  })
})

const decided = (changes: Partial<DecidedMeeting> = {}): DecidedMeeting => ({
  committee: 'Fellesrådet',
  date: day('2027-02-10'),
  items: [
    {
      caseNumber: '2/27',
      title: 'Foreløpig regnskap',
      link: undefined,
      isRestricted: false,
      decision: 'Regnskapet tas til orientering.',
    },
  ],
  language: 'nb',
  knownSinceMs: winter('2027-02-12 09:00'),
  ...changes,
})

describe('the other posts of a meeting', () => {
  it('are a reminder the day before and the decisions once the minutes are there, each once', async () => {
    bench.setUp({ reminder: { days: 1, counts: 'calendar', time: '09:00' }, postsDecisions: true })
    const runner = bench.runner()
    for (const stamp of ['2027-02-03 08:00', '2027-02-09 08:59']) await bench.at(stamp, runner)
    expect(bench.posts()).toHaveLength(1)
    await bench.at('2027-02-09 09:00', runner)
    expect(textOf(1)).toContain('Påminnelse: møte i Fellesrådet, onsdag 10. februar 2027')
    bench.decided = [decided()]
    for (const stamp of ['2027-02-12 09:05', '2027-02-12 09:11', '2027-02-12 10:00', '2027-02-20 10:00'])
      await bench.at(stamp, runner)
    expect(bench.posts()).toHaveLength(3)
    expect(textOf(2)).toContain('Regnskapet tas til orientering.')
  })

  it('are no reminder when the agenda itself came after its time', async () => {
    bench.setUp({ reminder: { days: 1, counts: 'calendar', time: '09:00' } })
    bench.meetings = [noticed({ knownSinceMs: winter('2027-02-09 12:00') })]
    const runner = bench.runner()
    for (const stamp of ['2027-02-09 12:01', '2027-02-09 13:00']) await bench.at(stamp, runner)
    expect(bench.posts()).toHaveLength(1)
  })
})

describe('what people decide', () => {
  const order = { isApproved: false, isCancelled: false, postponedUntilMs: undefined, introduction: undefined }
  const slotOf = () => ({
    tenant,
    channel: CHANNEL,
    committee: 'Fellesrådet',
    meetingDate: day('2027-02-10'),
    kind: 'agenda' as const,
  })

  it('holds a post until it is approved', async () => {
    bench.setUp({ needsApproval: true })
    const runner = bench.runner()
    await bench.at('2027-02-03 08:00', runner)
    expect(bench.posts()).toHaveLength(0)
    bench.store.orders.save(slotOf(), { ...order, isApproved: true, introduction: 'Velkommen.' })
    await bench.at('2027-02-03 09:00', runner)
    expect(textOf()).toContain('Velkommen.')
  })

  it('postpones, cancels and pauses', async () => {
    bench.setUp()
    const runner = bench.runner()
    bench.store.orders.save(slotOf(), { ...order, postponedUntilMs: winter('2027-02-05 12:00') })
    await bench.at('2027-02-05 11:59', runner)
    expect(bench.posts()).toHaveLength(0)
    bench.setUp({ pausedBecause: 'paused' })
    await bench.at('2027-02-05 12:00', runner)
    expect(bench.posts()).toHaveLength(0)
    bench.setUp()
    bench.store.orders.save(slotOf(), { ...order, isCancelled: true })
    await bench.at('2027-02-05 12:01', runner)
    expect(bench.record()).toMatchObject({ state: 'skipped', code: 'cancelled-by-person' })
    expect(bench.reports).toEqual([])
  })
})
