import type { Language } from '../../domain/document.ts'
import { en } from './en.ts'
import { nb } from './nb.ts'
import { nn } from './nn.ts'

/** What this edge says itself, in one language. Plain text; lines that start with `- ` are list items. */
export interface Texts {
  readonly welcome: string
  readonly welcomeToGroup: string
  readonly help: string
  readonly failed: (reference: string) => string
  readonly busy: string
  readonly empty: string
  readonly tooLong: (maxChars: number) => string
  readonly page: (page: number) => string
  readonly openCase: string
}

const TEXTS: Readonly<Record<Language, Texts>> = { nb, nn, en }

/** @param locale as Teams sends it, such as `nn-NO`; bokmål for anything Scandinavian or unknown */
export function languageOf(locale: string | undefined): Language {
  const primary = locale?.toLowerCase().split(/[-_]/)[0]
  return primary === 'nn' || primary === 'en' ? primary : 'nb'
}

export const textsIn = (language: Language): Texts => TEXTS[language]
