import type { FigureBasis } from '../../domain/figure.ts'

/** The most telling first: the forecast of an overspending is a forecast, the rest of a revised budget is revised. */
const WORDS: readonly (readonly [RegExp, FigureBasis])[] = [
  [
    /prognose|anslag|anslått|forvent|venta(?!\p{L})|estimat|estimert|beregn|berekn|rekna(?!\p{L})|(?<!\p{L})vil koste|(?<!\p{L})skal koste|forecast|estimated|expected/iu,
    'forecast',
  ],
  [
    /(?:revidert|regulert|justert|oppdatert)\p{L}*\s(?:\p{L}+\s)?(?:budsjett|ramme)|budsjett\p{L}*\s(?:er\s|ble\s)?(?:revidert|regulert|justert)|rev\.?\s?budsj|revised budget/iu,
    'revised-budget',
  ],
  [
    /regnskap|rekneskap|mindreforbruk|meirforbruk|merforbruk|overforbruk|underforbruk|forbruk|(?<!\p{L})brukt(?!\p{L})|brukte|kostet|kosta|utgjorde|resultat|accounts|actual|spent/iu,
    'accounts',
  ],
  [/budsjett|(?<!\p{L})\p{L}*ramme(?:n|r|ne)?(?!\p{L})|bevilg|løyvd|løyving|budget/iu, 'budget'],
]

/** @returns undefined where no word tells; never guessed */
export const basisOf = (text: string): FigureBasis | undefined => WORDS.find(([pattern]) => pattern.test(text))?.[1]
