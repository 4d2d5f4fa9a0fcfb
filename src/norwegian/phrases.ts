/** Words that many rules share, by a name in capitals: `{ WHO: 'hvem/kven/who' }`. A name may be told by other names. */
export type SharedWords = Readonly<Record<string, string>>

/**
 * One rule of a grammar, compiled once: `test` says whether a folded text holds one of these phrases.
 *
 * A rule is written as lines, one phrase to a line; what is set further in goes on with the line before. Words stand
 * whole, one after the other:
 *
 * | written | means | for example |
 * |---|---|---|
 * | `til_stede` | several words in the place of one | `var til_stede/med_på` |
 * | `a/b` | one or the other | `hvem/kven/who` |
 * | `vedta*` | any ending, or none | vedta, vedtak, vedtatt |
 * | `klar+` | an ending | klarte, klarer; not klar |
 * | `*møtet` | any beginning, or none | møtet, styremøtet |
 * | `utval(g,get,et)` | one of these parts, or none | utval, utvalg, utvalget |
 * | `(the)` | this word, or none | `took (the) minutes` |
 * | `0-3_words` | so many words, whatever they are | `hvem 0-3_words ansvar*` |
 * | `0-3_hyphen-words` | the same, words with hyphens too | "IT- og" |
 * | `0-25_letters` | so many letters and blanks, and no mark | |
 * | `...60` | up to 60 characters, whatever they are | `hva ...60 frist*` |
 * | `...` | anything | |
 * | `!word` | not behind this word, at the head of a line; not before it, elsewhere | `deputy !mayor` |
 * | `^` | the text begins here | `^ hvem` |
 * | `$` | the text ends here, but for its marks | `^ hei/hallo $` |
 * | `,` | a comma, a stop, a question mark or the end | `møte* ...60 til ,` |
 * | `WHO` | the words of that name: shared ones, or the rule's own | `WHO skulle/skal` |
 * | `OUT = av/bort` | gives words a name, for this rule alone | |
 * | `# …` | a remark | |
 *
 * @param flags "u" unless told otherwise: "iu" for a text that is not folded
 * @throws SyntaxError for a name that is not defined, and for what is none of the above
 */
export type PhrasesOf = (rule: string, flags?: string) => RegExp

/**
 * The compiler of rules that share these words.
 * @example phrasesWith({ WHO: 'hvem/kven/who' })('WHO skulle/skal').test('kven skal legge fram saka') // true
 */
export const phrasesWith =
  (shared: SharedWords): PhrasesOf =>
  (rule, flags = 'u') => {
    const names = { ...shared }
    const phrases: string[] = []
    for (const line of linesOf(rule)) {
      const [, name, words = ''] = /^([A-Z_]+) = (\S+)$/.exec(line) ?? []
      if (name) names[name] = words
      else phrases.push(line)
    }
    const sources = phrases.map((phrase) => phraseSource(phrase.split(/\s+/), names))
    return new RegExp(`${NO_LETTER_BEFORE}(?:${sources.join('|')})${NO_LETTER_AFTER}`, flags)
  }

const NO_LETTER_BEFORE = String.raw`(?<!\p{L})`
const NO_LETTER_AFTER = String.raw`(?!\p{L})`
const BLANK = String.raw`\s+`

const REMARK = /^\s*#/
const indentOf = (line: string): number => line.search(/\S/)

/** The phrases of a rule, each in one line. */
function linesOf(rule: string): readonly string[] {
  const written = rule.split('\n').filter((line) => indentOf(line) >= 0 && !REMARK.test(line))
  const outermost = Math.min(...written.map(indentOf))
  const lines: string[] = []
  for (const line of written) {
    const before = indentOf(line) > outermost ? lines.pop() : undefined
    lines.push(before === undefined ? line.trim() : `${before}${before.endsWith('/') ? '' : ' '}${line.trim()}`)
  }
  return lines
}

interface Place {
  readonly isFirst: boolean
  readonly isLast: boolean
}

