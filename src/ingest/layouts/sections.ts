import type { Section } from '../../domain/document.ts'
import type { PlacedBlock } from '../placed-block.ts'
import type { LaidOut, Layout, LayoutInput, OutlinedBlock } from './layout.ts'

const NUMBERED = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(\S.*)$/su
const MAX_TITLE_CHARS = 140
const REPORT = /årsrapport|årsmelding|årsberetning|årsmelding|rapport|budsjett|økonomiplan|strategi|plan\b/iu

interface HeadingParts {
  readonly section: Section
  /** Text that poor extraction glued to the heading. */
  readonly glued: string
}

/** "2 STATUS 2020 2020 var året …": capitals are the heading, the sentence after them is not. */
function splitGlued(title: string): { title: string; glued: string } {
  const words = title.split(' ')
  const end = words.findIndex((word) => /\p{Ll}/u.test(word))
  if (end <= 0) return { title, glued: '' }
  const isCapitals = words.slice(0, end).some((word) => /\p{Lu}{3,}/u.test(word))
  if (!isCapitals) return { title, glued: '' }
  // A sentence begins with a capital or a number: the last word in front of small letters may be its first.
  const start = /^\p{Lu}/u.test(words[end] ?? '') ? end : end - 1
  return start > 0
    ? { title: words.slice(0, start).join(' '), glued: words.slice(start).join(' ') }
    : { title, glued: '' }
}

function headingOf(block: PlacedBlock): HeadingParts | undefined {
  const numbered = NUMBERED.exec(block.text)
  const isHeading = block.kind === 'heading'
  if (numbered?.[1] && numbered[2]) {
    const { title, glued } = splitGlued(numbered[2])
    const isCapitals = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u.test(title)
    if ((isHeading || isCapitals) && title.length <= MAX_TITLE_CHARS)
      return { section: { number: numbered[1], title, level: numbered[1].split('.').length, page: block.page }, glued }
  }
  if (isHeading && block.text.length <= MAX_TITLE_CHARS)
    return { section: { number: undefined, title: block.text, level: block.level, page: block.page }, glued: '' }
  return undefined
}

const headingText = (section: Section): string =>
  section.number ? `${section.number} ${section.title}` : section.title

function readSections(input: LayoutInput): LaidOut {
  const sections: Section[] = []
  const outline: OutlinedBlock[] = []
  let path: Section[] = []
  for (const block of input.blocks) {
    const heading = headingOf(block)
    const headings = (): string[] => path.map(headingText)
    if (!heading) {
      outline.push({
        block,
        kind: block.kind === 'table' ? 'table' : 'body',
        caseNumber: undefined,
        headings: headings(),
      })
      continue
    }
    sections.push(heading.section)
    path = [...path.filter((open) => open.level < heading.section.level), heading.section]
    outline.push({
      block: { ...block, text: headingText(heading.section) },
      kind: 'heading',
      caseNumber: undefined,
      headings: headings(),
    })
    if (heading.glued)
      outline.push({
        block: { ...block, kind: 'paragraph', text: heading.glued },
        kind: 'body',
        caseNumber: undefined,
        headings: headings(),
      })
  }
  return { kind: 'other', meeting: undefined, sections, outline }
}

/** Annual reports and plans: numbered headings. */
export const report: Layout = {
  name: 'report',
  score(input) {
    const isNamed = REPORT.test(`${input.title?.value ?? ''} ${input.fileName}`)
    const numbered = input.blocks.filter((block) => headingOf(block)?.section.number !== undefined).length
    return isNamed ? (numbered > 2 ? 0.7 : 0.45) : numbered > 4 ? 0.4 : 0
  },
  read: (input) => ({ ...readSections(input), kind: 'report' }),
}

/** Anything else: headings as they are found. */
export const freeText: Layout = { name: 'free-text', score: () => 0.1, read: readSections }
