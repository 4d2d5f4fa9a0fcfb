import { phrasesWith } from '../norwegian/phrases.ts'

/**
 * One rule of the question grammar, compiled. How a rule is written: `src/norwegian/phrases.ts`.
 * Bokmål and nynorsk come first, English last.
 */
export const phrases = phrasesWith({
  // What questions begin with.
  WHAT: 'hva/kva/what',
  WHO: 'hvem/kven/who',
  WHEN: 'når/when',
  HOW: 'hvordan/korleis/how',
  /** Of several: "hvilke saker". */
  WHICH: 'hvilke/kva_for/kva/which/what',
  /** Of one or several: "hvilket selskap". */
  WHICH_ONE: 'hvilke(n,t)/kva_for/kva/which/what',
  HOW_MANY: 'hvor_mange/kor_mange/how_many',
  HOW_MUCH: 'hvor_mye/kor_mykje/how_much',

  // Small verbs.
  ARE: 'er/var/is/was',
  SAT: 'møttes/møtte/satt/sat',
  NOT: 'ikke/ikkje',

  // What meetings deal with.
  BODY: `råd(et)/styre(t)/utval(g,get,et)/formannskap(et)/representantskap(et)/nemnd(a)/gruppe(n)/gruppa(n)/forum(et)/
    council/board/committee/group`,
  PROPOSAL: 'forslag/framlegg/proposal/motion',
  RESPONSIBILITY: 'ansvar*/responsib*',
})
