import { fold } from '../norwegian/fold.ts'

/** Parties as minutes write them, each with the forms that mean it. */
const PARTIES: readonly (readonly string[])[] = [
  ['ap', 'arbeiderpartiet', 'arbeidarpartiet', 'arbeiderparti', 'arbeidarparti', 'a', 'labour', 'labour party'],
  ['h', 'høyre', 'høgre', 'conservatives', 'conservative party'],
  ['sp', 'senterpartiet', 'senterparti', 'centre party', 'center party'],
  ['sv', 'sosialistisk venstreparti', 'socialist left', 'socialist left party'],
  ['v', 'venstre', 'liberals', 'liberal party'],
  ['frp', 'framstegspartiet', 'fremskrittspartiet', 'framstegsparti', 'fremskrittsparti', 'progress party'],
  ['krf', 'kristelig folkeparti', 'kristeleg folkeparti', 'christian democrats', 'christian democratic party'],
  ['r', 'rødt', 'raudt', 'red party'],
  ['mdg', 'miljøpartiet de grønne', 'miljøpartiet dei grøne', 'greens', 'green party'],
  ['inp', 'industri- og næringspartiet'],
  ['pp', 'pensjonistpartiet', 'pensioners party'],
]

/** The party that a text names, by its short form; one letter alone names none in a question. */
export function partiesIn(question: string): string[] {
  const text = fold(question)
  return PARTIES.flatMap((forms) =>
    forms.some(
      (form) => form.length > 1 && new RegExp(String.raw`(?<!\p{L})${form}(?:s|et|ets)?(?!\p{L})`, 'u').test(text),
    )
      ? [forms[0] ?? '']
      : [],
  )
}

/** A question without its parties: they tell who, not what. */
export const withoutParties = (question: string): string => question.replace(ANY_PARTY, ' ')
/** Any of their names, as the source of a pattern; the longest first. */
export const PARTY = `(?:${PARTIES.flat()
  .filter((form) => form.length > 1)
  .toSorted((a, b) => b.length - a.length)
  .join('|')})`
const ANY_PARTY = new RegExp(String.raw`(?<!\p{L})${PARTY}(?:['’]?s|et|ets)?(?!\p{L})`, 'giu')

/** Whether a printed party ("Senterpartiet", "SP") is one of these short forms. */
export const isOneOf = (printed: string | undefined, parties: readonly string[]): boolean =>
  (printed ?? '')
    .split(/[,/]|\s+og\s+/u)
    .some((one) => PARTIES.some((forms) => parties.includes(forms[0] ?? '') && forms.includes(fold(one.trim()))))

/** Whether what stands beside a name is a party. */
export const isParty = (printed: string | undefined): boolean =>
  PARTIES.some((forms) => forms.includes(fold(printed ?? '').trim()))
