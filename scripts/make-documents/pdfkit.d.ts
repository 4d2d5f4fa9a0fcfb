/** The part of pdfkit 0.20 that is used here; it ships no types. Lengths in points. */
declare module 'pdfkit' {
  interface TextOptions {
    readonly width?: number
    readonly continued?: boolean
    readonly link?: string | null
    readonly underline?: boolean
    readonly lineBreak?: boolean
    readonly lineGap?: number
    readonly align?: 'left' | 'right' | 'center'
  }
  interface DocumentOptions {
    readonly size: 'A4'
    readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
    readonly bufferPages?: boolean
    readonly compress?: boolean
    readonly lang?: string
    readonly displayTitle?: boolean
    readonly info?: Readonly<Record<string, string | Date>>
    readonly userPassword?: string
  }
  export default class PDFDocument {
    constructor(options: DocumentOptions)
    x: number
    y: number
    readonly page: { readonly width: number; readonly height: number; margins: { bottom: number; top: number } }
    font(name: string): this
    fontSize(size: number): this
    fillColor(color: string): this
    strokeColor(color: string): this
    lineWidth(width: number): this
    text(text: string, options?: TextOptions): this
    text(text: string, x: number, y: number, options?: TextOptions): this
    image(picture: Buffer, x: number, y: number, options?: { readonly width?: number }): this
    heightOfString(text: string, options?: TextOptions): number
    widthOfString(text: string): number
    currentLineHeight(includeGap?: boolean): number
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    stroke(): this
    addPage(): this
    bufferedPageRange(): { readonly start: number; readonly count: number }
    switchToPage(index: number): this
    on(event: 'data', listener: (chunk: Buffer) => void): this
    on(event: 'end', listener: () => void): this
    on(event: 'error', listener: (error: Error) => void): this
    end(): void
  }
}
