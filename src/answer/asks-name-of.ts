const NAMED =
  /^(?:hva|kva)\s+(?:heter|het|heiter|heitte)\s+(\p{L}+)|(?<!\p{L})(?:navnet|namnet|name)\s+(?:på|til|of)\s+(?:the\s+)?(\p{L}+)/u
/** "Hvem er søkeren?": a definite noun for somebody by what they do or are to another. */
const IS_WHO =
  /^(?:hvem|kven)\s+(?:er|var)\s+(\p{L}+(?:er|ar|ør|or|ant|ent|ist|mann|bror|søster|far|mor)(?:en|n|a|ane|ene))(?!\p{L})|^who\s+(?:is|was)\s+the\s+(\p{L}+)(?!\p{L})/u

/** By what somebody is whose name a question asks for: "søkeren"; undefined where it asks for no name of such a one. */
export function roleAsked(question: string): string | undefined {
  const match = NAMED.exec(question) ?? IS_WHO.exec(question)
  return match?.slice(1).find(Boolean)
}
