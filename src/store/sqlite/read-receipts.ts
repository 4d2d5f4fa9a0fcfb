import { createHash } from 'node:crypto'
import type { ReadReceipts } from '../../teams/ports.ts'
import type { Connection } from './connection.ts'

const readerOf = (post: string, person: string): string =>
  createHash('sha256')
    .update(JSON.stringify([post, person]))
    .digest('base64url')

export const createReadReceipts = (db: Connection): ReadReceipts => ({
  note: (tenant, post, person) => {
    db.write(() =>
      db.run('INSERT INTO agenda_read (tenant, post, reader) VALUES (:tenant, :post, :reader) ON CONFLICT DO NOTHING', {
        tenant,
        post,
        reader: readerOf(post, person),
      }),
    )
  },
  count: (tenant, post) =>
    db.one<{ count: number }>('SELECT count(*) AS count FROM agenda_read WHERE tenant = :tenant AND post = :post', {
      tenant,
      post,
    })?.count ?? 0,
})
