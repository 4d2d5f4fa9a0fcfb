// Loaded into a child process before its own code (`node --import`): what it serves and whom it calls stays on this
// machine, and it ends with the process that started it, even when that one is killed.
import { Server, Socket } from 'node:net'

const HOST = '127.0.0.1'
const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/i

/** The arguments of `listen` and `connect`: (options), (port, …) or (path, …); Node hands connect an array of them. */
type Args = readonly unknown[]
type Options = { readonly host?: unknown; readonly path?: unknown }

function optionsOf(args: Args): Options & Record<string, unknown> {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as Args) : args
  if (typeof first === 'object' && first !== null) return first as Options & Record<string, unknown>
  if (typeof first === 'string' && !/^\d+$/.test(first)) return { path: first }
  return { port: first ?? 0, host: typeof second === 'string' ? second : undefined }
}

const listen = Server.prototype.listen as (this: Server, ...args: unknown[]) => Server
Server.prototype.listen = function listenHere(this: Server, ...args: unknown[]): Server {
  const options = optionsOf(args)
  if (typeof options.path === 'string') return listen.apply(this, args)
  return listen.call(this, { ...options, host: HOST }, ...args.filter((arg) => typeof arg === 'function'))
} as Server['listen']

const connect = Socket.prototype.connect as (this: Socket, ...args: unknown[]) => Socket
Socket.prototype.connect = function connectHere(this: Socket, ...args: unknown[]): Socket {
  const { host, path } = optionsOf(args)
  if (typeof path === 'string' || LOOPBACK.test(String(host ?? HOST))) return connect.apply(this, args)
  const error = Object.assign(new Error('only this machine may be called'), { code: 'ECONNREFUSED' })
  process.nextTick(() => this.destroy(error))
  return this
} as Socket['connect']

process.on('disconnect', () => process.exit(0))
// Listening for that would keep a script alive that has nothing left to do.
process.channel?.unref()
// Ctrl-C in a terminal reaches us as well; the process that started us decides when to stop us.
process.on('SIGINT', () => undefined)
