import { extname } from 'node:path'

const MAX_CHARS = 120
const MAX_EXTENSION_CHARS = 10
/** Control characters, and marks that turn the direction of writing: "referat<mark>fdp.exe" shows as "referatexe.pdf". */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu

function cleaned(given: string): string {
  const last = given.normalize('NFC').replace(UNSEEN, ' ').split(/[/\\]/).at(-1) ?? ''
  const name = last.replace(/\s+/g, ' ').trim()
  if (/^\.*$/.test(name)) return 'vedlegg'
  const extension = extname(name).slice(0, MAX_EXTENSION_CHARS)
  return name.length <= MAX_CHARS ? name : `${name.slice(0, MAX_CHARS - extension.length)}${extension}`
}

/**
 * @returns names a sender wrote, one after the other, without folders and no two alike: the second "kart.pdf" becomes
 * "kart (2).pdf"
 */
export function attachmentNamer(): (given: string) => string {
  const taken = new Set<string>()
  return (given) => {
    const name = cleaned(given)
    const extension = extname(name)
    const stem = name.slice(0, name.length - extension.length)
    let unique = name
    for (let count = 2; taken.has(unique.toLowerCase()); count++) unique = `${stem} (${count})${extension}`
    taken.add(unique.toLowerCase())
    return unique
  }
}
