import type { Texts } from './texts.ts'

export const en: Texts = {
  welcome:
    'Hello! My name is Rakel. I read minutes and reports and answer with the words that stand there, and where they stand.\n\nAsk, for example: “What was decided about the budget?” Write “help” for more examples.',
  welcomeToGroup:
    'Hello! My name is Rakel. I read minutes and reports and answer with the words that stand there, and where they stand.\n\nMention me with @ and ask, for example: “What was decided about the budget?” I answer only when mentioned.',
  help: 'You can ask:\n\n- What was decided about …?\n- Which items were on the agenda on 13 February?\n- Who was present? Who took the minutes?\n- When and where was the last meeting?\n- What does the annual report say about …?\n- In a channel: “post sakslisten her 7 dager før kl. 08:00”, to have agendas posted\n\nEvery answer shows the document, the page and the words it rests on. When the documents do not say, I tell you so.',
  failed: (reference) =>
    `Sorry, I could not answer this now. Please try again. If it happens again, tell your administrator (reference ${reference}).`,
  busy: 'I am still working on your earlier questions. Please ask again in a moment.',
  empty: 'What would you like to know? Write the question as text, or “help” for examples.',
  tooLong: (maxChars) => `That question is too long for me. Could you ask it in at most ${maxChars} characters?`,
  page: (page) => `page ${page}`,
  openCase: 'Open the case',
}
