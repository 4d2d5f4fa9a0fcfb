import { join } from 'node:path'
import type { Claimant, ShownAgenda, Slot } from '../../../src/agenda/ports.ts'
import { tenantId } from '../../../src/domain/ids.ts'
import { day, noticed, setupOf } from '../../fault/agenda-world.ts'
import { openAt, temporaryFolder } from './temporary-store.ts'

const tenant = tenantId('local')
const folder = temporaryFolder()
const slot: Slot = {
  tenant,
  channel: '19:c@thread.tacv2',
  committee: 'Rådet',
  meetingDate: day('2027-02-10'),
  kind: 'agenda',
}
const shown: ShownAgenda = {
  kind: 'agenda',
  meeting: { ...noticed(), place: undefined },
  standing: { is: 'on' },
  introduction: '',
  promises: [],
  postponed: [],
  language: 'nb',
}
const by = (holder: string, nowMs = 1_000): Claimant => ({ holder, nowMs, leaseMs: 100 })

describe('the outbox', () => {
  let files = 0
  const open = () => {
    files += 1
    const file = join(folder, `${files}.sqlite`)
    return { ...openAt(file), file }
  }

  it('gives a slot once, in this process or another, and after a restart', () => {
    const one = open()
    const two = openAt(one.file)
    expect(one.agenda.outbox.claim(slot, shown, by('a'))).toMatchObject({ attempt: 1, generation: 1, holder: 'a' })
    expect(two.agenda.outbox.claim(slot, shown, by('b'))).toBeUndefined()
    expect(one.agenda.outbox.claim({ ...slot, committee: 'RÅDET' }, shown, by('a'))).toBeUndefined()
    one.close()
    two.close()
    const again = openAt(one.file)
    expect(again.agenda.outbox.claim(slot, shown, by('c', 1_000_000))).toBeUndefined()
    expect(again.agenda.outbox.list(tenant)).toMatchObject([{ state: 'claimed', attempt: 1 }])
    expect(again.agenda.outbox.list(tenant)[0]?.shown).toStrictEqual(shown)
    again.close()
  })

  it('hands a claim over only when its lease has ended, to one', () => {
    const { agenda, close } = open()
    const claim = agenda.outbox.claim(slot, shown, by('a'))
    const [record] = agenda.outbox.list(tenant)
    if (!claim || !record) throw new Error('no claim')
    expect(agenda.outbox.takeOver(record, by('b', 1_099))).toBeUndefined()
    expect(agenda.outbox.holds(claim)).toBe(true)
    expect(agenda.outbox.takeOver(record, by('b', 1_100))).toMatchObject({ holder: 'b', attempt: 1 })
    expect(agenda.outbox.takeOver(record, by('c', 1_100))).toBeUndefined()
    expect(agenda.outbox.holds(claim)).toBe(false)
    close()
  })

  it('ends a lease that a clock gave in the future', () => {
    const { agenda, close } = open()
    agenda.outbox.claim(slot, shown, by('a', 10_000_000))
    const [record] = agenda.outbox.list(tenant)
    expect(record && agenda.outbox.takeOver(record, by('b', 1_000))).toMatchObject({ holder: 'b' })
    close()
  })

  it('takes a late success of an attempt, but no late failure of one that was taken over', () => {
    const { agenda, close } = open()
    const claim = agenda.outbox.claim(slot, shown, by('a'))
    const [record] = agenda.outbox.list(tenant)
    if (!claim || !record) throw new Error('no claim')
    const other = agenda.outbox.takeOver(record, by('b', 2_000))
    expect(agenda.outbox.record(claim, { state: 'failed', code: 'x' }, 2_001)).toBe(false)
    expect(other && agenda.outbox.record(other, { state: 'uncertain', code: 'may-not-look' }, 2_002)).toBe(true)
    expect(agenda.outbox.record(claim, { state: 'posted', messageId: 'm' }, 2_003)).toBe(true)
    expect(agenda.outbox.list(tenant)).toMatchObject([
      { state: 'posted', messageId: 'm', code: undefined, postedAtMs: 2_003 },
    ])
    expect(agenda.outbox.record(claim, { state: 'posted', messageId: 'n' }, 2_004)).toBe(false)
    close()
  })

  it('lets one process at a time update a message', () => {
    const { agenda, close } = open()
    const claim = agenda.outbox.claim(slot, shown, by('a'))
    if (!claim) throw new Error('no claim')
    agenda.outbox.record(claim, { state: 'posted', messageId: 'm' }, 1_001)
    expect(agenda.outbox.begin(claim.key, by('a', 1_002))).toMatchObject({ messageId: 'm' })
    expect(agenda.outbox.begin(claim.key, by('b', 1_003))).toBeUndefined()
    agenda.outbox.finish(claim.key, by('b', 1_003), { is: 'updated', shown })
    expect(agenda.outbox.list(tenant)[0]?.updateCount).toBe(0)
    agenda.outbox.finish(claim.key, by('a', 1_004), { is: 'updated', shown: { ...shown, introduction: 'x' } })
    expect(agenda.outbox.list(tenant)).toMatchObject([{ updateCount: 1, shown: { introduction: 'x' } }])
    close()
  })

  it('keeps set-ups, whole and by committee', () => {
    const store = open()
    const { setups } = store.agenda
    const setup = setupOf('19:c', { reminder: { days: 1, counts: 'working', time: '09:00' }, language: 'nn' })
    setups.save(setup)
    setups.save({ ...setup, committee: 'FELLESRÅDET', introduction: 'Hei' })
    setups.save({ ...setup, committee: 'Styret' })
    store.close()
    const again = openAt(store.file)
    expect(again.agenda.setups.list(tenant)).toStrictEqual([
      { ...setup, committee: 'FELLESRÅDET', introduction: 'Hei' },
      { ...setup, committee: 'Styret' },
    ])
    again.agenda.setups.close(tenant, '19:c', 'conversation-closed')
    expect(again.agenda.setups.list(tenant).map(({ pausedBecause }) => pausedBecause)).toEqual([
      'conversation-closed',
      'conversation-closed',
    ])
    expect(again.agenda.setups.list(tenantId('other'))).toEqual([])
    expect(again.agenda.setups.remove(tenant, '19:c', 'styret')).toBe(true)
    expect(again.agenda.setups.remove(tenant, '19:c', 'styret')).toBe(false)
    again.close()
  })
})
