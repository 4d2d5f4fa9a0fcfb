import { fold } from '../norwegian/fold.ts'

const REASON =
  /(?<!\p{L})(?:fordi|ettersom|skyld\p{L}*|grunn\p{L}*|årsak\p{L}*|som følge av|derfor|difor|bakgrunn\p{L}*|begrunn\p{L}*|grunngj\p{L}*|av omsyn til|av hensyn til|because|due to)(?!\p{L})/u

/** Whether a text says why: "fordi", "skyldes", "på grunn av". */
export const givesReason = (text: string): boolean => REASON.test(fold(text))
