/** Teams' documented rules on what a bot sends, as a fake can check them. */

export type Json = Readonly<Record<string, unknown>>

export interface Violation {
  readonly status: number
  readonly code: string
  readonly message: string
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const asJson = (value: unknown): Json => (isJson(value) ? value : {})
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const MOST_MESSAGE_BYTES = 100 * 1024
const MOST_CARD_BYTES = 28 * 1024
const KNOWN_TYPES = new Set(['message', 'typing', 'event', 'messageReaction', 'endOfConversation'])

const bad = (message: string): Violation => ({ status: 400, code: 'BadSyntax', message })

/** @returns the first rule that an activity breaks */
export function brokenRule(activity: Json): Violation | undefined {
  if (typeof activity['type'] !== 'string') return bad('Activity type is required')
  if (!KNOWN_TYPES.has(activity['type'])) return bad(`Unknown activity type ${activity['type']}`)
  if (JSON.stringify(activity).length * 2 > MOST_MESSAGE_BYTES)
    return { status: 413, code: 'MessageSizeTooBig', message: 'Message size too large' }
  for (const attachment of asList(activity['attachments']))
    if (JSON.stringify(attachment).length > MOST_CARD_BYTES)
      return { status: 413, code: 'MessageSizeTooBig', message: 'Card size too large' }
  if (activity['type'] === 'message' && !activity['text'] && asList(activity['attachments']).length === 0)
    return bad('Message has neither text nor attachments')
  return brokenEntity(activity)
}

function brokenEntity(activity: Json): Violation | undefined {
  const entities = asList(activity['entities']).map(asJson)
  let rootCount = 0
  for (const entity of entities) {
    if (typeof entity['type'] !== 'string') return bad('Entity type is required')
    if (entity['type'] === 'mention') {
      const text = entity['text']
      if (typeof text !== 'string' || !String(activity['text']).includes(text))
        return bad('Mention text is not in the message')
      if (typeof asJson(entity['mentioned'])['id'] !== 'string') return bad('Mention without an id')
    }
    if (entity['type'] === 'https://schema.org/Message') {
      if (++rootCount > 1) return bad('More than one root message entity')
      const broken = brokenMessageEntity(entity)
      if (broken) return broken
    }
  }
  return undefined
}

function brokenMessageEntity(entity: Json): Violation | undefined {
  if (entity['@type'] !== 'Message' || entity['@context'] !== 'https://schema.org')
    return bad('Root message entity lacks @type or @context')
  for (const type of asList(entity['additionalType']))
    if (type !== 'AIGeneratedContent') return bad(`Unknown additionalType ${String(type)}`)
  const claims = asList(entity['citation']).map(asJson)
  if (claims.length > 20) return bad('More than 20 citations')
  const positions = new Set<unknown>()
  for (const claim of claims) {
    const appearance = asJson(claim['appearance'])
    const { name, abstract, url, keywords } = appearance
    if (claim['@type'] !== 'Claim' || appearance['@type'] !== 'DigitalDocument') return bad('Citation of unknown type')
    if (!Number.isInteger(claim['position']) || Number(claim['position']) < 1) return bad('Citation position')
    if (positions.has(claim['position'])) return bad('Citation position used twice')
    positions.add(claim['position'])
    if ('text' in appearance || 'encodingFormat' in appearance)
      return { status: 500, code: 'ServiceError', message: 'Unknown' }
    if (typeof name !== 'string' || name.length < 1 || name.length > 80) return bad('Citation name')
    if (typeof abstract !== 'string' || abstract.length < 1 || abstract.length > 160) return bad('Citation abstract')
    if (url !== undefined && (typeof url !== 'string' || !url.startsWith('https://'))) return bad('Citation url')
    const words = asList(keywords)
    if (words.length > 3 || words.some((word) => typeof word !== 'string' || word.length > 28))
      return bad('Citation keywords')
  }
  return undefined
}

/** Documented rates per bot and conversation, and per app and tenant; `bucket` names what is counted. */
export class RateRules {
  readonly #windows = new Map<string, number[]>()

  /** @returns whether one more send breaks a rate; a refused send is not counted */
  isBroken(conversation: string, nowMs: number): boolean {
    const own = this.#window(conversation, nowMs)
    const all = this.#window('', nowMs)
    const count = (window: readonly number[], ms: number): number => window.filter((at) => at > nowMs - ms).length
    const isOver =
      count(own, 1_000) >= 7 ||
      count(own, 2_000) >= 8 ||
      count(own, 30_000) >= 60 ||
      own.length >= 1_800 ||
      count(all, 1_000) >= 50
    if (!isOver) {
      own.push(nowMs)
      all.push(nowMs)
    }
    return isOver
  }

  #window(key: string, nowMs: number): number[] {
    const window = (this.#windows.get(key) ?? []).filter((at) => at > nowMs - 3_600_000)
    this.#windows.set(key, window)
    return window
  }
}

interface Stream {
  sequence: number
  text: string
  readonly startedMs: number
  isOver: boolean
}

/** One stream at a time in a 1:1 chat, each chunk holding the text before it, two minutes in all. */
export class StreamRules {
  readonly #streams = new Map<string, Stream>()
  readonly #openIn = new Map<string, string>()

  /** Call only for activities that carry streaming info. `newId` becomes the stream when none is named. */
  check(
    conversation: string,
    isPersonal: boolean,
    activity: Json,
    newId: string,
    nowMs: number,
  ): Violation | undefined {
    const info = asList(activity['entities'])
      .map(asJson)
      .find((entity) => entity['type'] === 'streaminfo')
    if (!info) return undefined
    const denied = (message: string): Violation => ({ status: 403, code: 'ContentStreamNotAllowed', message })
    if (!isPersonal) return denied('Streaming is for one-on-one chats')
    const id = typeof info['streamId'] === 'string' ? info['streamId'] : newId
    const isFinal = info['streamType'] === 'final'
    const text = String(activity['text'] ?? '')
    const known = this.#streams.get(id)
    if (!known) {
      if (id !== newId) return bad('Unknown stream')
      const open = this.#streams.get(this.#openIn.get(conversation) ?? '')
      if (open && !open.isOver) return denied('Another stream is open')
      if (info['streamSequence'] !== 1) return bad('streamSequence starts at 1')
      this.#streams.set(id, { sequence: 1, text: streamedText(info, text), startedMs: nowMs, isOver: false })
      this.#openIn.set(conversation, id)
      return undefined
    }
    if (known.isOver) return denied('Content stream is already completed')
    if (nowMs - known.startedMs > 120_000) {
      known.isOver = true
      return denied('Content stream finished due to exceeded streaming time')
    }
    if (!text.startsWith(known.text)) return bad('Streamed content should contain the earlier content')
    if (isFinal) {
      if (info['streamSequence'] !== undefined) return bad('streamSequence must be absent on the final message')
      if (activity['type'] !== 'message') return bad('The final of a stream is a message')
      known.isOver = true
      return undefined
    }
    if (Number(info['streamSequence']) <= known.sequence) return bad('streamSequence must increase')
    known.sequence = Number(info['streamSequence'])
    known.text = streamedText(info, text)
    return undefined
  }

  /** The reader pressed Stop. */
  stop(id: string): void {
    const stream = this.#streams.get(id)
    if (stream) stream.isOver = true
  }
}

const streamedText = (info: Json, text: string): string => (info['streamType'] === 'streaming' ? text : '')
