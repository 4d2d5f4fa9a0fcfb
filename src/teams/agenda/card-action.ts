import { createHash } from 'node:crypto'
import type { FullOutbox } from '../../agenda/agenda-parts.ts'
import type { PostItem, PostLanguage, PublicItem, SlotRecord } from '../../agenda/ports.ts'
import { markerOf } from '../../agenda/slots.ts'
import type { TenantId } from '../../domain/ids.ts'
import { parseSaidTime } from '../../norwegian/said-time.ts'
import { plusDays } from '../../platform/zoned-time.ts'
import type { AskedMatter } from './answer-matter.ts'
import type { ChatCommand } from './chat-command.ts'

/** Name the buttons in a card's data. */
export const ASK = 'agenda/ask'
export const AGAIN = 'agenda/again'
export const READ = 'agenda/read'
export const PLAN = 'agenda/plan'

/** What a button of the plan does with the post it stands beside. */
export type PlanDeed = 'preview' | 'approve' | 'postpone' | 'drop'

/** The plan's field for a post's new time: the fields of a card have different names. */
export const untilField = (slotId: string): string => `until-${slotId}`

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
const SLOT_ID = /^[0-9a-f]{10}$/

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

export interface PressedCommand {
  readonly command: ChatCommand
  /** Of the card; undefined: it tells none. */
  readonly language: PostLanguage | undefined
}

type Data = Readonly<Record<string, unknown>>

const isButton = (value: unknown, name: string): value is Data =>
  typeof value === 'object' && value !== null && (value as Data)['rakel'] === name

export const isAgendaButton = (value: unknown): value is Data =>
  [ASK, AGAIN, PLAN].some((name) => isButton(value, name))

/** What a button of the plan or of a report asks for. Whether the person may, and the post can, is not decided here. */
export function pressedCommand(value: unknown): PressedCommand | undefined {
  if (!isButton(value, PLAN) && !isButton(value, AGAIN)) return undefined
  const { slot, deed } = value
  if (typeof slot !== 'string' || !SLOT_ID.test(slot)) return undefined
  const language = value['language'] === 'nb' || value['language'] === 'nn' ? value['language'] : undefined
  if (isButton(value, AGAIN)) return { command: { is: 'post-again', slotId: slot }, language }
  const until = value[untilField(slot)]
  switch (deed) {
    case 'preview':
    case 'approve':
    case 'drop':
      return { command: { is: deed, slotId: slot }, language }
    case 'postpone': {
      const said = typeof until === 'string' ? parseSaidTime(until) : undefined
      return { command: { is: deed, until: said, slotId: slot }, language }
    }
    default:
      return undefined
  }
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
): AskedMatter | undefined {
  if (!isButton(pressed.value, ASK)) return undefined
  const { ticket, matter } = pressed.value
  const { shown } = postOf(pressed, ticket, outbox, tenant) ?? {}
  const chosen = askable(shown?.meeting.items ?? []).find(({ value }) => value === matter)?.item
  if (!shown || !chosen) return undefined
  const { meeting, language } = shown
  return { matter: chosen, committee: meeting.committee, date: meeting.date, language }
}
