/** Endings, as stems have them, by which one word makes another: "flytte, flytting", "vurdere, vurdering", "søke, søknad". */
const ENDINGS = ['ering', 'erans', 'asjon', 'sjon', 'ning', 'ing', 'els', 'nad'] as const
const MIN_ROOT = 4
/** "lev-ering", "søk-nad": such an ending leaves no doubt. */
const MIN_ROOT_OF_SURE = 3
const SURE: ReadonlySet<string> = new Set(['ering', 'erans', 'asjon', 'nad'])

const minRoot = (ending: string): number => (SURE.has(ending) ? MIN_ROOT_OF_SURE : MIN_ROOT)

/**
 * Stems that words for the doing, the outcome or the deed itself may have beside this one: "vurd" (vurdere) has
 * "vurdering", "flytting" has "flytt", "utvid" has "utvidels". Most of them are no words; which are, the text tells.
 */
export function sisterStems(stem: string): readonly string[] {
  const stripped = ENDINGS.filter((ending) => stem.endsWith(ending) && stem.length - ending.length >= minRoot(ending))
  const roots = [stem, ...stripped.map((ending) => stem.slice(0, -ending.length))]
  const sisters = roots.flatMap((root) => [
    root,
    ...ENDINGS.filter((ending) => root.length >= minRoot(ending)).map((ending) => root + ending),
  ])
  return [...new Set(sisters)].filter((sister) => sister !== stem)
}
