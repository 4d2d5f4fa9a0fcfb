import type { ReadChannel } from '../../agenda/ports.ts'
import { type Fields, fields, type TeamGraph, text, unavailable } from './team-graph.ts'

const LOOK_BACK_MS = 24 * 3_600_000
const PAGE = 50
const MOST_PAGES = 40

/** NaN where no time is told, which no comparison takes for old. */
const lastTouchedMs = (message: Fields): number =>
  Math.max(
    ...['createdDateTime', 'lastModifiedDateTime']
      .map((name) => text(message[name]))
      .filter((time) => time !== undefined)
      .map((time) => Date.parse(time)),
  )

/**
 * Reads a channel's posts back through Microsoft Graph (`GET /teams/{id}/channels/{id}/messages`), for which the team
 * grants the app `ChannelMessage.Read.Group`.
 * @param appId the bot's, to know its own messages by; undefined: every message is looked at
 */
export function createReadChannel(graph: TeamGraph, appId: string | undefined): ReadChannel {
  const isMarked = (message: Fields, marker: string): boolean => {
    if (message['deletedDateTime'] || message['replyToId']) return false
    const sender = text(fields(fields(message['from'])['application'])['id'])
    if (appId && sender && sender.toLowerCase() !== appId.toLowerCase()) return false
    return JSON.stringify([message['body'], message['attachments']]).includes(marker)
  }

  return {
    async find(channel, marker) {
      const team = await graph.teamUrl(channel)
      if (typeof team !== 'string') return team
      let url = `${team}/channels/${encodeURIComponent(channel)}/messages?$top=${PAGE}`
      let sinceMs: number | undefined
      for (let pages = 0; pages < MOST_PAGES; pages++) {
        const page = await graph.list(url)
        if ('is' in page) return page
        const found = page.entries.find((message) => isMarked(message, marker))
        const messageId = found && text(found['id'])
        if (messageId) return { is: 'found', messageId }
        sinceMs ??= page.atMs - LOOK_BACK_MS
        const since = sinceMs
        // A whole page, because Graph sorts by the last reply of a thread.
        const isOld = page.entries.length > 0 && page.entries.every((message) => lastTouchedMs(message) < since)
        if (isOld || !page.next) return { is: 'not-found' }
        url = page.next
      }
      return unavailable('too-many-messages')
    },
  }
}
