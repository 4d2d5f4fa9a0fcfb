import type { MeetingGroup } from './meeting-groups.ts'

/** "sak 30", where people leave the year out; not "sak 30/2026", nor "30 saker". */
const BARE = /(?<!\p{L})(saks?(?:nummer|nr\.?)?)\s+(\d{1,3})(?![\d/.,–-]|\s*(?:%|kr|prosent|mill))/giu

/** A question in which numbers without their year have it, where only one item has the number. */
export function wholeCaseNumbers(question: string, groups: readonly MeetingGroup[]): string {
  return question.replace(BARE, (text, word: string, number: string) => {
    const found = new Set(
      groups
        .flatMap(({ all }) => all.flatMap(({ meeting }) => meeting.items.flatMap(({ caseNumber }) => caseNumber ?? [])))
        .filter((caseNumber) => new RegExp(String.raw`^(?:\p{L}+\s*)?0*${number}[/-]\d+$`, 'u').test(caseNumber)),
    )
    const [only] = found
    return found.size === 1 && only !== undefined ? `${word} ${only}` : text
  })
}
