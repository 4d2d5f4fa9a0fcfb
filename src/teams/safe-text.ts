/**
 * Text of documents and questions on its way into a message. It is shown as written and can start nothing: no markup,
 * no mention, no link.
 */

/** Format characters hide words from the reader or turn them round; soft hyphens and joiners carry no meaning here. */
const INVISIBLE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]|\ufe0e|\ufe0f/gu

/** Not shown, and no client reads an address across it. */
const BREAK = '\u2060'

const SCHEME = /\b([a-z][a-z0-9+.-]{1,30}):(?=\/|\\)/gi
const NAMED_SCHEME =
  /\b(https?|ftps?|mailto|tel|sms|javascript|vbscript|data|file|blob|msteams|ms-[a-z]+|skype|sip|im|callto|about|intent|view-source):/gi
const WWW = /\b(www)\./gi
/** A dot between name-like parts where a path, a port or a well-known ending follows. */
const HOST_DOT =
  /([\p{L}\p{N}-])([.。．｡])(?=(?:[\p{L}\p{N}-]+[.。．｡])*(?:(?:com|net|org|no|io|info|biz|eu|dev|app|ai|me|co|uk|se|dk|fi|de|ru|cn|xyz|site|online|link|click|top|test|example|invalid|local|internal)\b|\p{L}{2,24}[/:@\\?#]))/giu
const AT_SIGN = /@(?=[\p{L}\p{N}])/gu
const DOUBLE_SLASH = /\/(?=\/)|\\(?=\\)/g

/** Plain text that no client turns into a link, for places that are not markdown. */
export function withoutLinks(text: string): string {
  return text
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, '')
    .replace(SCHEME, `$1${BREAK}:`)
    .replace(NAMED_SCHEME, `$1${BREAK}:`)
    .replace(WWW, `$1${BREAK}.`)
    .replace(HOST_DOT, `$1${BREAK}$2`)
    .replace(AT_SIGN, `@${BREAK}`)
    .replace(DOUBLE_SLASH, `$&${BREAK}`)
}

const MARKUP = /[\\`*_~[\]|]/g
/** Teams hides what stands in curly braces, and reads `<…>` as HTML. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '{': '&#123;',
  '}': '&#125;',
}

/** One line of text as markdown that shows just that text. */
export function safeLine(text: string): string {
  return withoutLinks(text)
    .replace(/[\r\n]+/g, ' ')
    .replace(MARKUP, '\\$&')
    .replace(/[&<>{}]/g, (char) => ENTITIES[char] ?? '')
    .replace(/^(\s*)([-+=#])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
    .replace(/^\s{4,}/, '')
}
