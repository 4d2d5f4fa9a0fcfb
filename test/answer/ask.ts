import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer } from '../../src/domain/answer.ts'
import { operatorOf } from '../../src/domain/asker.ts'
import { tenantId } from '../../src/domain/ids.ts'
import { openRakel, type Rakel } from '../../src/index.ts'

const TENANT = tenantId('test')
/** All questions are asked on this day. */
const TODAY_MS = Date.UTC(2026, 10, 22, 9)

export interface Asking {
  /** @param conversation the chat it is asked in; none at the command line */
  ask(question: string, conversation?: string): Promise<Answer>
  close(): void
}

/** A Rakel of its own that has read these files, by name. */
export async function havingRead(files: Readonly<Record<string, string>>): Promise<Asking> {
  const folder = mkdtempSync(join(tmpdir(), 'rakel-answer-'))
  const documents = join(folder, 'documents')
  const { mkdirSync } = await import('node:fs')
  mkdirSync(documents)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(documents, name), text)
  const rakel: Rakel = openRakel({ dataFolder: join(folder, 'data'), tenant: TENANT, clock: { nowMs: () => TODAY_MS } })
  const report = await rakel.index(documents)
  if (report.failed.length > 0) throw new Error(JSON.stringify(report.failed))
  return {
    ask: (question, conversation) => rakel.answer(question, { ...operatorOf(TENANT), conversation }),
    close() {
      rakel.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const COUNCIL_MAY = `Møtereferat Fellesrådet for Nordvik IKT 14.05.2024

Dato: 14.05.2024
Tid: 09:00 - 11:30
Sted: Nordvik rådhus, Storsalen
Til stede: Berg, Kari, Dahl, Ola, Vik, Anne Lise
Forfall: Moe, Per
Referent: Vik, Anne Lise

Agenda

2024/M2-001 - Godkjenning av innkalling og saksliste
Vedtak: Innkalling og saksliste godkjennes

2024/M2-002 - Felles sentralbord
Vedtak: Saken utsettes til møtet 18.09.2024.

Daglig leder legger fram en ny beregning av kostnadene.

2024/M2-003 - Budsjett 2025
Vedtak: Budsjettet for 2025 settes til 31,250 mill. kr.

Nordvik kommune dekker 42 % av budsjettet. Ny avtale om lisenser skal være ferdig i slutten av juni 2024.

Rådet ba om disse tiltakene:
• færre skrivere
• billigere telefoner
• to ledige stillinger holdes åpne
`

const COUNCIL_SEPTEMBER = `Møtereferat Fellesrådet for Nordvik IKT 18.09.2024

Dato: 18.09.2024
Tid: 10:00 - 12:00
Sted: Teams
Til stede: Berg, Kari, Moe, Per, Vik, Anne Lise
Forfall:
Referent: Berg, Kari

Agenda

2024/M4-001 - Godkjenning av innkalling og saksliste
Vedtak: Innkalling og saksliste godkjennes

2024/M4-002 - Felles sentralbord
Vedtak: Felles sentralbord åpner 1. mars 2025 i Nordvik.

Kostnaden er beregnet til 2,140 mill. kr i 2025 og 1,960 mill. kr i 2026.
`

const EXECUTIVE = (place: string, decision: string): string => `Møteprotokoll

Utvalg: ${place} formannskap
Dato: 06.06.2024
Tidspunkt: 12:00 - 14:00

PS 7/24 Skolebibliotek

Kommunedirektørens forslag til vedtak:
Skolebiblioteket legges ned.

Behandling:
Saken ble drøftet.

Vedtak:
${decision}
`

const NOTICE = `Møteinnkalling Fellesrådet for Nordvik IKT 11.02.2027

Utvalg: Fellesrådet for Nordvik IKT
Dato: 11.02.2027
Tidspunkt: 09:00
Møtested: Sørvik kulturhus

Saksliste

2027/M1-001 - Godkjenning av innkalling
2027/M1-002 - Nytt arkivsystem
`

const REPORT = `# Årsrapport 2024 Nordvik IKT

## 1 Brukerstøtte

Brukerstøtten svarte på 4 120 henvendelser i 2024.

Alvorlige hendelser fordelt på måned:

| Måned | 2023 | 2024 |
|---|---|---|
| Januar | 2 | 5 |
| Februar | 4 | 1 |
| Mars | 1 | 3 |
| Sum | 7 | 9 |
`

/** A small invented council with two meetings, two executives with one case number, a notice and a report. */
export const NORDVIK: Readonly<Record<string, string>> = {
  'fellesradet-2024-05-14.txt': COUNCIL_MAY,
  'fellesradet-2024-09-18.txt': COUNCIL_SEPTEMBER,
  'nordvik-formannskap.txt': EXECUTIVE('Nordvik', 'Skolebiblioteket beholdes.'),
  'sorvik-formannskap.txt': EXECUTIVE('Sørvik', 'Skolebiblioteket flyttes til kulturhuset.'),
  'innkalling-2027-02-11.txt': NOTICE,
  'arsrapport-2024.md': REPORT,
}
