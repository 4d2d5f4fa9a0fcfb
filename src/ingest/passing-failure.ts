import type { FailureCode, FileFailure } from './ports.ts'

const MACHINE_MAY_BE_TO_BLAME: readonly FailureCode[] = ['took-too-long', 'too-much-memory', 'reader-broke']

/** Whether the same bytes may be read another time: the machine was perhaps busy. */
export const mayPass = ({ code }: FileFailure): boolean => MACHINE_MAY_BE_TO_BLAME.includes(code)
