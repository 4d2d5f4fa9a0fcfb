import { MAX_ATTACHMENTS } from '../../src/ingest/attached-file.ts'
import { emptyRoom, takeRoom } from '../../src/ingest/attachment-room.ts'

const files = (count: number, sizeBytes: number) =>
  Array.from({ length: count }, (_, number) => ({ name: `${number}`, bytes: new Uint8Array(sizeBytes) }))

describe('room for attachments', () => {
  it('is for so many, and what does not fit leaves it as it was', () => {
    const room = emptyRoom()
    expect(takeRoom(room, files(MAX_ATTACHMENTS - 1, 1))).toBe(true)
    expect(takeRoom(room, files(2, 1))).toBe(false)
    expect(takeRoom(room, files(1, 1))).toBe(true)
    expect(takeRoom(room, [{ name: 'a', failure: 'only-linked' }])).toBe(false)
    expect(takeRoom(room, [])).toBe(true)
  })

  it('is for 100 MB', () => {
    const room = emptyRoom()
    expect(takeRoom(room, files(1, 60e6))).toBe(true)
    expect(takeRoom(room, files(1, 60e6))).toBe(false)
    expect(takeRoom(room, files(1, 40e6))).toBe(true)
  })
})
