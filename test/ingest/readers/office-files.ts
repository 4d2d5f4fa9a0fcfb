import { zipSync } from 'fflate'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
export const zipOf = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, bytes(text)])))

const relations = (targets: Readonly<Record<string, readonly [type: string, target: string, mode?: string]>>): string =>
  `<Relationships>${Object.entries(targets)
    .map(
      ([id, [type, target, mode]]) =>
        `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
    )
    .join('')}</Relationships>`

export interface SheetXml {
  readonly name: string
  /** `<row>` elements. */
  readonly rows: string
  readonly state?: string
}

/** A workbook with the styles 0 General, 1 `#,##0.0`, 2 `0.0%`, 3 the built-in short date, 4 `#,##0 "mill. kr"`. */
export function workbook(sheets: readonly SheetXml[], strings: readonly string[] = [], date1904 = false): Uint8Array {
  const entries = sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheet] as const)
  return zipOf({
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${sheets
      .map(({ name, state }, at) => `<sheet name="${name}"${state ? ` state="${state}"` : ''} r:id="s${at}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      Object.fromEntries(sheets.map((_, at) => [`s${at}`, ['worksheet', `worksheets/sheet${at + 1}.xml`]])),
    ),
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="#,##0.0"/><numFmt numFmtId="165" formatCode="0.0%"/>
      <numFmt numFmtId="166" formatCode="#,##0 &quot;mill. kr&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/><xf numFmtId="166"/></cellXfs></styleSheet>`,
    'docProps/core.xml':
      '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Budsjett 2025</dc:title></cp:coreProperties>',
    ...Object.fromEntries(
      entries.map(([part, { rows }]) => [part, `<worksheet><sheetData>${rows}</sheetData></worksheet>`]),
    ),
  })
}

export interface SlideXml {
  readonly shapes: string
  readonly notes?: string
  readonly diagram?: string
}

const SLIDE = 'xmlns:p="p" xmlns:a="a" xmlns:r="r"'
export const shape = (paragraphs: string, placeholder = ''): string =>
  `<p:sp><p:nvSpPr><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr><p:txBody><a:bodyPr/>${paragraphs}</p:txBody></p:sp>`
export const paragraph = (text: string, properties = ''): string =>
  `<a:p>${properties}<a:r><a:rPr lang="nb-NO"/><a:t>${text}</a:t></a:r></a:p>`

/** Slides in the order given, their files numbered the other way round. */
export function presentation(slides: readonly SlideXml[]): Uint8Array {
  const file = (at: number): string => `slide${slides.length - at}.xml`
  const parts: Record<string, string> = {
    'ppt/presentation.xml': `<p:presentation ${SLIDE}><p:sldIdLst>${slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="s${at}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations(
      Object.fromEntries(slides.map((_, at) => [`s${at}`, ['slide', `slides/${file(at)}`]])),
    ),
  }
  for (const [at, { shapes, notes, diagram }] of slides.entries()) {
    parts[`ppt/slides/${file(at)}`] = `<p:sld ${SLIDE}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`
    parts[`ppt/slides/_rels/${file(at)}.rels`] = relations({
      link: ['hyperlink', 'https://example.no/sak', 'External'],
      ...(notes && { notes: ['notesSlide', `../notesSlides/notes${at}.xml`] as const }),
      ...(diagram && { diagram: ['diagramData', `../diagrams/data${at}.xml`] as const }),
    })
    if (notes) parts[`ppt/notesSlides/notes${at}.xml`] = `<p:notes ${SLIDE}>${notes}</p:notes>`
    if (diagram)
      parts[`ppt/diagrams/data${at}.xml`] = `<dgm:dataModel xmlns:dgm="d" ${SLIDE}>${diagram}</dgm:dataModel>`
  }
  return zipOf(parts)
}
