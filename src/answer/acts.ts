/** What somebody did with words: minutes put it in their own, so that the sort must agree, not the verb. */
export interface Act {
  /** At the head of what is asked, behind "who". */
  readonly asked: RegExp
  /** Anywhere in a sentence, behind whoever did it. */
  readonly told: RegExp
}

const act = (asked: string, told: string): Act => ({
  asked: new RegExp(String.raw`^(?:${asked})(?!\p{L})`, 'u'),
  told: new RegExp(String.raw`(?<!\p{L})(?:${told})(?!\p{L})`, 'gu'),
})
const NOT = '(?:ikke|ikkje)'
export const ASKED = act(
  String.raw`spurte|spurde|lurte|lurde|undret|undra|ville\s+vite|asked\s+(?:whether|if|how|what|why|when)|wondered|wanted\s+to\s+know`,
  String.raw`spurte|spurde|lurte|lurde|undret|undra|ville\s+(?:gjerne\s+)?(?:vite|ha\s+svar)|etterspurte|stilte\s+spørsmål`,
)
export const WANTED = act(
  String.raw`ville(?!\s+${NOT})|ønsk\p{L}+|ynsk\p{L}+|foreslo\p{L}*|føreslo\p{L}*|ba|bad|krev\p{L}+|etterlys\p{L}+|savn\p{L}+|sakn\p{L}+|wanted|asked\s+for|called\s+for|proposed|suggested|missed`,
  String.raw`ville|ønsk\p{L}+|ynsk\p{L}+|foreslo\p{L}*|føreslo\p{L}*|ba|bad|krev\p{L}+|etterlys\p{L}+|tok\s+til\s+orde|fremmet|fremma|sette\s+fram|gjorde\s+framlegg`,
)
export const DISAGREED = act(
  String.raw`(?:var|er)\s+(?:uenige?|usamde?|ueinige?|imot|skeptiske?|${NOT}\s+(?:enige?|einige?|samde?))|gikk\s+(?:imot|mot)|gjekk\s+i?mot|motsatte\s+seg|advarte|åtvara|fraråd\p{L}*|protesterte|ville\s+${NOT}|støtt\p{L}+\s+${NOT}|disagreed|opposed|objected|warned|was\s+against`,
  String.raw`uenige?|usamde?|imot|skeptiske?|${NOT}\s+(?:under)?støtt\p{L}*|(?:under)?støtt\p{L}+\s+${NOT}|${NOT}\s+(?:enige?|einige?|samde?)|(?:gikk|gjekk|går)\s+mot|mot\p{L}*\s+seg|advar\p{L}+|åtvar\p{L}+|frar[åa]\p{L}*|protest\p{L}+|skjerm\p{L}+|vil(?:le)?\s+${NOT}`,
)
export const UNABLE = act(
  String.raw`(?:klarte|klarer|klarar|greide|greier|maktet|makta|kunne|kan|fikk|fekk|får|rakk|har|hadde)\s+${NOT}|mangl\p{L}+|(?:could|can|has|have|had|did)(?:\s+not|n't)|failed\s+to|was\s+unable\s+to`,
  String.raw`(?:klar\p{L}+|grei\p{L}+|makt\p{L}+|kunne|kan|fikk|fekk|får|rakk|har|hadde)\s+${NOT}|${NOT}\s+(?:klar\p{L}+|grei\p{L}+|kunne|kan|har|hadde|fått)|mangl\p{L}+`,
)
const SAID = act(
  String.raw`sa|sier|seier|mente|mener|meinte|syntes|tykte|påpekte|pekte|peika|minnet|minte|minna|viste|opplyste|fortalte|fortalde|hevdet|hevda|varslet|varsla|svarte|svara|var\s+(?:bekymret|uroa|redd|enig|einig)|said|thought|argued|pointed|reminded|told|answered|claimed|felt|was\s+(?:worried|concerned|afraid)`,
  String.raw`sa|sier|seier|mente|mener|meinte|meiner|syntes|tykte|påpekte|pekte|peika|minnet|minte|minna|viste|advarte|åtvara|frarådet|frarådde|opplyste|fortalte|fortalde|hevdet|hevda|varslet|varsla|svarte|svara|understrek\p{L}+|framhev\p{L}+|kommenter\p{L}+|la\s+til|ga\s+uttrykk|gav\s+uttrykk|uttalte|var\s+(?:bekymret|uroa|redd|imot|enig|uenig)|kunne\s+ikke`,
)
const ACTS: readonly Act[] = [ASKED, DISAGREED, UNABLE, WANTED, SAID]