function phraseSource(parts: readonly string[], names: SharedWords): string {
  let source = ''
  /** What parts the next word from what is there. */
  let joint = ''
  for (const [index, part] of parts.entries()) {
    const place = { isFirst: index === 0, isLast: index === parts.length - 1 }
    const between = edgeSource(part, place, names) ?? distanceSource(part, joint === BLANK)
    const loose = looseWordsSource(part, place, names)
    source += between ?? joint + (loose ?? wordsSource(part, names))
    joint = between === undefined && loose === undefined ? BLANK : ''
  }
  return source
}

/** "^", "$", ",", and "!word" at either end: what is around the phrase, and no word of it. */
function edgeSource(part: string, { isFirst, isLast }: Place, names: SharedWords): string | undefined {
  if (part === '^' && isFirst) return '^'
  if (part === '$' && isLast) return String.raw`[\s?!.]*$`
  if (part === ',' && isLast) return String.raw`(?=\s*[,.?]|$)`
  if (!part.startsWith('!') || isFirst === isLast) return undefined
  const words = wordsSource(part.slice(1), names)
  return isFirst ? `(?<!${words}${BLANK})` : `(?!${BLANK}${words}${NO_LETTER_AFTER})`
}

const WITHIN = /^\.\.\.(\d*)$/
const LETTERS = /^(\d+)-(\d+)_letters$/

/** "...", "...60", "0-25_letters": from the end of one word to the beginning of another. */
function distanceSource(part: string, isBehindWord: boolean): string | undefined {
  const [isWithin, characters] = WITHIN.exec(part) ?? []
  const [isLetters, least, most] = LETTERS.exec(part) ?? []
  if (isWithin === undefined && isLetters === undefined) return undefined
  const anything = characters ? `.{0,${characters}}` : '.*'
  const end = isBehindWord ? NO_LETTER_AFTER : ''
  return end + (isLetters ? String.raw`[\p{L}\s]{${least},${most}}` : anything) + NO_LETTER_BEFORE
}

const SO_MANY = /^(\d+)(?:-(\d+))?_(hyphen-)?words?$/
const OPTIONAL = /^\(([^()]+)\)$/

/** "0-3_words", "(the)", and "!word" in the middle: words that may be there or not, with the blank behind them. */
function looseWordsSource(part: string, { isLast }: Place, names: SharedWords): string | undefined {
  const [isSoMany, least = '', most = least, isHyphened] = SO_MANY.exec(part) ?? []
  if (isSoMany) {
    const word = isHyphened ? String.raw`[\p{L}-]+` : String.raw`\p{L}+`
    return `(?:${word}${isLast ? String.raw`\s*` : BLANK}){${least},${most}}`
  }
  const [, optional] = OPTIONAL.exec(part) ?? []
  if (optional && !isLast) return `(?:${wordsSource(optional, names)}${BLANK})?`
  return part.startsWith('!') ? `(?!${wordsSource(part.slice(1), names)}${NO_LETTER_AFTER})` : undefined
}

const OR = /\/\s*/
const WORD = /^(?:[\p{L}\d'*+_-]|\([\p{L}\d'*+_,-]+\))+$/u
const MARKED = /\(([^()]+)\)|[A-Z]+(?:_[A-Z]+)*|[*+_]/g

function wordsSource(words: string, names: SharedWords): string {
  const sources = words.split(OR).map((word) => {
    if (!WORD.test(word)) throw new SyntaxError(`"${word}" is no word of a rule`)
    return wordSource(word, names)
  })
  return sources.length === 1 ? sources.join('') : `(?:${sources.join('|')})`
}

const wordSource = (word: string, names: SharedWords): string =>
  word.replace(MARKED, (mark, parts?: string) => {
    if (parts !== undefined)
      return `(?:${parts
        .split(',')
        .map((part) => wordSource(part, names))
        .join('|')})?`
    if (mark === '*' || mark === '+') return String.raw`\p{L}` + mark
    if (mark === '_') return BLANK
    const meant = names[mark]
    if (meant === undefined) throw new SyntaxError(`"${mark}" is not defined`)
    return wordsSource(meant, names)
  })
