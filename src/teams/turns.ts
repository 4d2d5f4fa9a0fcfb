import { randomUUID } from 'node:crypto'
import { Application } from '@microsoft/teams-ai/lib/Application.js'
import type { Activity, TurnContext } from 'botbuilder'
import { localDay } from '../agenda/plan-slots.ts'
import { CHANNEL_CLOSED } from '../agenda/ports.ts'
import type { Answer } from '../domain/answer.ts'
import type { Asker } from '../domain/asker.ts'
import { Refused, UnknownOutcome } from '../domain/errors.ts'
import { type ChatReply, createAgendaChat, type Said } from './agenda/agenda-chat.ts'
import { answerMatter } from './agenda/answer-matter.ts'
import {
  chosenMatter,
  isAgendaButton,
  type PressedButton,
  type PressedCommand,
  pressedCommand,
  READ,
  readPost,
} from './agenda/card-action.ts'
import type { CardMessage } from './agenda/card-elements.ts'
import type { OwnsTeam } from './agenda/team-owners.ts'
import { cardTextsIn, chatTextsIn } from './agenda/texts/texts.ts'
import { conversationOf, rootConversationId } from './conversation-of.ts'
import type { InboundActivity } from './inbound-activity.ts'
import { isBotMentioned, questionOf } from './question-of.ts'
import { type OutgoingMessage, renderAnswer, renderText } from './render-answer.ts'
import { CONVERSATION_CLOSED, type Sending } from './send-to-connector.ts'
import { createSerialQueue } from './serial-queue.ts'
import { createShownMessages } from './shown-messages.ts'
import { PUBLIC_CLOUD, type TeamsOptions } from './teams-options.ts'
import { languageOf, type Texts, textsIn } from './texts/texts.ts'
import { type InvokeReply, type SecondLock, TurnAdapter } from './turn-adapter.ts'
import { createTurnLimits } from './turn-limits.ts'

export interface Turns {
  /** botbuilder's own look at the caller, behind the gate. */
  authenticate(activity: InboundActivity, authorization: string | undefined): Promise<SecondLock>
  /** Does all an activity asks for. Never throws; what goes wrong is told to the asker and the log. */
  run(activity: InboundActivity, lock: SecondLock & { isOpen: true }): Promise<InvokeReply | undefined>
}

const MOST_QUESTION_CHARS = 2_000
const HELP = /^(?:\/?(?:hjelp|hjelp meg|help)|\?)[\s.!?]*$/i

type Outgoing = OutgoingMessage | CardMessage

const INBOUND = Symbol('inbound activity')

const inboundOf = (context: TurnContext): InboundActivity => context.turnState.get<InboundActivity>(INBOUND)

const errorFields = (error: unknown): { error: string; code?: string } =>
  error instanceof Refused || error instanceof UnknownOutcome
    ? { error: error.name, code: error.code }
    : { error: error instanceof Error ? error.name : typeof error }

