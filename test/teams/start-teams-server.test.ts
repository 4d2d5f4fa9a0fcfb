import { type Edge, message, QUOTE, startEdge } from './edge.ts'

describe('the Teams edge, on the wire', () => {
  let edge: Edge
  afterEach(() => edge.close())

  it('answers a question in a personal chat with its citation', async () => {
    edge = await startEdge()
    const response = await edge.post(message(edge.connector))
    expect(response.status).toBe(200)
    const [sent] = await edge.messages(1)
    expect(sent?.['text']).toContain('4,2 mill. kroner')
    expect(edge.asked).toEqual(['Hva ble vedtatt om budsjettet?'])
    const wire = edge.connector.requests.find((request) => request.activity?.['type'] === 'message')
    expect(JSON.parse(wire?.raw ?? '').entities).toEqual([
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        '@id': '',
        citation: [
          {
            '@type': 'Claim',
            position: 1,
            appearance: {
              '@type': 'DigitalDocument',
              name: 'Referat fra samarbeidsrådet, side 3',
              abstract: QUOTE,
              url: 'https://sak.example.no/2025/3',
              keywords: ['2025/3', '2025-02-13'],
            },
          },
        ],
      },
    ])
  })
})
