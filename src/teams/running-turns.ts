/** The turns that were acknowledged and not yet finished. */
export interface RunningTurns {
  /** `turn` must not throw. */
  start(turn: () => Promise<void>): void
  /** @returns how many were still running when the time was up */
  drain(ms: number): Promise<number>
}

export function createRunningTurns(): RunningTurns {
  const running = new Set<Promise<void>>()
  return {
    start(turn) {
      const promise = turn().finally(() => running.delete(promise))
      running.add(promise)
    },
    async drain(ms) {
      if (running.size === 0) return 0
      let timer: NodeJS.Timeout | undefined
      const timeUp = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, ms)
      })
      const allDone = async (): Promise<void> => {
        while (running.size > 0) await Promise.allSettled(running)
      }
      await Promise.race([allDone(), timeUp])
      clearTimeout(timer)
      return running.size
    },
  }
}
