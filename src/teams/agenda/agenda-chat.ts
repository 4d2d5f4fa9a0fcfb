import type { FullOutbox } from '../../agenda/agenda-parts.ts'
import { agendaPost, weekdayAndDay } from '../../agenda/agenda-post.ts'
import { decisionsPost } from '../../agenda/decisions-post.ts'
import { askerOf, localDay, type PlannedSlot } from '../../agenda/plan-slots.ts'
import { type AgendaSetup, NO_ORDER, type PostLanguage, type SlotOrder, type SlotRecord } from '../../agenda/ports.ts'
import { postponement } from '../../agenda/postpone-slot.ts'
import { ruleInWords } from '../../agenda/rules.ts'
import { isSameCommittee, slotId } from '../../agenda/slots.ts'
import type { LocalDate } from '../../domain/ids.ts'
import { asciiFold } from '../../norwegian/fold.ts'
import type { SaidTime } from '../../norwegian/said-time.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Log } from '../../platform/log.ts'
import { plusDays, zonedTimeAt } from '../../platform/zoned-time.ts'
import type { PressedCommand } from './card-action.ts'
import type { CardMessage } from './card-elements.ts'
import { cardMessage } from './card-message.ts'
import { type ChannelPlanSources, channelPlan, comingIn } from './channel-plan.ts'
import { type ChatCommand, commandLanguage, parseChatCommand } from './chat-command.ts'
import { planCard } from './plan-card.ts'
import type { OwnsTeam } from './team-owners.ts'
import { type ChatTexts, chatTextsIn } from './texts/texts.ts'

/** What posts of agendas are set up with by chat. */
export interface AgendaChatParts extends ChannelPlanSources {
  readonly outbox: Pick<FullOutbox, 'list' | 'order'>
  /** Directory ids of those who may change anything; the word `owners` among them stands for the team's owners. */
  readonly managers: 'everyone' | readonly string[]
  /** Where the administrator is told of fates; may order any post again. */
  readonly adminConversation: string | undefined
  /** Something changed that may be due at once. */
  wake(): void
}

/** Who says something, or presses a button, and where. */
export interface Said {
  /** Root id. */
  readonly conversation: string
  readonly isChannel: boolean
  /** The directory's id of the person, as the channel says, never as anybody writes. undefined: it says none. */
  readonly directoryId: string | undefined
  readonly personId: string
  readonly locale: string | undefined
}

export type ChatReply =
  | { readonly text: string; readonly language: PostLanguage }
  | { readonly card: CardMessage; readonly isPlan: boolean }

export interface AgendaChatNeeds {
  readonly clock: Clock
  readonly log: Log
  readonly ownsTeam: OwnsTeam
}

export interface AgendaChat {
  /** @returns undefined for a text that is no word about agenda posts */
  hear(text: string, said: Said): Promise<ChatReply | undefined>
  /** As `hear`, for a button that was pressed. Whether the person may is looked at here. */
  carryOut(pressed: PressedCommand, said: Said): Promise<ChatReply>
  /** The plan as it is now, in place of the one whose button was pressed. */
  planAfter(pressed: PressedCommand, said: Said): CardMessage
}

const COMING_DAYS = 400
const MOST_INTRODUCTION_CHARS = 1_000
const languageOfPress = ({ language }: PressedCommand, { locale }: Said): PostLanguage =>
  language ?? commandLanguage('', locale)

