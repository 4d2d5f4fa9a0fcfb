/** Written with a dot; a sentence does not end after them whatever follows. */
const NEVER_LAST = new Set(
  `kl bl.a f.eks ifbm i.f.b.m ifht i.f.t ift pkt nr evt jf jfr dvs d.v.s ca pr inkl ekskl eks avd tlf mob adr dr prof adm
  dir gnr bnr fnr art par kap fig tab s st vs cf e.g i.e no vedr ang mht m.h.t mtp m.t.p ihht i.h.t iht ifm i.f.m pga
  p.g.a vha v.h.a pva p.v.a ila i.l.a hhv h.h.v t.o.m tom fom f.o.m o.a bl mr mrs ms vol jan feb mar apr jun jul aug sep
  sept okt nov des sst hr fr frk ass forts red temp stk tils sml spes maks min gj.sn gjsn t.d m.a bla feks d.d ev resp
  kgl ing siv cand stud rep fylk komm avs`
    .trim()
    .split(/\s+/),
)
/** Written with a dot; a sentence ends after them when a capital follows. */
const MAYBE_LAST = new Set(
  `mv m.v mm m.m osv o.s.v etc o.l ol m.fl mfl kr mill mrd pst etg e.kr f.kr ff flg p.t pt a.s s.a.m.t da co inc ltd`
    .trim()
    .split(/\s+/),
)
const LAST_WORD = /(?<![\p{L}.])((?:\p{L}{1,5}\.){0,4}\p{L}{1,6})\.$/u

/** Longest abbreviation with its dots; nothing further back needs looking at. */
const WINDOW = 32

/** The abbreviation a text ends with, folded and without its last dot. */
function lastAbbreviation(text: string): string | undefined {
  return LAST_WORD.exec(text.slice(-WINDOW).trimEnd())?.[1]?.toLowerCase()
}

/** Whether the last dot belongs to an abbreviation: a line ending with "kl." has not ended its sentence. */
export function endsWithAbbreviation(text: string): boolean {
  if (/§+$/.test(text.slice(-WINDOW).trimEnd())) return true
  const word = lastAbbreviation(text)
  return word !== undefined && (NEVER_LAST.has(word) || MAYBE_LAST.has(word))
}

/** Whether a sentence may end after the abbreviation a text ends with ("osv.", "mill. kr."). */
export function abbreviationMayEnd(text: string): boolean {
  const word = lastAbbreviation(text)
  return word === undefined || MAYBE_LAST.has(word)
}
