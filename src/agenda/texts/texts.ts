import type { PostLanguage } from '../ports.ts'
import { nb } from './nb.ts'
import { nn } from './nn.ts'

/** What posts say besides the words of documents. Dates come in words, times as `HH:MM`. */
export interface PostTexts {
  agendaTitle(committee: string, day: string): string
  reminderTitle(committee: string, day: string): string
  decisionsTitle(committee: string, day: string): string
  readonly weekdays: readonly string[]
  readonly date: string
  readonly time: string
  readonly place: string
  readonly until: string
  items(count: number): string
  readonly noItems: string
  readonly promised: string
  readonly postponed: string
  promise(who: string | undefined, what: string, day: string): string
  postponedMatter(matter: string, day: string): string
  changedAt(day: string, time: string): string
  added(matter: string): string
  removed(caseNumber: string): string
  removedCount(count: number): string
  retitled(matter: string): string
  moved(matter: string, place: number): string
  changedTime(from: string, to: string): string
  changedPlace(from: string, to: string): string
  readonly unknown: string
  readonly introductionChanged: string
  readonly promisesChanged: string
  readonly itemsChanged: string
  readonly backOn: string
  readonly cancelled: string
  readonly withdrawn: string
  movedTo(day: string): string
  readonly replaces: string
  readonly noDecision: string
  readonly restrictedDecision: string
  readonly cut: string
}

const TEXTS: Readonly<Record<PostLanguage, PostTexts>> = { nb, nn }

export const textsOf = (language: PostLanguage): PostTexts => TEXTS[language]
