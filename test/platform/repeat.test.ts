import { repeat } from '../../src/platform/repeat.ts'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

describe('a repeated task', () => {
  it('never runs twice at once, and once more when it was woken meanwhile', async () => {
    let running = 0
    let most = 0
    let runs = 0
    const task = async (): Promise<void> => {
      running++
      runs++
      most = Math.max(most, running)
      await pause(20)
      running--
    }
    const repeating = repeat(task, 60_000, () => undefined)
    for (let wake = 0; wake < 5; wake++) repeating.wake()
    await pause(80)
    expect([most, runs]).toEqual([1, 2])
    await repeating.close(1_000)
  })

  it('goes on after an error, and ends when closed', async () => {
    const errors: unknown[] = []
    const task = async (): Promise<void> => {
      throw new Error('no')
    }
    const repeating = repeat(task, 5, (error) => errors.push(error))
    await pause(60)
    await repeating.close(1_000)
    const count = errors.length
    expect(count).toBeGreaterThan(1)
    repeating.wake()
    await pause(30)
    expect(errors).toHaveLength(count)
  })

  it('is waited for when closed, but not for ever', async () => {
    let isDone = false
    const slow = repeat(
      async () => {
        await pause(30)
        isDone = true
      },
      60_000,
      () => undefined,
    )
    slow.wake()
    await slow.close(1_000)
    expect(isDone).toBe(true)
    const stuck = repeat(
      () => new Promise(() => undefined),
      60_000,
      () => undefined,
    )
    stuck.wake()
    const start = performance.now()
    await stuck.close(20)
    expect(performance.now() - start).toBeLessThan(500)
  })
})
