import { runAgendaCommand } from '../../src/cli/agenda.ts'
import { type AgendaBench, CHANNEL, startBench, tenant, winter } from '../agenda/agenda-bench.ts'
import { noPromises, noticed } from '../fault/agenda-world.ts'

let bench: AgendaBench
beforeEach(async () => {
  bench = await startBench()
  bench.meetings = [noticed()]
})
afterEach(() => bench.close())

function rakel(...args: string[]): { code: number; out: string; error: string } {
  const [out, error]: [string[], string[]] = [[], []]
  const code = runAgendaCommand(args, {
    tenant,
    ...bench.store,
    meetings: { noticed: () => bench.meetings, decided: () => [] },
    promises: noPromises,
    clock: { nowMs: () => bench.nowMs },
    zone: 'Europe/Oslo',
    print: (line) => out.push(line),
    complain: (line) => error.push(line),
  })
  return { code, out: out.join('\n'), error: error.join('\n') }
}
const here = ['--channel', CHANNEL, '--committee', 'Fellesrådet']

describe('rakel agenda', () => {
  it('sets up, plans, pauses, resumes and removes', () => {
    expect(
      rakel('add', ...here, '--rule', '7 dager før kl. 08:00', '--reminder', 'dagen før kl. 9', '--decisions').code,
    ).toBe(0)
    const plan = rakel('plan').out
    expect(plan).toContain('2027-02-03 08:00  agenda    2027-02-10 Fellesrådet')
    expect(plan).toContain('2027-02-09 09:00  reminder')
    expect(JSON.parse(rakel('plan', '--json').out)).toMatchObject({
      slots: [
        { kind: 'agenda', dueAtUtc: '2027-02-03T07:00:00.000Z', dueAtLocal: '2027-02-03 08:00', state: 'planned' },
        { kind: 'reminder' },
      ],
      problems: [],
    })
    expect(rakel('pause', '--channel', CHANNEL).code).toBe(0)
    expect(rakel('plan').out).toContain('(paused)')
    expect(rakel('resume', ...here).code).toBe(0)
    expect(rakel('plan').out).not.toContain('paused')
    expect(rakel('remove', ...here).code).toBe(0)
    expect(rakel('plan').out).toBe('Nothing is to be posted in the next 60 days.')
    expect(rakel('remove', ...here)).toMatchObject({ code: 1 })
  })

  it.each([
    [['add', ...here, '--rule', 'i morgen'], '--rule is not understood'],
    [['add', ...here, '--rule', 'dagen før', '--reminder', 'x'], '--reminder is not understood'],
    [['add', '--rule', 'dagen før'], 'add needs --channel'],
    [['add', '--channel', '19:x;messageid=1', '--committee', 'R', '--rule', 'dagen før'], 'without ;messageid='],
    [['add', ...here, '--rule', 'dagen før', '--language', 'en'], 'must be nb or nn'],
    [['fly'], '"agenda fly" is no command'],
    [['toString'], '"agenda toString" is no command'],
    [['plan', '--nonsense'], 'nonsense'],
    [['post-again'], 'needs a slot'],
  ])('refuses %j in one line', (args, said) => {
    const { code, error } = rakel(...args)
    expect([code, error]).toEqual([2, expect.stringContaining(said)])
  })

  it('tells the fate of every post, and posts again what is uncertain', async () => {
    bench.setUp()
    bench.mayRead = false
    bench.connector.inject({ kind: 'reset' })
    const runner = bench.runner()
    for (const stamp of ['2027-02-03 08:00', '2027-02-03 08:05']) await bench.at(stamp, runner)
    const id = rakel('status').out.slice(0, 10)
    expect(rakel('status').out).toContain('uncertain 2027-02-03 08:05  agenda    2027-02-10 Fellesrådet')
    expect(JSON.parse(rakel('status', '--json').out)).toMatchObject([
      { id, state: 'uncertain', code: 'may-not-look', isReported: true, messageId: null },
    ])
    expect(rakel('post-again', 'nobody')).toMatchObject({ code: 1 })
    expect(rakel('post-again', id)).toMatchObject({ code: 0 })
    expect(rakel('post-again', id)).toMatchObject({ code: 1, error: expect.stringContaining('is ordered') })
    await bench.at('2027-02-03 08:06', runner)
    expect(rakel('status').out).toContain('posted')
    expect(rakel('post-again', id)).toMatchObject({ code: 1, error: expect.stringContaining('is posted') })
    expect(bench.posts()).toHaveLength(1)
  })

  it('previews, approves, postpones and drops a coming post, and its status says so', async () => {
    bench.setUp({ needsApproval: true })
    const [{ id, code }] = JSON.parse(rakel('status', '--json').out)
    expect(code).toBe('not-approved')
    expect(rakel('status').out).toContain(`${id}  planned   2027-02-03 08:00  agenda    2027-02-10 Fellesrådet`)
    expect(rakel('preview', id).out).toContain('Saksliste: Fellesrådet, onsdag 10. februar 2027')
    expect(rakel('approve', id).out).toContain('is to be posted at 2027-02-03 08:00')
    expect(rakel('postpone', id, 'to dager').out).toContain('is to be posted at 2027-02-05 08:00')
    expect(rakel('postpone', id, 'til', '11. februar')).toMatchObject({
      code: 1,
      error: expect.stringContaining('begun'),
    })
    expect(rakel('postpone', id, 'senere')).toMatchObject({ code: 2 })
    const runner = bench.runner()
    await bench.at('2027-02-05 07:59', runner)
    expect(bench.posts()).toHaveLength(0)
    expect(rakel('drop', id).out).toContain('will not be posted')
    expect(rakel('approve', id).code).toBe(0)
    await bench.at('2027-02-05 08:00', runner)
    expect(bench.posts()).toHaveLength(1)
    for (const command of ['preview', 'approve', 'postpone', 'drop'])
      expect(rakel(command, id, 'mandag')).toMatchObject({ code: 1, error: expect.stringContaining('No coming post') })
    expect(rakel('approve').code).toBe(2)
  })

  it('says where a name may mean two committees', () => {
    bench.setUp({ setUpAtMs: winter('2027-01-01 08:00') })
    bench.meetings = [noticed({ committee: 'Fellesrådet for Fjord' }), noticed({ committee: 'Fellesrådet for Fjell' })]
    expect(rakel('plan').out).toContain('may be any of: Fellesrådet for Fjord; Fellesrådet for Fjell.')
  })
})
