import { createRequire } from 'node:module'

type EntityMapper = { Entity: { type: { additionalProperties?: { type: { name: string } } } } }

/**
 * botbuilder 4.23.3 drops every field of an entity but `type` when it serialises, and with it citations and the AI
 * label. To be called before anything is sent; seen only in the bytes on the wire.
 */
export function keepEntityFields(): void {
  const require = createRequire(import.meta.url)
  const mappers: EntityMapper = require('botframework-connector/lib/connectorApi/models/mappers')
  mappers.Entity.type.additionalProperties = { type: { name: 'Object' } }
}
