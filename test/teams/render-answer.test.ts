import { shortened } from '../../src/teams/citation-entity.ts'
import { renderAnswer, renderText } from '../../src/teams/render-answer.ts'
import { brokenRule } from '../fake-connector/teams-rules.ts'
import { answerOf, citation, QUOTE } from './edge.ts'

const LONG_QUOTE = `Vedtak: ${'Rådet slutter seg til planen og ber om en ny vurdering. '.repeat(6).trim()}`

describe('an answer as a message', () => {
  it('sets the markers of a paragraph at its end, with one claim each', () => {
    const [message, ...more] = renderAnswer(answerOf())
    expect(more).toEqual([])
    expect(message?.text).toBe(
      `Samarbeidsrådet vedtok 13. februar 2025 i sak 2025/3:\n\n> «${QUOTE}» [1]\n\n[Åpne saken](https://sak.example.no/2025/3)`,
    )
    expect(message?.entities?.[0]?.citation).toHaveLength(1)
    expect(message).toMatchObject({ type: 'message', textFormat: 'markdown', locale: 'nb-NO' })
  })

  it('carries the AI label only when a model wrote', () => {
    expect(renderAnswer(answerOf())[0]?.entities?.[0]).not.toHaveProperty('additionalType')
    const model = renderAnswer(answerOf({ mode: 'model', citations: [] }))[0]
    expect(model?.entities).toEqual([
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        '@id': '',
        additionalType: ['AIGeneratedContent'],
      },
    ])
  })

  it('is plain where nothing is cited', () => {
    const [message] = renderAnswer(
      answerOf({ outcome: 'abstained', text: 'Det finner jeg ikke i dokumentene.', citations: [] }),
    )
    expect(message?.text).toBe('Det finner jeg ikke i dokumentene.')
    expect(message).not.toHaveProperty('entities')
  })

  it('keeps list items together and multi-line quotes in one block', () => {
    const text = 'Møtet hadde to saker:\n• 1/25 – Budsjett\n• 2/25 – Plan\nVedtatt:\n«Første ledd.\nAndre ledd.»'
    const [message] = renderAnswer(answerOf({ text, citations: [citation({ url: null })] }))
    expect(message?.text).toBe(
      'Møtet hadde to saker:\n\n- 1/25 – Budsjett\n- 2/25 – Plan\n\nVedtatt:\n\n> «Første ledd.\n>\n> Andre ledd.» [1]',
    )
  })

  it('marks a citation that no paragraph names at the end', () => {
    const [message] = renderAnswer({
      ...answerOf({ text: 'To kilder sier det samme.' }),
      citations: [citation(), citation()],
    })
    expect(message?.text).toBe('To kilder sier det samme. [1] [2]')
    expect(message?.entities?.[0]?.citation).toHaveLength(2)
  })

  it('shows a quote in full where Teams would cut it and the text does not hold it', () => {
    const cited = citation({ quote: LONG_QUOTE, page: 7 })
    const [message] = renderAnswer(answerOf({ text: 'Saken er omtalt.', citations: [cited] }))
    expect(message?.text).toContain(`> «${LONG_QUOTE}»\n>\n> — Referat fra samarbeidsrådet, side 7`)
    const abstract = message?.entities?.[0]?.citation?.[0]?.appearance.abstract ?? ''
    expect(abstract.length).toBeLessThanOrEqual(160)
    expect(LONG_QUOTE.startsWith(abstract.replace(/…$/, ''))).toBe(true)
    const said = renderAnswer(answerOf({ text: `Vedtatt:\n«${LONG_QUOTE.slice(8)}»`, citations: [cited] }))
    expect(said[0]?.text.split('Rådet slutter seg').length).toBe(LONG_QUOTE.split('Rådet slutter seg').length)
  })

  it('cannot be fooled by brackets in the text', () => {
    const [message] = renderAnswer(answerOf({ text: 'Jf. note [2] og [1].' }))
    expect(message?.text).toBe('Jf. note \\[2\\] og \\[1\\]. [1]')
  })

  it.each([
    ['http://sak.example.no/1', undefined],
    ['https://bruker:passord@sak.example.no/1', undefined],
    ['javascript:alert(1)', undefined],
    [`https://sak.example.no/${'x'.repeat(1_000)}`, undefined],
    ['https://sak.example.no/a)b(c', 'https://sak.example.no/a)b(c'],
  ])('links a case only over https: %s', (url, linked) => {
    const [message] = renderAnswer(answerOf({ citations: [citation({ url })] }))
    expect(message?.entities?.[0]?.citation?.[0]?.appearance.url).toBe(linked)
    expect(message?.text.includes('](')).toBe(linked !== undefined)
    if (linked) expect(message?.text).toContain('(https://sak.example.no/a%29b%28c)')
  })

  describe('too large for one message', () => {
    const citations = Array.from({ length: 55 }, (_one, index) =>
      citation({ quote: `Sitat nummer ${index + 1}.`, title: `Referat ${index + 1}`, url: null }),
    )
    const paragraphs = citations.map((_one, index) => ({
      text: `Avsnitt ${index + 1} av mange. ${'Det ble lagt fram mange tall i møtet. '.repeat(90)}Slutt ${index + 1}.`,
      citations: [index + 1],
    }))
    const answer = { ...answerOf(), paragraphs, citations, answer: paragraphs.map(({ text }) => text).join('\n') }
    const messages = renderAnswer(answer)

    it('is several messages that Teams takes', () => {
      expect(answer.answer.length).toBeGreaterThan(180_000)
      expect(messages.length).toBeGreaterThan(3)
      for (const message of messages) {
        expect(brokenRule(message as never)).toBeUndefined()
        expect(JSON.stringify(message).length * 2).toBeLessThanOrEqual(80 * 1024)
      }
    })

    it('loses no sentence and no order', () => {
      const words = (text: string): string =>
        text
          .replace(/\[\d+\]|\s+/g, ' ')
          .replace(/ +/g, ' ')
          .trim()
      expect(words(messages.map(({ text }) => text).join(' '))).toBe(words(answer.answer))
    })

    it('has every marker beside its sentence, numbered from 1 in each message, with its own claim', () => {
      const seen: string[] = []
      for (const message of messages) {
        const claims = message.entities?.[0]?.citation ?? []
        expect(claims.map(({ position }) => position)).toEqual(claims.map((_claim, index) => index + 1))
        for (const match of message.text.matchAll(/Slutt (\d+)\. \[(\d+)\]/g)) {
          expect(claims[Number(match[2]) - 1]?.appearance.abstract).toBe(`Sitat nummer ${match[1]}.`)
          seen.push(match[1] ?? '')
        }
      }
      expect(seen).toEqual(citations.map((_one, index) => String(index + 1)))
    })

    it('has at most 20 citations a message, however many one paragraph has', () => {
      const many = renderAnswer({ ...answerOf({ text: 'Alle sier det.' }), citations })
      expect(many.map((message) => message.entities?.[0]?.citation?.length)).toEqual([20, 20, 15])
    })

    it('cuts a word without end rather than sending it whole', () => {
      const [first, ...more] = renderAnswer(answerOf({ text: '😀'.repeat(60_000), citations: [] }))
      expect(more.length).toBeGreaterThan(0)
      for (const message of [first, ...more]) expect(message?.text).toMatch(/^(?:😀)+$/u)
    })
  })

  it('shortens after a whole word', () => {
    expect(shortened('Referat fra samarbeidsrådet', 16)).toBe('Referat fra…')
    expect(shortened('kort', 16)).toBe('kort')
    expect(shortened('x'.repeat(50), 16)).toHaveLength(16)
  })

  it('renders texts of its own with their lists', () => {
    expect(renderText('Spør om:\n\n- Hva?\n- Hvem?', 'nn')).toMatchObject({
      text: 'Spør om:\n\n- Hva?\n- Hvem?',
      locale: 'nn-NO',
    })
  })
})
