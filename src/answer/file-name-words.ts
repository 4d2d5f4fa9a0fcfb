/** The words of a file's name: "Protokoll-fra_møtet.pdf" has four. */
export const fileNameWords = (name: string): string => name.replace(/[-_.]/g, ' ')
