import { createHash } from 'node:crypto'
import type { FullOutbox } from '../../agenda/agenda-parts.ts'
import type { PostItem, PublicItem, SlotRecord } from '../../agenda/ports.ts'
import { markerOf } from '../../agenda/slots.ts'
import type { TenantId } from '../../domain/ids.ts'
import { plusDays } from '../../platform/zoned-time.ts'

/** Name the buttons in a card's data. */
export const ASK = 'agenda/ask'
export const AGAIN = 'agenda/again'
export const READ = 'agenda/read'

/** What a pressed button says: the name of the button and two opaque words. None of it is believed. */
export interface PressedButton {
  readonly channel: string
  /** The message whose card was pressed, as the channel says; undefined where it says none. */
  readonly messageId: string | undefined
  readonly value: unknown
  /** `YYYY-MM-DD`. */
  readonly today: string
}

const KEPT_DAYS = 60
const VALUE_CHARS = 12

const choiceOf = ({ caseNumber, title }: PostItem | PublicItem): string =>
  createHash('sha256')
    .update(JSON.stringify([caseNumber ?? null, title]))
    .digest('hex')
    .slice(0, VALUE_CHARS)

/** The matters of a card that may be asked about, each with the opaque word it is chosen by. */
export const askable = <Item extends PostItem | PublicItem>(
  items: readonly Item[],
): { readonly value: string; readonly item: Item }[] =>
  items.filter(({ isRestricted }) => !isRestricted).map((item) => ({ value: choiceOf(item), item }))

type Data = Readonly<Record<string, unknown>>

const isButton = (value: unknown, name: string): value is Data =>
  typeof value === 'object' && value !== null && (value as Data)['rakel'] === name

export const isAgendaButton = (value: unknown): value is Data => isButton(value, ASK) || isButton(value, AGAIN)

/** The slot that the button of a report names, by its short name; whether it may be ordered here is not decided here. */
export function namedSlot(value: unknown): string | undefined {
  const slot = isButton(value, AGAIN) ? value['slot'] : undefined
  return typeof slot === 'string' && /^[0-9a-f]{10}$/.test(slot) ? slot : undefined
}

/** The post that a ticket names: this channel's own, of the very message, until 60 days after its meeting. */
function postOf(
  { channel, messageId: pressedId, today }: PressedButton,
  ticket: unknown,
  outbox: Pick<FullOutbox, 'list'>,
  tenant: TenantId,
): SlotRecord | undefined {
  return outbox
    .list(tenant)
    .find(
      ({ key, generation, slot, state, messageId }) =>
        state === 'posted' &&
        slot.channel === channel &&
        (pressedId === undefined || pressedId === messageId) &&
        plusDays(slot.meetingDate, KEPT_DAYS) >= today &&
        markerOf(key, generation) === ticket,
    )
}

/** The post that somebody says to have read. @returns undefined as for `chosenMatter` */
export const readPost = (
  pressed: PressedButton,
  outbox: Pick<FullOutbox, 'list'>,
  tenant: TenantId,
): SlotRecord | undefined =>
  isButton(pressed.value, READ) ? postOf(pressed, pressed.value['ticket'], outbox, tenant) : undefined

/**
 * The matter that was chosen: looked up in what this channel's own message shows.
 * @returns undefined for a ticket of another channel or message, an old one, and anything made up
 */
export function chosenMatter(
  pressed: PressedButton,
  outbox: Pick<FullOutbox, 'list'>,
  tenant: TenantId,
): PublicItem | undefined {
  if (!isButton(pressed.value, ASK)) return undefined
  const { ticket, matter } = pressed.value
  const record = postOf(pressed, ticket, outbox, tenant)
  return askable(record?.shown?.meeting.items ?? []).find(({ value }) => value === matter)?.item
}
