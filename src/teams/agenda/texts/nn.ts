import type { CardTexts, ChatTexts } from './texts.ts'

const card: CardTexts = {
  askButton: 'Spør om ei sak',
  askLabel: 'Kva sak vil du vite meir om?',
  askMissing: 'Vel ei sak.',
  askSend: 'Spør Rakel',
  calendarButton: 'Legg i kalender',
  readButton: 'Lese',
  readNoted: 'Notert at du har lese innlegget.',
  moreItems: (count) => (count === 1 ? '… og 1 sak til' : `… og ${count} saker til`),
  questionAbout: (title) => `Kva vart vedteke om ${title}?`,
}

const chat: ChatTexts = {
  setUp: (committee, rule) => `Greitt. Eg postar saklista for ${committee} i denne kanalen ${rule}.`,
  reminds: (rule) => `Påminning kjem ${rule}.`,
  postsDecisions: 'Vedtaka kjem i eit eige innlegg når referatet ligg føre.',
  needsApproval: 'Ingenting blir posta før nokon her skriv «godkjenn».',
  next: (meetingDay, when) => `Neste: møtet ${meetingDay} blir posta ${when}.`,
  nextNow: (meetingDay) => `Neste: møtet ${meetingDay} blir posta no, sidan tidspunktet er passert.`,
  noMeetingYet: (committee) => `Eg har inga innkalling til eit komande møte i ${committee} enno.`,
  already: (meetingDay) => `Møtet ${meetingDay} er posta alt.`,
  howToChange: 'Skriv «førehandsvis» for å sjå innlegget, «vis plan», «pause» eller «stopp».',
  whichCommittee: (committees) =>
    `Kva utval gjeld det? Eg har innkallingar for:\n${committees.map((name) => `- ${name}`).join('\n')}\nSkriv til dømes «post saklista for ${committees[0]} her 7 dagar før kl. 08:00».`,
  noCommittee:
    'Kva utval gjeld det? Eg har inga innkalling enno. Skriv til dømes «post saklista for Fellesrådet her 7 dagar før kl. 08:00».',
  ruleNotUnderstood:
    'Når skal eg poste? Skriv til dømes «post saklista her 7 dagar før kl. 08:00» eller «post saklista her siste yrkedag før kl. 12:00».',
  notAllowed: (directoryId) =>
    `Innlegg om saklister kan berre styrast av dei administratoren har valt; be administratoren for Rakel om å leggje deg til${directoryId ? ` (RAKEL_AGENDA_MANAGERS, id-en din: ${directoryId})` : ''}.`,
  onlyInChannels: 'Saklister blir sette opp i kanalen der dei skal postast. Nemn meg der og skriv «post saklista her».',
  nothingSetUp: 'Ingen saklister er sette opp i denne kanalen. Skriv «post saklista her 7 dagar før kl. 08:00».',
  stopped: (committees) => `Eg postar ikkje lenger saklister for ${committees} her. Det som er posta, blir ståande.`,
  paused: (committees) => `Sett på pause for ${committees}. Skriv «hald fram» for å ta det opp att.`,
  resumed: (committees) => `Eg postar igjen for ${committees}.`,
  planHeading: 'Plan for denne kanalen:',
  planSetup: (committee, rule, why) => `${committee}: ${rule}${why ? ` (${why})` : ''}`,
  planSlot: (when, kind, committee, meetingDay, hold) =>
    `${when}: ${kind} for ${committee}, møtet ${meetingDay}${hold ? ` (${hold})` : ''}`,
  planPosted: (kind, committee, meetingDay, state) => `${kind} for ${committee}, møtet ${meetingDay}: ${state}`,
  orderWith: (slotId) => `skriv «post på nytt ${slotId}»`,
  readBy: (count) => `lese av ${count}`,
  planEmpty: 'Ingen fleire innlegg er planlagde dei neste 60 dagane.',
  now: 'no',
  kinds: { agenda: 'sakliste', reminder: 'påminning', decisions: 'vedtak' },
  holds: {
    paused: 'på pause',
    'meeting-cancelled': 'møtet er avlyst',
    'cancelled-by-person': 'droppa',
    'not-approved': 'ventar på «godkjenn»',
  },
  states: {
    claimed: 'blir posta no',
    waiting: 'blir prøvd igjen',
    ordered: 'blir posta om litt',
    posted: 'posta',
    uncertain: 'usikkert om det vart posta',
    failed: 'vart ikkje posta',
    skipped: 'vart ikkje posta',
  },
  closed: 'kanalen avviste meg; set opp på nytt',
  nothingNext: 'Det er ikkje noko komande innlegg i denne kanalen.',
  approved: (what, when) => `Godkjent: ${what}. Blir posta ${when}.`,
  postponed: (what, when) => `Utsett: ${what}. Blir posta ${when}.`,
  postponeWhen:
    'Til når? Skriv til dømes «utset til måndag», «utset til i morgon kl. 9», «utset to dagar» eller «utset til 5. februar kl. 12».',
  postponeImpossible: 'Det tidspunktet finst ikkje, så innlegget er ikkje utsett.',
  postponeUnclear: (first, second) => `Meiner du ${first} eller ${second}? Skriv datoen, så utset eg innlegget.`,
  postponePast: (when) => `Innlegget er ikkje utsett, for ${when} er passert.`,
  postponeTooEarly: (plannedWhen) => `Innlegget er ikkje utsett, for det blir ikkje posta før ${plannedWhen}.`,
  postponeTooLate: (when, meetingDay) => `Innlegget er ikkje utsett, for ${when} har møtet ${meetingDay} byrja.`,
  dropped: (what) => `Droppa: ${what}. Skriv «godkjenn» for å poste likevel.`,
  introduced: 'Innleiinga er lagra. Skriv «førehandsvis» for å sjå innlegget.',
  introductionTooLong: (maxChars) => `Innleiinga kan ha høgst ${maxChars} teikn.`,
  what: (kind, committee, meetingDay) => `${kind} for ${committee}, møtet ${meetingDay}`,
  postAgain: (what) => `Blir posta på nytt om litt: ${what}.`,
  postAgainNot: 'Berre eit innlegg som er usikkert, avvist eller utelate kan postast på nytt. Sjå «vis plan».',
  buttonTooOld: 'Saka finst ikkje lenger på dette innlegget. Nemn meg med @ og spør i staden.',
}

export const nn = { card, chat }
