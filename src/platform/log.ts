import type { Clock } from './clock.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>

/** Structured log. Fields never hold question text, document text, tokens or national ids. */
export interface Log {
  debug(event: string, fields?: LogFields): void
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

const ORDER: readonly LogLevel[] = ['debug', 'info', 'warn', 'error']
const MAX_VALUE_CHARS = 256

/** Control characters would let a file name or an id forge a log line. */
const clean = (value: string): string =>
  value.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ').slice(0, MAX_VALUE_CHARS)

/** One JSON object a line. */
export function createLog(write: (line: string) => void, clock: Clock, minimum: LogLevel = 'info'): Log {
  const at =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}): void => {
      if (ORDER.indexOf(level) < ORDER.indexOf(minimum)) return
      const entry: Record<string, string | number | boolean> = {
        at: new Date(clock.nowMs()).toISOString(),
        level,
        event,
      }
      for (const [key, value] of Object.entries(fields))
        if (value !== undefined) entry[key] = typeof value === 'string' ? clean(value) : value
      write(`${JSON.stringify(entry)}\n`)
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }
