import { havingRead } from './ask.ts'

const REPORT = (title: string, budget: string): string => `# ${title}

## 1 Økonomi

Budsjettet for Nordvik IKT i 2024 var ${budget} mill. kr.
`

const MINUTES = (start: string): string => `Møtereferat Fellesrådet for Nordvik IKT 14.05.2024

Dato: 14.05.2024
Tid: ${start} - 11:00
Referent: Kari Berg

2024/M2-001 - Kantine
Vedtak: Kantina åpnes.
`

it('tells that two documents give one figure two values, with both quotes', async () => {
  const nordvik = await havingRead({
    'arsrapport-2024.md': REPORT('Årsrapport 2024 Nordvik IKT', '21,400'),
    'arsrapport-2025.md': REPORT('Årsrapport 2025 Nordvik IKT', '21,900'),
  })
  try {
    const answer = await nordvik.ask('Hva var budsjettet for Nordvik IKT i 2024?')
    expect(answer.answer).toContain('Merk: dokumentene er uenige om dette')
    expect(answer.answer).toContain('21,400')
    expect(answer.answer).toContain('21,900')
  } finally {
    nordvik.close()
  }
})

it('tells that two minutes of one meeting differ', async () => {
  const nordvik = await havingRead({ 'referat.txt': MINUTES('09:00'), 'referat.md': MINUTES('08:30') })
  try {
    const answer = await nordvik.ask('Når begynte møtet 14.05.2024?')
    expect(answer.answer).toContain('dokumentene er uenige')
    expect(answer.answer).toContain('08:30')
    expect(answer.answer).toContain('09:00')
  } finally {
    nordvik.close()
  }
})

it('says nothing where they agree', async () => {
  const nordvik = await havingRead({
    'arsrapport-2024.md': REPORT('Årsrapport 2024 Nordvik IKT', '21,400'),
    'arsrapport-2025.md': REPORT('Årsrapport 2025 Nordvik IKT', '21,400'),
  })
  try {
    expect((await nordvik.ask('Hva var budsjettet for Nordvik IKT i 2024?')).answer).not.toContain('uenige')
  } finally {
    nordvik.close()
  }
})
