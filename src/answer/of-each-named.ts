import { caseNumberKey } from '../domain/case-number.ts'
import type { Plan } from './plan.ts'

/** "Hvor mange møtte 5. mars og 6. april?", "Hva stemte Nes i sak 3/25 og sak 7/25?": the same is asked of each that is named. */
export function plansOfEach(plan: Plan): readonly Plan[] {
  const { kind, meeting, caseNumbers } = plan
  const numbers = [...new Map(caseNumbers.map((found) => [caseNumberKey(found.text), found])).values()]
  if (kind === 'vote' && numbers.length > 1) return numbers.map((number) => ({ ...plan, caseNumbers: [number] }))
  const isOfMeeting = kind === 'attendance' || kind === 'meeting-fact'
  if (isOfMeeting && meeting.dates.length > 1)
    return [...new Set(meeting.dates)].map((date) => ({
      ...plan,
      meeting: { ...meeting, dates: [date] },
      isBrief: true,
    }))
  return [plan]
}
