import type { StoredPassage } from '../../domain/passage.ts'
import type { StoredMeeting } from '../../domain/register.ts'
import { citePassage } from '../citations.ts'
import type { Draft, DraftParagraph } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { meets } from '../meets.ts'
import { phrases } from '../phrases.ts'
import { stemSet, topicOf } from '../topic.ts'
import { capitalised } from '../words.ts'

/** A heading that says in which way, or as what, those below it took part. */
const HEADS_PARTICIPANTS = phrases(`
  *deltaker*/*deltakar*/*deltager*/deltok/deltakelse/deltaking/møtte/oppmøte/frammøte/fremmøte/til_stede/til_stades
  fysisk/digitalt/teams/medlytt/medlyttere/tilhørere/tilhøyrarar/observatører/observatørar
  participants/attendees/present
`)
/** "• Nordvik kommune": a name, no sentence. */
const NAME_LINE = /^[•▪➢*–-]\s+\p{L}[^.!?;:]{1,58}$/u

const isGroup = ({ text, headings }: StoredPassage): boolean =>
  HEADS_PARTICIPANTS.test((headings.at(-1) ?? '').toLowerCase()) &&
  text.split('\n').every((line) => NAME_LINE.test(line))

/**
 * Those who took part where the paper lists them below headings, by organisation or by how they took part, and not in a
 * field of people: the groups that the question names most of, or all.
 */
export function inGroups(
  { plan, register, asker, texts }: Inquiry,
  stored: StoredMeeting,
  meeting: string,
  without: ReadonlySet<string>,
): Draft | undefined {
  const groups = register.passagesOf(asker, stored.document.id).filter(isGroup)
  const terms = topicOf(plan.question, { language: plan.askedIn, without, withoutMonths: true })
  const met = groups.map(({ headings }) => {
    const stems = stemSet(headings.at(-1) ?? '')
    return terms.filter((term) => meets(term, stems) > 0).length
  })
  const most = Math.max(...met)
  const paragraphs = groups
    .filter((_, at) => met[at] === most)
    .map((passage, at): DraftParagraph => {
      const lead = at === 0 ? `${capitalised(texts.passage(meeting))}\n` : ''
      const heading = passage.headings.at(-1) ?? ''
      return {
        text: `${lead}«${heading}»\n«${passage.text}»`,
        citations: [heading, passage.text].map((quote) => citePassage(passage, quote, null)),
      }
    })
  return paragraphs.length > 0
    ? { outcome: 'answered', paragraphs, derived: [], reason: 'attendance-groups' }
    : undefined
}
