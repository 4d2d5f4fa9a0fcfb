import fc from 'fast-check'
import { silentLog } from '../../src/platform/log.ts'
import { type InboundActivity, parseActivity } from '../../src/teams/inbound-activity.ts'
import { parseJson } from '../../src/teams/parse-json.ts'
import { isBotMentioned, questionOf } from '../../src/teams/question-of.ts'
import { createTakeOn, deliveryKeys } from '../../src/teams/take-on.ts'
import { languageOf } from '../../src/teams/texts/texts.ts'
import { createTurnLimits } from '../../src/teams/turn-limits.ts'
import type { FakeConnector } from '../fake-connector/fake-connector.ts'
import { BOT, message } from './edge.ts'
import { memoryLedger } from './memory-stores.ts'

const connector = { url: 'http://127.0.0.1:1/' } as FakeConnector
const activityOf = (changes: Readonly<Record<string, unknown>> = {}): InboundActivity => {
  const activity = parseActivity(message(connector, changes))
  if (!activity) throw new Error('not an activity')
  return activity
}

describe('what was asked', () => {
  const mention = { type: 'mention', mentioned: BOT, text: '<at>Rakel</at>' }
  it.each([
    ['<at>Rakel</at> Hva ble vedtatt?', 'Hva ble vedtatt?'],
    ['Hva ble vedtatt, <at>Rakel</at>', 'Hva ble vedtatt,'],
    ['<at>Rakel</at>&nbsp;hva sa <at id="2">Kari Prøve</at>?', 'hva sa Kari Prøve?'],
    ['<at>Rakel</at>\n\nlinje en\nlinje to', 'linje en linje to'],
    ['<at>Rakel</at>', ''],
    ['Er a < b?', 'Er a < b?'],
  ])('of %j is %j', (text, question) => {
    expect(questionOf(activityOf({ text, entities: [mention] }))).toBe(question)
  })

  it('mentions the bot only by its id', () => {
    expect(isBotMentioned(activityOf({ entities: [mention] }))).toBe(true)
    const pretender = { ...mention, mentioned: { id: '29:other', name: 'Rakel' } }
    expect(isBotMentioned(activityOf({ entities: [pretender] }))).toBe(false)
    expect(isBotMentioned(activityOf({ entities: 'no list' }))).toBe(false)
  })
})

describe('an activity', () => {
  it('is never taken from something else, and never throws', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        parseActivity(parseJson(Buffer.from(text)))
      }),
    )
  })

  it.each(['type', 'channelId', 'serviceUrl', 'from', 'recipient', 'conversation'])('needs its %s', (field) => {
    expect(parseActivity(message(connector, { [field]: undefined }))).toBeUndefined()
    expect(parseActivity(message(connector, { [field]: { id: 7 } }))).toBeUndefined()
  })

  it('is read as text however strange its strings', () => {
    const deep = `${'['.repeat(39)}"}]\\""${']'.repeat(39)}`
    expect(parseJson(Buffer.from(deep))).toBeDefined()
    expect(parseJson(Buffer.from(`[${'['.repeat(40)}${']'.repeat(40)}]`))).toBeUndefined()
  })
})

describe('a delivery', () => {
  const takeOn = () => createTakeOn(memoryLedger(), { nowMs: () => 0 }, silentLog)

  it('is taken on once in a thousand', () => {
    const take = takeOn()
    const activity = activityOf()
    expect(Array.from({ length: 1_000 }, () => take(activity)).filter(Boolean)).toHaveLength(1)
  })

  it('differs by conversation, sender, words and time', () => {
    const take = takeOn()
    const base = { id: undefined, timestamp: '2026-01-01T00:00:00Z' }
    expect(take(activityOf(base))).toBe(true)
    expect(take(activityOf(base))).toBe(false)
    expect(take(activityOf({ ...base, text: 'Noe annet?' }))).toBe(true)
    expect(take(activityOf({ ...base, from: { id: '29:ola' } }))).toBe(true)
    expect(take(activityOf({ ...base, conversation: { id: 'b' } }))).toBe(true)
    expect(take(activityOf({ ...base, timestamp: '2026-01-01T00:00:01Z' }))).toBe(true)
  })

  it('leaves nothing of what was asked in its keys', () => {
    for (const key of deliveryKeys(activityOf({ text: 'Gjelder det Kari?' }))) expect(key).toMatch(/^\w+:[\w-]{43}$/)
  })
})

describe('turn limits', () => {
  it('let four of one person run, tell them once, and leave room for others', () => {
    let nowMs = 0
    const limits = createTurnLimits({ nowMs: () => nowMs })
    expect([1, 2, 3, 4].map(() => limits.admit('kari'))).toEqual(['go', 'go', 'go', 'go'])
    expect([limits.admit('kari'), limits.admit('kari'), limits.admit('ola')]).toEqual(['busy', 'silent', 'go'])
    limits.done('kari')
    expect(limits.admit('kari')).toBe('go')
    nowMs = 20_000
    expect(limits.admit('kari')).toBe('busy')
  })

  it('never run more than 64 in all', () => {
    const limits = createTurnLimits({ nowMs: () => 0 })
    const admitted = Array.from({ length: 200 }, (_one, n) => limits.admit(`person ${n}`))
    expect(admitted.filter((admission) => admission === 'go')).toHaveLength(64)
  })
})

it.each([
  ['nn-NO', 'nn'],
  ['nb-NO', 'nb'],
  ['no', 'nb'],
  ['sv-SE', 'nb'],
  ['en-US', 'en'],
  ['EN', 'en'],
  [undefined, 'nb'],
])('speaks %s as %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language)
})
