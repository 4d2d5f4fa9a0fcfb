declare const brand: unique symbol
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name }

/** The organisation that owns documents and conversations; `local` where only one is served. */
export type TenantId = Branded<string, 'TenantId'>
/** Survives a rename and a change of the file; see docs/decisions/0003-document-identity.md. */
export type DocumentId = Branded<string, 'DocumentId'>
/** A calendar date in Norway, `YYYY-MM-DD`. Never a moment in time. */
export type LocalDate = Branded<string, 'LocalDate'>
/** Lower-case hex SHA-256 of a file's bytes. */
export type ContentHash = Branded<string, 'ContentHash'>

export const tenantId = (text: string): TenantId => text as TenantId
export const documentId = (text: string): DocumentId => text as DocumentId
export const contentHash = (text: string): ContentHash => text as ContentHash

/** @returns undefined for a date that is not in the calendar, such as 31.11. */
export function localDate(year: number, month: number, day: number): LocalDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return date.toISOString().slice(0, 10) as LocalDate
}