const ASKS_WHO =
  /^(?:(?:hvem|kven|who)(?:\s+(?:var\s+det\s+som|(?:i|av|in|of)\s+\p{L}+(?:\s+\p{L}+)?))?|(?:hvilke[nt]?|kva(?: for)?(?: ein| eit| ei)?|which)\s+(?:\p{L}*(?:kommuner?|kommunar|parti|partier|råd|utval\p{L}*|etat|organ|avdeling|rolle|person|firma|selskap|leverandør)|municipalit\p{L}+|part(?:y|ies)|body|department|company|member|person)(?:\s+som)?)\s+/u

/** What a question asks the doer of, and where in it the words of the matter begin; undefined where it asks of no such act. */
export function actAsked(question: string): { readonly act: Act; readonly end: number } | undefined {
  const asking = ASKS_WHO.exec(question)
  const rest = question.slice(asking?.[0].length ?? 0)
  const found = asking ? ACTS.find(({ asked }) => asked.test(rest)) : undefined
  if (!asking || !found) return undefined
  return { act: found, end: asking[0].length + (found.asked.exec(rest)?.[0].length ?? 0) }
}

/** "Hva mente ungdomsrådet om …?", "What did the members think of …?" */
const ASKS_VIEW =
  /^(?:hva|kva)\s+(?:mente|mener|meinte|meiner|syntes|synes|tykte|tykkjer|synst)\s+((?:\p{L}+\s){0,2}?\p{L}+)\s+(?:om|at|skulle|burde|bør)(?!\p{L})|^what\s+(?:did|does|do|was|were)\s+(?:the\s+)?((?:\p{L}+\s){0,2}?\p{L}+)\s+(?:think|feel|thoughts?|view)(?!\p{L})/u
/** Those who were there: minutes need not name them. */
const ANYBODY =
  /(?:^|\s)(?:\p{L}*delta[gk][ea]r\p{L}*|medlem\p{L}*|folk|man|de|dei|alle|fleste|flesteparten|møtet|participants|members|attendees|people|they|most)$/u
/** A view, in whatever words minutes put it. */
export const TELLS_VIEW =
  /(?<!\p{L})(?:men(?:er|te|ing\p{L}*)|mein(?:er|te|ing\p{L}*)|syn(?:es|tes|st|spunkt\p{L}*)|tyk\p{L}+|ønsk\p{L}+|ynsk\p{L}+|bekym\p{L}+|redd|uro\p{L}*|positiv\p{L}*|negativ\p{L}*|skepti\p{L}+|motforest\p{L}+|innvend\p{L}+|u?enige?|u?einige?|u?samde?|i?mot|(?:under)?støtt\p{L}*|fraråd\p{L}*|tilrå\p{L}+|anbefal\p{L}+|advar\p{L}+|åtvar\p{L}+|kritis\p{L}+|kritikk|fornøyd\p{L}*|nøgd\p{L}*|påpek\p{L}+|understrek\p{L}+|hevd\p{L}+|utt[aø]l\p{L}+|bør|burde|foretrekk\p{L}*|ba|bad|krev\p{L}+|savn\p{L}+|sakn\p{L}+|etterlys\p{L}+|viktig\p{L}*|ser\s(?:ikke\s|ikkje\s)?for\sseg|vil(?:le)?)(?!\p{L})/iu

export interface ViewAsked {
  /** Words for whose view is asked for, folded; undefined where that of anybody there is. */
  readonly whose: string | undefined
  /** All the words that name them. */
  readonly named: string
}

/** Whose view a question asks for. */
export function viewAsked(question: string): ViewAsked | undefined {
  const match = ASKS_VIEW.exec(question)
  const named = match?.[1] ?? match?.[2]
  return named === undefined ? undefined : { whose: ANYBODY.test(named) ? undefined : named, named }
}
