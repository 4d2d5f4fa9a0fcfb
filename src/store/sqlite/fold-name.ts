/** How names are compared in the store. */
export const foldName = (name: string): string => name.normalize('NFC').trim().toLowerCase()