/** Carries out what people say about agenda posts. */
export function createAgendaChat(parts: AgendaChatParts, { clock, log, ownsTeam }: AgendaChatNeeds): AgendaChat {
  const { tenant, setups, orders, meetings, outbox, managers, zone, wake } = parts

  const whenOf = (instantMs: number, language: PostLanguage): string => {
    const { date, time } = zonedTimeAt(instantMs, zone)
    return `${weekdayAndDay(date as LocalDate, language)} kl. ${time}`
  }
  const inWords = (instantMs: number, language: PostLanguage, texts: ChatTexts): string =>
    instantMs <= clock.nowMs() ? texts.now : whenOf(instantMs, language)

  const setupsOf = (channel: string): AgendaSetup[] => setups.list(tenant).filter((setup) => setup.channel === channel)

  const coming = (channel: string): PlannedSlot[] => comingIn(parts, channel, clock.nowMs())

  const comingCommittees = (channel: string): string[] => {
    const today = localDay(clock.nowMs(), zone)
    const noticed = meetings.noticed(askerOf({ tenant, channel }), today, plusDays(today, COMING_DAYS))
    const names = new Map(noticed.map(({ committee }) => [asciiFold(committee), committee]))
    return [...names.values()]
  }

  function setUp(
    said: Said,
    command: ChatCommand & { is: 'set-up' },
    language: PostLanguage,
    texts: ChatTexts,
  ): string {
    const committees = comingCommittees(said.conversation)
    const named = command.committee
    const meant =
      named === undefined
        ? (setupsOf(said.conversation).map(({ committee }) => committee) as readonly string[])
        : committees.filter((committee) => asciiFold(committee) === asciiFold(named))
    const candidates =
      meant.length > 0
        ? meant
        : committees.filter((committee) => named === undefined || isSameCommittee(committee, named))
    if (candidates.length > 1) return texts.whichCommittee(candidates)
    const committee = candidates[0] ?? named
    if (committee === undefined) return texts.noCommittee
    const old = setupsOf(said.conversation).find((setup) => asciiFold(setup.committee) === asciiFold(committee))
    const setup: AgendaSetup = {
      tenant,
      channel: said.conversation,
      committee,
      rule: command.rule,
      reminder: command.reminder,
      postsDecisions: command.postsDecisions,
      needsApproval: command.needsApproval,
      introduction: old?.introduction ?? '',
      language: old?.language,
      pausedBecause: undefined,
      setUpBy: said.personId,
      setUpAtMs: clock.nowMs(),
    }
    setups.save(setup)
    wake()
    return [
      texts.setUp(committee, ruleInWords(setup.rule, language)),
      ...(setup.reminder ? [texts.reminds(ruleInWords(setup.reminder, language))] : []),
      ...(setup.postsDecisions ? [texts.postsDecisions] : []),
      ...(setup.needsApproval ? [texts.needsApproval] : []),
      nextLine(said.conversation, committee, language, texts),
      texts.howToChange,
    ].join('\n\n')
  }

  function nextLine(channel: string, committee: string, language: PostLanguage, texts: ChatTexts): string {
    const next = coming(channel).find(
      ({ slot, hold }) =>
        slot.kind === 'agenda' && hold !== 'meeting-cancelled' && isSameCommittee(slot.committee, committee),
    )
    if (next) {
      const meetingDay = weekdayAndDay(next.slot.meetingDate, language)
      return next.dueAtMs <= clock.nowMs()
        ? texts.nextNow(meetingDay)
        : texts.next(meetingDay, inWords(next.dueAtMs, language, texts))
    }
    const today = localDay(clock.nowMs(), zone)
    const posted = outbox
      .list(tenant)
      .find(
        ({ slot, state }) =>
          state === 'posted' &&
          slot.channel === channel &&
          slot.kind === 'agenda' &&
          slot.meetingDate >= today &&
          isSameCommittee(slot.committee, committee),
      )
    return posted ? texts.already(weekdayAndDay(posted.slot.meetingDate, language)) : texts.noMeetingYet(committee)
  }

  function change(said: Said, command: ChatCommand & { is: 'stop' | 'pause' | 'resume' }, texts: ChatTexts): string {
    const { committee } = command
    const chosen = setupsOf(said.conversation).filter(
      (setup) => committee === undefined || isSameCommittee(setup.committee, committee),
    )
    if (chosen.length === 0) return texts.nothingSetUp
    for (const setup of chosen) {
      if (command.is === 'stop') setups.remove(tenant, setup.channel, setup.committee)
      else setups.save({ ...setup, pausedBecause: command.is === 'pause' ? 'paused' : undefined })
    }
    wake()
    const names = chosen.map((setup) => setup.committee).join(', ')
    if (command.is === 'stop') return texts.stopped(names)
    return command.is === 'pause' ? texts.paused(names) : texts.resumed(names)
  }

  const planOf = (channel: string, language: PostLanguage): CardMessage =>
    planCard(channelPlan(parts, channel, clock.nowMs()), {
      language,
      inWords: (instantMs) => inWords(instantMs, language, chatTextsIn(language)),
    })

  const whatIs = ({ slot }: PlannedSlot | SlotRecord, language: PostLanguage, texts: ChatTexts): string =>
    texts.what(texts.kinds[slot.kind], slot.committee, weekdayAndDay(slot.meetingDate, language))

  /**
   * The post that is meant: the one that a button names, else the next one for which it makes sense, else the next one.
   * @returns a sentence where there is none
   */
  function meantSlot(
    { conversation }: Said,
    id: string | undefined,
    texts: ChatTexts,
    makesSense: (planned: PlannedSlot) => boolean = () => true,
  ): PlannedSlot | string {
    const slots = coming(conversation)
    if (id !== undefined) return slots.find(({ key }) => slotId(key) === id) ?? texts.planTooOld
    const candidates = slots.filter(({ hold }) => hold !== 'meeting-cancelled')
    const none = setupsOf(conversation).length === 0 ? texts.nothingSetUp : texts.nothingNext
    return candidates.find(makesSense) ?? candidates[0] ?? none
  }

  /** Keeps what people decided about a post. */
  function decide(
    meant: PlannedSlot | string,
    language: PostLanguage,
    texts: ChatTexts,
    changeOf: (meant: PlannedSlot, order: SlotOrder) => SlotOrder | string,
    sayOf: (what: string, when: string) => string,
  ): string {
    if (typeof meant === 'string') return meant
    const order = changeOf(meant, orders.find(meant.slot) ?? NO_ORDER)
    if (typeof order === 'string') return order
    orders.save(meant.slot, order)
    wake()
    const dueAtMs = Math.max(meant.plannedAtMs, order.postponedUntilMs ?? 0)
    return sayOf(whatIs(meant, language, texts), inWords(dueAtMs, language, texts))
  }

  function postpone(
    meant: PlannedSlot | string,
    until: SaidTime | undefined,
    language: PostLanguage,
    texts: ChatTexts,
  ): string {
    if (!until) return texts.postponeWhen
    const changeOf = (planned: PlannedSlot, order: SlotOrder): SlotOrder | string => {
      const result = postponement(planned, until, clock.nowMs(), zone)
      switch (result.is) {
        case 'until':
          return { ...order, postponedUntilMs: result.untilMs }
        case 'impossible':
          return texts.postponeImpossible
        case 'unclear': {
          const [first, second] = result.dates
          return texts.postponeUnclear(weekdayAndDay(first, language), weekdayAndDay(second, language))
        }
        case 'past':
          return texts.postponePast(whenOf(result.untilMs, language))
        case 'too-early':
          return texts.postponeTooEarly(whenOf(planned.plannedAtMs, language))
        case 'too-late':
          return texts.postponeTooLate(
            whenOf(result.untilMs, language),
            weekdayAndDay(planned.slot.meetingDate, language),
          )
      }
    }
    return decide(meant, language, texts, changeOf, texts.postponed)
  }

  function introduce(said: Said, text: string, texts: ChatTexts): string {
    const own = setupsOf(said.conversation)
    if (own.length === 0) return texts.nothingSetUp
    if (text.length > MOST_INTRODUCTION_CHARS) return texts.introductionTooLong(MOST_INTRODUCTION_CHARS)
    for (const setup of own) setups.save({ ...setup, introduction: text })
    wake()
    return texts.introduced
  }

  function preview(next: PlannedSlot | string): string | CardMessage {
    if (typeof next === 'string') return next
    const shown = next.show()
    const context = { key: next.key, generation: 1, zone, nowMs: clock.nowMs() }
    const post = shown.kind === 'decisions' ? decisionsPost(shown, context) : agendaPost(shown, undefined, context)
    return cardMessage(post, { publicUrl: undefined, isPreview: true })
  }

  function postAgain(said: Said, id: string, language: PostLanguage, texts: ChatTexts): string {
    const mayAll = said.conversation === parts.adminConversation
    const record = outbox
      .list(tenant)
      .find(({ key, slot }) => slotId(key) === id && (mayAll || slot.channel === said.conversation))
    if (!record || !outbox.order(record.key, clock.nowMs())) return texts.postAgainNot
    wake()
    return texts.postAgain(whatIs(record, language, texts))
  }

  /** @returns why not, in a sentence that says whom to ask; undefined: they may */
  async function whyNot({ directoryId, conversation }: Said, texts: ChatTexts): Promise<string | undefined> {
    if (managers === 'everyone') return undefined
    if (directoryId === undefined) return texts.notAllowed(undefined)
    if (managers.includes(directoryId.toLowerCase())) return undefined
    if (!managers.includes('owners')) return texts.notAllowed(directoryId)
    const owns = await ownsTeam(conversation, directoryId)
    if (typeof owns === 'boolean') return owns ? undefined : texts.notOwner(directoryId)
    log.warn('agenda.owners-unknown', { code: owns.is === 'unavailable' ? owns.code : owns.is })
    return texts.notAllowed(directoryId)
  }

  async function answerOf(said: Said, command: ChatCommand, language: PostLanguage): Promise<string | CardMessage> {
    const texts = chatTextsIn(language)
    const isAdministrators = command.is === 'post-again' && said.conversation === parts.adminConversation
    if (!said.isChannel && command.is !== 'post-again') return texts.onlyInChannels
    const refusal = command.is === 'plan' || isAdministrators ? undefined : await whyNot(said, texts)
    if (refusal !== undefined) return refusal
    const named = 'slotId' in command ? command.slotId : undefined
    switch (command.is) {
      case 'post-again':
        return postAgain(said, command.slotId, language, texts)
      case 'set-up':
        return setUp(said, command, language, texts)
      case 'rule-not-understood':
        return texts.ruleNotUnderstood
      case 'stop':
      case 'pause':
      case 'resume':
        return change(said, command, texts)
      case 'plan':
        return setupsOf(said.conversation).length === 0 ? texts.nothingSetUp : planOf(said.conversation, language)
      case 'approve': {
        const waits = ({ hold }: PlannedSlot): boolean => hold === 'not-approved' || hold === 'cancelled-by-person'
        const approved = (_meant: PlannedSlot, order: SlotOrder) => ({ ...order, isApproved: true, isCancelled: false })
        return decide(meantSlot(said, named, texts, waits), language, texts, approved, texts.approved)
      }
      case 'drop': {
        const dropped = (_meant: PlannedSlot, order: SlotOrder) => ({ ...order, isCancelled: true })
        return decide(meantSlot(said, named, texts), language, texts, dropped, texts.dropped)
      }
      case 'postpone':
        return postpone(meantSlot(said, named, texts), command.until, language, texts)
      case 'introduction':
        return introduce(said, command.text, texts)
      case 'preview':
        return preview(meantSlot(said, named, texts))
    }
  }

  async function replyTo(said: Said, command: ChatCommand, language: PostLanguage): Promise<ChatReply> {
    const reply = await answerOf(said, command, language)
    return typeof reply === 'string' ? { text: reply, language } : { card: reply, isPlan: command.is === 'plan' }
  }

  return {
    async hear(text, said) {
      const command = parseChatCommand(text)
      return command && replyTo(said, command, commandLanguage(text, said.locale))
    },
    carryOut: (pressed, said) => replyTo(said, pressed.command, languageOfPress(pressed, said)),
    planAfter: (pressed, said) => planOf(said.conversation, languageOfPress(pressed, said)),
  }
}
