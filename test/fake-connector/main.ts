import { parseArgs } from 'node:util'
import { startFakeConnector } from './fake-connector.ts'

/**
 * The fake connector as a process of its own, for tests that kill the bot: prints one line of JSON with its addresses
 * and runs until it is ended. Steered over `/_control/faults`, `/clear`, `/sign`, `/requests` and `/delivered`.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'lag-ms': { type: 'string', default: '0' },
    'require-token': { type: 'boolean', default: false },
    'may-not-read': { type: 'boolean', default: false },
  },
})

const connector = await startFakeConnector({
  port: Number(values.port),
  visibilityLagMs: Number(values['lag-ms']),
  requireToken: values['require-token'],
  mayRead: !values['may-not-read'],
})
process.stdout.write(`${JSON.stringify({ url: connector.url, openIdMetadataUrl: connector.openIdMetadataUrl })}\n`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => connector.close())
