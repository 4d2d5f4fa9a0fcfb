import type { Config } from '../config.ts'
import type { Rakel } from '../index.ts'
import type { Arguments } from './arguments.ts'

/** What a command works with. */
export interface CommandContext {
  readonly rakel: Rakel
  readonly config: Config
  readonly args: Arguments
}

/** Prints what it found. @returns the exit code */
export type Command = (context: CommandContext) => number | Promise<number>
