import { writeSync } from 'node:fs'
import type { AggregatedResult } from '@jest/reporters'

/** Prints the figures alone on the last line, for people in a hurry and for tools. */
export default class PassedFailedReporter {
  onRunComplete(_contexts: unknown, result: AggregatedResult): void {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests } = result
    // A file that does not load has no tests to count, and must not look like success.
    const failed = numFailedTests + numRuntimeErrorTestSuites
    const line = `${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped\n`
    // Jest holds back what its own reporters write, so that only the very end is last.
    process.once('exit', () => writeSync(1, line))
  }
}
