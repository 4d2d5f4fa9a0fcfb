import { type GraphRefusal, type TeamGraph, text } from './team-graph.ts'

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Whether somebody owns the team of a channel, by the person's directory id. */
export type OwnsTeam = (channel: string, directoryId: string) => Promise<boolean | GraphRefusal>

/** As Microsoft Graph tells (`GET /teams/{id}/members`), for which the team grants the app `TeamMember.Read.Group`. */
export function createOwnsTeam(graph: TeamGraph): OwnsTeam {
  return async (channel, directoryId) => {
    if (!GUID.test(directoryId)) return false
    const team = await graph.teamUrl(channel)
    if (typeof team !== 'string') return team
    const filter = encodeURIComponent(`(microsoft.graph.aadUserConversationMember/userId eq '${directoryId}')`)
    const members = await graph.list(`${team}/members?$filter=${filter}`)
    if ('is' in members) return members
    return members.entries.some(
      ({ userId, roles }) =>
        text(userId)?.toLowerCase() === directoryId.toLowerCase() && Array.isArray(roles) && roles.includes('owner'),
    )
  }
}
