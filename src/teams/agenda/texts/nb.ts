import type { CardTexts, ChatTexts } from './texts.ts'

const card: CardTexts = {
  askButton: 'Spør om en sak',
  askLabel: 'Hvilken sak vil du vite mer om?',
  askMissing: 'Velg en sak.',
  askSend: 'Spør Rakel',
  calendarButton: 'Legg i kalender',
  readButton: 'Lest',
  readNoted: 'Notert at du har lest innlegget.',
  moreItems: (count) => (count === 1 ? '… og 1 sak til' : `… og ${count} saker til`),
  questionAbout: (title) => `Hva ble vedtatt om ${title}?`,
}

const chat: ChatTexts = {
  setUp: (committee, rule) => `Greit. Jeg poster sakslisten for ${committee} i denne kanalen ${rule}.`,
  reminds: (rule) => `Påminnelse kommer ${rule}.`,
  postsDecisions: 'Vedtakene kommer i et eget innlegg når referatet foreligger.',
  needsApproval: 'Ingenting postes før noen her skriver «godkjenn».',
  next: (meetingDay, when) => `Neste: møtet ${meetingDay} postes ${when}.`,
  nextNow: (meetingDay) => `Neste: møtet ${meetingDay} postes nå, siden tidspunktet er passert.`,
  noMeetingYet: (committee) => `Jeg har ingen innkalling til et kommende møte i ${committee} ennå.`,
  already: (meetingDay) => `Møtet ${meetingDay} er postet allerede.`,
  howToChange: 'Skriv «forhåndsvis» for å se innlegget, «vis plan», «pause» eller «stopp».',
  whichCommittee: (committees) =>
    `Hvilket utvalg gjelder det? Jeg har innkallinger for:\n${committees.map((name) => `- ${name}`).join('\n')}\nSkriv for eksempel «post sakslisten for ${committees[0]} her 7 dager før kl. 08:00».`,
  noCommittee:
    'Hvilket utvalg gjelder det? Jeg har ingen innkalling ennå. Skriv for eksempel «post sakslisten for Fellesrådet her 7 dager før kl. 08:00».',
  ruleNotUnderstood:
    'Når skal jeg poste? Skriv for eksempel «post sakslisten her 7 dager før kl. 08:00» eller «post sakslisten her siste virkedag før kl. 12:00».',
  notAllowed: (directoryId) =>
    `Innlegg om sakslister kan bare styres av dem administratoren har valgt; be administratoren for Rakel om å legge deg til${directoryId ? ` (RAKEL_AGENDA_MANAGERS, din id: ${directoryId})` : ''}.`,
  onlyInChannels: 'Sakslister settes opp i kanalen der de skal postes. Nevn meg der og skriv «post sakslisten her».',
  nothingSetUp: 'Ingen sakslister er satt opp i denne kanalen. Skriv «post sakslisten her 7 dager før kl. 08:00».',
  stopped: (committees) => `Jeg poster ikke lenger sakslister for ${committees} her. Det som er postet, blir stående.`,
  paused: (committees) => `Satt på pause for ${committees}. Skriv «fortsett» for å ta det opp igjen.`,
  resumed: (committees) => `Jeg poster igjen for ${committees}.`,
  planHeading: 'Plan for denne kanalen:',
  planSetup: (committee, rule, why) => `${committee}: ${rule}${why ? ` (${why})` : ''}`,
  planSlot: (when, kind, committee, meetingDay, hold) =>
    `${when}: ${kind} for ${committee}, møtet ${meetingDay}${hold ? ` (${hold})` : ''}`,
  planPosted: (kind, committee, meetingDay, state) => `${kind} for ${committee}, møtet ${meetingDay}: ${state}`,
  orderWith: (slotId) => `skriv «post på nytt ${slotId}»`,
  readBy: (count) => `lest av ${count}`,
  planEmpty: 'Ingen flere innlegg er planlagt de neste 60 dagene.',
  now: 'nå',
  kinds: { agenda: 'saksliste', reminder: 'påminnelse', decisions: 'vedtak' },
  holds: {
    paused: 'på pause',
    'meeting-cancelled': 'møtet er avlyst',
    'cancelled-by-person': 'droppet',
    'not-approved': 'venter på «godkjenn»',
  },
  states: {
    claimed: 'postes nå',
    waiting: 'prøves igjen',
    ordered: 'postes om litt',
    posted: 'postet',
    uncertain: 'usikkert om det ble postet',
    failed: 'ble ikke postet',
    skipped: 'ble ikke postet',
  },
  closed: 'kanalen avviste meg; sett opp på nytt',
  nothingNext: 'Det er ikke noe kommende innlegg i denne kanalen.',
  approved: (what, when) => `Godkjent: ${what}. Postes ${when}.`,
  postponed: (what, when) => `Utsatt: ${what}. Postes ${when}.`,
  postponeWhen:
    'Til når? Skriv for eksempel «utsett til mandag», «utsett til i morgen kl. 9», «utsett to dager» eller «utsett til 5. februar kl. 12».',
  postponeImpossible: 'Det tidspunktet finnes ikke, så innlegget er ikke utsatt.',
  postponeUnclear: (first, second) => `Mener du ${first} eller ${second}? Skriv datoen, så utsetter jeg innlegget.`,
  postponePast: (when) => `Innlegget er ikke utsatt, for ${when} er passert.`,
  postponeTooEarly: (plannedWhen) => `Innlegget er ikke utsatt, for det postes først ${plannedWhen}.`,
  postponeTooLate: (when, meetingDay) => `Innlegget er ikke utsatt, for ${when} har møtet ${meetingDay} begynt.`,
  dropped: (what) => `Droppet: ${what}. Skriv «godkjenn» for å poste likevel.`,
  introduced: 'Innledningen er lagret. Skriv «forhåndsvis» for å se innlegget.',
  introductionTooLong: (maxChars) => `Innledningen kan ha høyst ${maxChars} tegn.`,
  what: (kind, committee, meetingDay) => `${kind} for ${committee}, møtet ${meetingDay}`,
  postAgain: (what) => `Postes på nytt om litt: ${what}.`,
  postAgainNot: 'Bare et innlegg som er usikkert, avvist eller utelatt kan postes på nytt. Se «vis plan».',
  buttonTooOld: 'Saken finnes ikke lenger på dette innlegget. Nevn meg med @ og spør i stedet.',
}

export const nb = { card, chat }
