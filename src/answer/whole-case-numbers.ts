import type { MeetingGroup } from './meeting-groups.ts'

/** "sak 30", "sak 007", where people leave out the year or the meeting; not "sak 30/2026", nor "30 saker". */
const BARE = /(?<!\p{L})(saks?(?:nummer|nr\.?)?)\s+(\d{1,3})(?![\d/–-]|[.,]\d|\s*(?:%|kr|prosent|mill))/giu

/** "30/2026", "2024/M7-007". */
const endsOrBeginsWith = (number: string): RegExp => {
  const bare = number.replace(/^0+(?=\d)/, '')
  return new RegExp(String.raw`^(?:\p{L}+\s*)?0*${bare}[/-]\d+$|^\d{4}/\p{L}\d+-0*${bare}$`, 'u')
}

/** A question in which numbers without their year have it, where only one item has the number. */
export function wholeCaseNumbers(question: string, groups: readonly MeetingGroup[]): string {
  return question.replace(BARE, (text, word: string, number: string) => {
    const found = new Set(
      groups
        .flatMap(({ all }) => all.flatMap(({ meeting }) => meeting.items.flatMap(({ caseNumber }) => caseNumber ?? [])))
        .filter((caseNumber) => endsOrBeginsWith(number).test(caseNumber)),
    )
    const [only] = found
    return found.size === 1 && only !== undefined ? `${word} ${only}` : text
  })
}