/** Everything that needs botbuilder and teams-ai, which take most of a second to load. */
export function createTurns(options: TeamsOptions, sending: Sending, ownsTeam: OwnsTeam): Turns {
  const { config, conversations, clock, log, agenda } = options
  const agendaChat = agenda && createAgendaChat(agenda, { clock, log, ownsTeam })
  const adapter = new TurnAdapter(config.bot?.appId, options.botFramework ?? PUBLIC_CLOUD, sending)
  const limits = createTurnLimits(clock)
  const deliveries = createSerialQueue()
  const plans = new WeakSet<Outgoing>()
  const shownPlans = createShownMessages()

  /** The messages of one answer stay together, and in order, whatever else is answered meanwhile. */
  const deliver = (context: TurnContext, messages: readonly Outgoing[]): Promise<void> =>
    deliveries.run(inboundOf(context).conversationId, async () => {
      for (const message of messages) {
        const sent = await context.sendActivity(message as unknown as Partial<Activity>)
        if (plans.has(message) && sent?.id) shownPlans.note(rootConversationId(inboundOf(context)), sent.id)
      }
    })

  const say = (context: TurnContext, choose: (texts: Texts) => string): Promise<void> => {
    const language = languageOf(inboundOf(context).locale)
    return deliver(context, [renderText(choose(textsIn(language)), language)])
  }

  /** Shown in chats only: Teams has none in channels. An answer does not wait for it, nor fail with it. */
  const showTyping = (context: TurnContext, activity: InboundActivity): Promise<unknown> =>
    activity.kind === 'channel'
      ? Promise.resolve()
      : context
          .sendActivity({ type: 'typing' })
          .catch((error: unknown) => log.debug('teams.typing-failed', errorFields(error)))

  const askerOf = (activity: InboundActivity): Asker => ({
    tenant: config.tenant,
    user: activity.fromDirectoryId ?? activity.fromId,
    conversation: rootConversationId(activity),
    audiences: [],
    isOperator: false,
  })

  async function answerQuestion(context: TurnContext, activity: InboundActivity): Promise<void> {
    const question = questionOf(activity)
    if (question === '') return say(context, (texts) => texts.empty)
    if (HELP.test(question)) return say(context, (texts) => texts.help)
    if (question.length > MOST_QUESTION_CHARS) return say(context, (texts) => texts.tooLong(MOST_QUESTION_CHARS))
    return withinLimits(context, activity, () => messagesFor(question, activity))
  }

  /** One person's questions do not keep others waiting, and a failing answer is told. */
  async function withinLimits(
    context: TurnContext,
    activity: InboundActivity,
    make: () => Promise<readonly Outgoing[]>,
  ): Promise<void> {
    const person = `${activity.channelId} ${activity.fromId}`
    const admission = limits.admit(person)
    if (admission === 'silent') return
    if (admission === 'busy') return say(context, (texts) => texts.busy)
    const typing = showTyping(context, activity)
    try {
      await deliver(context, await orApology(activity, make))
    } finally {
      limits.done(person)
      // The SDK takes the context away when the turn ends.
      await typing
    }
  }

  async function messagesFor(question: string, activity: InboundActivity): Promise<readonly Outgoing[]> {
    const reply = await agendaChat?.hear(question, saidBy(activity))
    return reply ? [outgoing(reply)] : rendered(await options.answer(question, askerOf(activity)))
  }

  function rendered(answer: Answer): readonly Outgoing[] {
    log.info('teams.answered', { outcome: answer.outcome, reason: answer.reason, elapsedMs: answer.elapsedMs })
    return renderAnswer(answer)
  }

  async function orApology(
    activity: InboundActivity,
    make: () => Promise<readonly Outgoing[]>,
  ): Promise<readonly Outgoing[]> {
    try {
      return await make()
    } catch (error) {
      const reference = randomUUID().slice(0, 8)
      log.error('teams.answer-failed', { reference, ...errorFields(error) })
      const language = languageOf(activity.locale)
      return [renderText(textsIn(language).failed(reference), language)]
    }
  }

  const saidBy = (activity: InboundActivity): Said => ({
    conversation: rootConversationId(activity),
    isChannel: activity.kind === 'channel',
    directoryId: activity.fromDirectoryId,
    personId: activity.fromDirectoryId ?? activity.fromId,
    locale: activity.locale,
  })

  function outgoing(reply: ChatReply): Outgoing {
    log.info('teams.agenda-word')
    if ('text' in reply) return renderText(reply.text, reply.language)
    if (reply.isPlan) plans.add(reply.card)
    return reply.card
  }

  /** A plan whose button was pressed shows what became of it. */
  async function refreshPlan(context: TurnContext, activity: InboundActivity, pressed: PressedCommand): Promise<void> {
    const { replyToId: id } = activity.raw
    if (!agendaChat || typeof id !== 'string' || !shownPlans.has(rootConversationId(activity), id)) return
    const plan = agendaChat.planAfter(pressed, saidBy(activity))
    await context
      .updateActivity({ ...plan, id } as unknown as Partial<Activity>)
      .catch((error: unknown) => log.warn('teams.plan-not-refreshed', errorFields(error)))
  }

  const pressedIn = (activity: InboundActivity, value: unknown, zone: string): PressedButton => {
    const { replyToId } = activity.raw
    return {
      channel: rootConversationId(activity),
      messageId: typeof replyToId === 'string' ? replyToId : undefined,
      value,
      today: localDay(clock.nowMs(), zone),
    }
  }

  /** Noted without a word in the channel: the answer is shown to the one who pressed. */
  function noteRead(activity: InboundActivity, value: unknown): string {
    const language = languageOf(activity.locale) === 'nn' ? 'nn' : 'nb'
    const post = agenda && readPost(pressedIn(activity, value, agenda.zone), agenda.outbox, agenda.tenant)
    if (!agenda || !post) {
      log.warn('teams.button-refused')
      return chatTextsIn(language).buttonTooOld
    }
    agenda.receipts.note(agenda.tenant, post.key, activity.fromDirectoryId ?? activity.fromId)
    return cardTextsIn(language).readNoted
  }

  /** A button of an agenda card: only a matter that the very message shows is asked about. */
  async function press(context: TurnContext, activity: InboundActivity): Promise<void> {
    const { value } = activity.raw
    const pressed = pressedCommand(value)
    if (agendaChat && pressed) {
      await withinLimits(context, activity, async () => [
        outgoing(await agendaChat.carryOut(pressed, saidBy(activity))),
      ])
      return refreshPlan(context, activity, pressed)
    }
    const chosen = agenda && chosenMatter(pressedIn(activity, value, agenda.zone), agenda.outbox, agenda.tenant)
    if (agenda && chosen)
      return withinLimits(context, activity, async () => {
        const answer = await answerMatter(chosen, askerOf(activity), options.answer, agenda.meetings)
        const { language } = chosen
        return answer ? rendered(answer) : [renderText(cardTextsIn(language).restrictedMatter, language)]
      })
    const language = languageOf(activity.locale) === 'nn' ? 'nn' : 'nb'
    log.warn('teams.button-refused')
    await deliver(context, [renderText(chatTextsIn(language).buttonTooOld, language)])
  }

  const isBotAmong = (ids: readonly string[], activity: InboundActivity): boolean => ids.includes(activity.recipientId)
  const isRemoval = (activity: InboundActivity): boolean =>
    (activity.type === 'conversationUpdate' && isBotAmong(activity.removedIds, activity)) ||
    (activity.type === 'installationUpdate' && activity.action?.startsWith('remove') === true)

  /** The newest authenticated word about a conversation wins, its service address included. */
  function learn(activity: InboundActivity): void {
    if (isRemoval(activity)) {
      forget(activity)
      return
    }
    try {
      conversations.save(conversationOf(activity, clock.nowMs()))
    } catch (error) {
      log.warn('teams.conversation-not-kept', errorFields(error))
    }
  }

  function forget(activity: InboundActivity): void {
    try {
      conversations.remove(rootConversationId(activity))
      agenda?.setups.close(config.tenant, rootConversationId(activity), CHANNEL_CLOSED)
    } catch (error) {
      log.warn('teams.conversation-not-forgotten', errorFields(error))
    }
  }

  const app = new Application({
    // Both would change or send things behind our back: a mention is removed by rule, typing is sent once.
    removeRecipientMention: false,
    startTypingTimer: false,
  })
  app.conversationUpdate('membersAdded', async (context) => {
    const activity = inboundOf(context)
    if (!isBotAmong(activity.addedIds, activity)) return
    await say(context, (texts) => (activity.kind === 'personal' ? texts.welcome : texts.welcomeToGroup))
  })
  app.adaptiveCards.actionExecute(READ, async (context, _state, data) => noteRead(inboundOf(context), data))
  app.activity('message', async (context) => {
    const activity = inboundOf(context)
    if (isAgendaButton(activity.raw['value'])) await press(context, activity)
    else if (activity.kind === 'personal' || isBotMentioned(activity)) await answerQuestion(context, activity)
  })

  return {
    authenticate: (activity, authorization) => adapter.authenticate(activity, authorization),
    async run(activity, lock) {
      learn(activity)
      try {
        return await adapter.runTurn(lock.identity, activity, async (context) => {
          context.turnState.set(INBOUND, activity)
          await app.run(context)
        })
      } catch (error) {
        // Nothing more is said: what was refused would be refused again, and what may have arrived must not be doubled.
        log.error('teams.turn-failed', { type: activity.type, ...errorFields(error) })
        if (error instanceof Refused && error.code === CONVERSATION_CLOSED) forget(activity)
        return undefined
      }
    },
  }
}
