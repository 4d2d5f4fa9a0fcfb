import { phrases } from '../phrases.ts'

/** "møtet", "årsmøte", "samling" */
export const NAMES_MEETING = phrases('*møte*/*samling*/*meeting*/*meet')

/** "rådet", "kommunestyret", "the committee" */
export const NAMES_BODY = phrases('*BODY')
