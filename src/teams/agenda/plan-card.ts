import { weekdayAndDay } from '../../agenda/agenda-post.ts'
import type { PlannedSlot } from '../../agenda/plan-slots.ts'
import { CHANNEL_CLOSED, type PostLanguage, type Slot } from '../../agenda/ports.ts'
import { ruleInWords } from '../../agenda/rules.ts'
import { slotId } from '../../agenda/slots.ts'
import { AGAIN, PLAN, type PlanDeed, untilField } from './card-action.ts'
import { type CardMessage, type Element, fittedCard, heading, line, run } from './card-elements.ts'
import { type ChannelPlan, canBeOrdered } from './channel-plan.ts'
import { type ChatTexts, chatTextsIn } from './texts/texts.ts'

export interface PlanCardOptions {
  readonly language: PostLanguage
  /** An instant in words, "nå" for one that is over. */
  inWords(instantMs: number): string
}

/** One post of the plan, in words. */
interface Row {
  readonly what: string
  readonly lines: readonly string[]
  readonly buttons: readonly Element[]
}

const MOST_UNTIL_CHARS = 60

const whatIs = ({ kind, committee }: Slot, texts: ChatTexts): string => {
  const what = texts.planWhat(texts.kinds[kind], committee)
  return what.charAt(0).toUpperCase() + what.slice(1)
}

/** What each does, and whether the person may, is decided where it is pressed. */
function buttonsOf({ key, hold }: PlannedSlot, language: PostLanguage, { planButtons }: ChatTexts): Element[] {
  const id = slotId(key)
  const button = (title: string, deed: PlanDeed): Element => ({
    type: 'Action.Submit',
    title,
    data: { rakel: PLAN, slot: id, deed, language },
  })
  const show = button(planButtons.show, 'preview')
  if (hold === 'meeting-cancelled') return [show]
  const approve = button(planButtons.approve, 'approve')
  if (hold === 'cancelled-by-person') return [show, approve]
  const postpone: Element = {
    type: 'Action.ShowCard',
    title: planButtons.postpone,
    card: {
      type: 'AdaptiveCard',
      body: [
        {
          type: 'Input.Text',
          id: untilField(id),
          label: planButtons.untilLabel,
          placeholder: planButtons.untilExample,
          maxLength: MOST_UNTIL_CHARS,
          isRequired: true,
          errorMessage: planButtons.untilMissing,
        },
      ],
      actions: [button(planButtons.postponeSend, 'postpone')],
    },
  }
  return [show, ...(hold === 'not-approved' ? [approve] : []), postpone, button(planButtons.drop, 'drop')]
}

function comingRow(planned: PlannedSlot, { language, inWords }: PlanCardOptions, texts: ChatTexts): Row {
  const { slot, dueAtMs, hold } = planned
  return {
    what: whatIs(slot, texts),
    lines: [
      texts.planMeeting(weekdayAndDay(slot.meetingDate, language)),
      texts.planWhen(inWords(dueAtMs)),
      hold ? texts.holds[hold] : texts.planned,
    ],
    buttons: buttonsOf(planned, language, texts),
  }
}

function knownRow(
  { record, readByCount }: ChannelPlan['known'][number],
  language: PostLanguage,
  texts: ChatTexts,
): Row {
  const id = slotId(record.key)
  const mayOrder = canBeOrdered(record)
  return {
    what: whatIs(record.slot, texts),
    lines: [
      texts.planMeeting(weekdayAndDay(record.slot.meetingDate, language)),
      texts.states[record.state],
      ...(record.state === 'posted' ? [texts.readBy(readByCount)] : []),
      ...(mayOrder ? [texts.orderWith(id)] : []),
    ],
    buttons: mayOrder
      ? [{ type: 'Action.Submit', title: texts.planButtons.again, data: { rakel: AGAIN, slot: id, language } }]
      : [],
  }
}

function ruleLines({ setups }: ChannelPlan, language: PostLanguage, texts: ChatTexts): string[] {
  return setups.map(({ committee, rule, reminder, postsDecisions, needsApproval, pausedBecause }) => {
    const why = pausedBecause === CHANNEL_CLOSED ? texts.closed : pausedBecause && texts.holds.paused
    return [
      `${texts.planSetup(committee, ruleInWords(rule, language), why ?? '')}.`,
      ...(reminder ? [texts.reminds(ruleInWords(reminder, language))] : []),
      ...(postsDecisions ? [texts.postsDecisions] : []),
      ...(needsApproval ? [texts.needsApproval] : []),
    ].join(' ')
  })
}

const rowElement = ({ what, lines, buttons }: Row): Element => ({
  type: 'Container',
  separator: true,
  spacing: 'Medium',
  items: [
    line([run(what, { weight: 'Bolder' })]),
    ...lines.map((text) => line([run(text)], { spacing: 'None' })),
    ...(buttons.length > 0 ? [{ type: 'ActionSet', actions: buttons }] : []),
  ],
})

/** What will be, and was, posted in a channel, one row a post, with what may be done about it. */
export function planCard(plan: ChannelPlan, options: PlanCardOptions): CardMessage {
  const { language } = options
  const texts = chatTextsIn(language)
  const coming = plan.coming.map((planned) => comingRow(planned, options, texts))
  const rows = [...coming, ...plan.known.map((known) => knownRow(known, language, texts))]
  const empty = coming.length === 0 ? [texts.planEmpty] : []
  const rules = ruleLines(plan, language, texts)
  return fittedCard({
    language,
    plainText: [
      `${texts.planHeading}:`,
      ...rows.map(({ what, lines }) => `${[what, ...lines].join(', ')}.`),
      ...empty,
      ...rules,
    ].join('\n'),
    count: rows.length,
    show: (count) => ({
      body: [
        heading(texts.planHeading, { size: 'Large' }),
        ...empty.map((text) => line([run(text)])),
        ...rows.slice(0, count).map(rowElement),
        ...(count < rows.length ? [line([run(texts.planMore(rows.length - count))])] : []),
        heading(texts.planRules, { spacing: 'Large' }),
        ...rules.map((text) => line([run(text)], { spacing: 'Small' })),
      ],
    }),
  })
}
