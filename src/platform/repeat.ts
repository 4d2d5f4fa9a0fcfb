export interface Repeating {
  /** Runs the task now, or once more when it is running. */
  wake(): void
  /** No new run; waits for the running one, for at most `ms`. */
  close(ms: number): Promise<void>
}

/** Runs a task every so often, never twice at once. What it throws is given to `onError`. */
export function repeat(task: () => Promise<void>, everyMs: number, onError: (error: unknown) => void): Repeating {
  let isClosed = false
  let isWoken = false
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  function run(): void {
    if (isClosed) return
    if (running) {
      isWoken = true
      return
    }
    clearTimeout(timer)
    running = task()
      .catch(onError)
      .finally(() => {
        running = undefined
        if (isClosed) return
        timer = setTimeout(run, isWoken ? 0 : everyMs)
        isWoken = false
      })
  }

  timer = setTimeout(run, everyMs)
  return {
    wake: run,
    async close(ms) {
      isClosed = true
      clearTimeout(timer)
      let limit: NodeJS.Timeout | undefined
      const timeUp = new Promise<void>((resolve) => {
        limit = setTimeout(resolve, ms)
      })
      await Promise.race([running ?? Promise.resolve(), timeUp])
      clearTimeout(limit)
    },
  }
}
