import type PdfDocument from 'pdfkit'
import type { Block } from '../../../src/domain/document.ts'
import { readPdf } from '../../../src/ingest/readers/pdf.ts'
import { drawTable, madePdf } from './made-pdf.ts'

async function pagesOf(draw: (pdf: PdfDocument) => void): Promise<Block[][]> {
  const read = await readPdf(await madePdf(draw))
  if (typeof read === 'string') throw new Error(read)
  expect(read.pages.map((page) => page.number)).toEqual(read.pages.map((_, index) => index + 1))
  return read.pages.map((page) => [...page.blocks])
}
const LONG =
  'Rådet drøftet kostnadene ved felles sentralbord og ba daglig leder legge fram en ny vurdering av bemanning og åpningstid.'

describe('a PDF', () => {
  it('gives wrapped lines as whole paragraphs', async () => {
    const [page] = await pagesOf((pdf) => {
      pdf.text(LONG)
      pdf.y += 12
      pdf.text(LONG)
    })
    expect(page?.map((block) => block.text)).toEqual([LONG, LONG])
  })

  it('gives a table of labels and values, wrapped and empty cells in their row', async () => {
    const rows = [
      ['Dato', '14.11.2024'],
      ['Sted', 'Rådhuset'],
      [
        'Til stede',
        'Nes, Kari, Dahl, Ola Per, Lund, Anne Marie, Vik, Per, Moe, Ingrid, Berg, Jon, Haug, Liv, Eide, Nils, Aas, Tore',
      ],
      ['Forfall', ''],
      ['Referent', 'Nes, Kari'],
    ]
    const [page] = await pagesOf((pdf) => {
      drawTable(pdf, [60, 180], rows)
      pdf.y += 20
      pdf.text(LONG)
    })
    expect(page?.[0]?.rows).toEqual(rows)
    expect(page?.[1]?.text).toBe(LONG)
  })

  it('gives tables that stand close as tables of their own', async () => {
    const meeting = [
      ['Utvalg:', 'Kommunestyret'],
      ['Møtested:', 'Rådhuset, den store salen'],
    ]
    const people = [
      ['Navn', 'Funksjon', 'Parti', 'Møtte for'],
      ['Kari Nes', 'leder', 'AP', ''],
      ['Ola Dahl', 'varamedlem', 'SP', 'Per Vik'],
    ]
    const absent = [
      ['Forfall', 'Parti', 'Møtende varamedlem'],
      ['Per Vik', 'SP', 'Ola Dahl'],
    ]
    const bold = (pdf: PdfDocument, columns: readonly number[], [head = [], ...rows]: readonly string[][]) => {
      pdf.font('Helvetica-Bold')
      drawTable(pdf, columns, [head])
      pdf.font('Helvetica')
      drawTable(pdf, columns, rows)
    }
    const [page] = await pagesOf((pdf) => {
      drawTable(pdf, [60, 150], meeting)
      drawTable(pdf, [60, 210, 300, 360], people)
      pdf.font('Helvetica-Bold').text('Forfall:').font('Helvetica')
      pdf.y += 4
      bold(pdf, [60, 240, 320], absent)
    })
    expect(page?.map((block) => block.rows ?? block.text)).toEqual([meeting, people, 'Forfall:', absent])
  })

  it('cuts cells that stand nearly together where most rows have their columns', async () => {
    const rows = [
      ['Navn', 'Funksjon', 'Representerer'],
      ['Kari Nes', 'Ordfører', 'SP'],
      ['Vibeke Rustad-Holmen', 'Medlem', 'H'],
      ['Ola Dahl', 'Varaordfører', 'AP'],
    ]
    const [page] = await pagesOf((pdf) => {
      pdf.fontSize(10)
      for (const row of rows) {
        const top = pdf.y
        for (const [at, cell] of row.entries()) pdf.text(cell, [60, 172, 240][at] ?? 60, top, { lineBreak: false })
        pdf.y = top + 16
      }
    })
    expect(page?.map((block) => block.rows)).toEqual([rows])
  })

  it('gives a table of numbers by rows, also where columns stand close', async () => {
    const rows = [
      ['Måned', 'Kritisk', 'Høy'],
      ['Januar', '1', '4'],
      ['Februar', '0', '0'],
      ['November', '6', '5'],
      ['Sum 2020', '22', '39'],
    ]
    const [page] = await pagesOf((pdf) => drawTable(pdf, [60, 136, 186], rows))
    expect(page?.[0]?.rows).toEqual(rows)
  })

  it('joins a label that goes on below its row, and keeps one that has no numbers', async () => {
    const [page] = await pagesOf((pdf) =>
      drawTable(
        pdf,
        [60, 160, 240],
        [
          ['Område', '2025', '2026'],
          ['Oppvekst, skole og opplæring', '12,1', '12,9'],
          ['Kultur', '', ''],
          ['Veg', '3,0', '3,1'],
        ],
      ),
    )
    expect(page?.[0]?.rows?.map(([label]) => label)).toEqual([
      'Område',
      'Oppvekst, skole og opplæring',
      'Kultur',
      'Veg',
    ])
  })

  it('gives one column where the header stands beside its numbers', async () => {
    const [page] = await pagesOf((pdf) => {
      drawTable(pdf, [60, 150, 320], [['Kommune', 'Andel til i år', 'Ny andel']])
      drawTable(
        pdf,
        [60, 260, 420],
        [
          ['Nordby', '34 %', '36 %'],
          ['Sørby', '66 %', '64 %'],
        ],
      )
    })
    expect(page?.[0]?.rows).toEqual([
      ['Kommune', 'Andel til i år', 'Ny andel'],
      ['Nordby', '34 %', '36 %'],
      ['Sørby', '66 %', '64 %'],
    ])
  })

  it('keeps bullets and numbers as list items, wrapped lines with them', async () => {
    const [page] = await pagesOf((pdf) => {
      for (const [marker, text] of [
        ['•', LONG],
        ['•', 'Kort punkt'],
        ['1.', 'Planen vedtas.'],
      ] as const) {
        const top = pdf.y
        pdf.text(marker, 60, top, { lineBreak: false })
        pdf.text(text, 84, top, { width: 420 })
      }
    })
    expect(page?.map(({ kind, text }) => [kind, text])).toEqual([
      ['listItem', `• ${LONG}`],
      ['listItem', '• Kort punkt'],
      ['listItem', '1. Planen vedtas.'],
    ])
  })

  it('leaves out running headers and footers, and keeps a line that stands once', async () => {
    const pages = await pagesOf((pdf) => {
      for (let number = 1; number <= 4; number++) {
        if (number > 1) pdf.addPage()
        pdf.page.margins.bottom = 0
        pdf.text(`Møtereferat ${number}/4`, 60, 30, { lineBreak: false })
        pdf.text(`Side ${number} av 4`, 260, 800, { lineBreak: false })
        pdf.text(`Avsnitt nummer ${number} på siden handler om noe eget.`, 60, 200)
        if (number === 2) pdf.text('Bare her står dette.', 60, 40, { lineBreak: false })
      }
    })
    expect(pages.map((blocks) => blocks.map((block) => block.text).join(' | '))).toEqual([
      'Avsnitt nummer 1 på siden handler om noe eget.',
      'Avsnitt nummer 2 på siden handler om noe eget. | Bare her står dette.',
      'Avsnitt nummer 3 på siden handler om noe eget.',
      'Avsnitt nummer 4 på siden handler om noe eget.',
    ])
  })

  it('joins a sentence that the page break cut, on the page where it began', async () => {
    const [first, second] = await pagesOf((pdf) => {
      pdf.text('Rådet ba daglig leder om', 60, 700)
      pdf.addPage()
      pdf.text('en ny vurdering av saken.')
      pdf.y += 14
      pdf.text('Et nytt avsnitt.')
    })
    expect(first?.map((block) => block.text)).toEqual(['Rådet ba daglig leder om en ny vurdering av saken.'])
    expect(second?.map((block) => block.text)).toEqual(['Et nytt avsnitt.'])
  })

  it('tells headings by size and weight', async () => {
    const [page] = await pagesOf((pdf) => {
      pdf.fontSize(20).text('Årsrapport 2023')
      pdf.fontSize(14).text('1 Om Firmaet')
      pdf.fontSize(11).text(LONG).text(LONG)
      pdf.y += 14
      pdf.font('Helvetica-Bold').text('Bemanning')
      pdf.font('Helvetica').text(LONG)
    })
    expect(page?.filter((block) => block.kind === 'heading').map(({ text, level }) => [text, level])).toEqual([
      ['Årsrapport 2023', 1],
      ['1 Om Firmaet', 2],
      ['Bemanning', 3],
    ])
  })

  it('keeps a link with the line it stands on', async () => {
    const [page] = await pagesOf((pdf) => {
      pdf.text('PS 1/24 Plan', { link: 'https://example.org/1' })
      pdf.y += 20
      pdf.text(LONG)
    })
    expect(page?.map(({ text, links }) => [text, links.map((link) => link.url)])).toEqual([
      ['PS 1/24 Plan', ['https://example.org/1']],
      [LONG, []],
    ])
  })

  it('without text, with a password or cut short is named so', async () => {
    expect(await readPdf(await madePdf((pdf) => void pdf.moveTo(10, 10).lineTo(90, 90).stroke()))).toBe('no-text')
    expect(await readPdf(await madePdf((pdf) => void pdf.text('Hemmelig'), { userPassword: 'x' }))).toBe('encrypted')
    const whole = await madePdf((pdf) => void pdf.text(LONG))
    expect(await readPdf(whole.subarray(0, 300))).toBe('damaged')
  })

  it('with a line of 20,000 characters without a gap takes no longer than its length', async () => {
    const bytes = await madePdf((pdf) => void pdf.fontSize(1).text('x'.repeat(20_000), { lineBreak: false }))
    const start = performance.now()
    await readPdf(bytes)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
