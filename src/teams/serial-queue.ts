/** Runs tasks of one lane one after the other, in the order they came; lanes do not wait for each other. */
export interface SerialQueue {
  run<Result>(lane: string, task: () => Promise<Result>): Promise<Result>
}

export function createSerialQueue(): SerialQueue {
  const tails = new Map<string, Promise<unknown>>()
  return {
    run(lane, task) {
      const result = (tails.get(lane) ?? Promise.resolve()).then(task)
      const tail = result
        .catch(() => undefined)
        .then(() => {
          if (tails.get(lane) === tail) tails.delete(lane)
        })
      tails.set(lane, tail)
      return result
    },
  }
}
