import type { Asker } from '../domain/asker.ts'
import type { Language } from '../domain/document.ts'
import type { MeetingGroup } from './meeting-groups.ts'
import type { Plan } from './plan.ts'
import type { FindPassages, Register } from './ports.ts'
import type { Texts } from './texts/texts.ts'

/** All that one question is answered from. */
export interface Inquiry {
  readonly asker: Asker
  readonly plan: Plan
  readonly language: Language
  readonly texts: Texts
  /** `YYYY-MM-DD` in Norway. */
  readonly today: string
  readonly register: Register
  readonly findPassages: FindPassages
  /** All meetings the asker may read of, newest first. */
  readonly meetings: readonly MeetingGroup[]
}
