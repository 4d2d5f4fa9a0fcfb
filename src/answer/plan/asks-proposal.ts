import { phrases } from '../phrases.ts'

/** Who proposed, what was proposed, which proposal fell. */
const NAMES_PROPOSAL = phrases(`
  WHO/WHICH_ONE/hva/HOW ...60 *forslag*/*framlegg(et,a)/foreslo*/foreslått/proposal(s)/proposed/motion(s)/amendment(s)
`)

/** "Ble tilleggsforslaget vedtatt?" */
const WAS_ADOPTED = phrases(`
  ble/vart/blei/fikk/fekk/was ...60 *PROPOSAL*/*amendment* ...80 vedtatt/vedteke/vedteken/avvist/nedstemt/
    flertall/fleirtal/adopted/carried/rejected
`)

/** "Gikk forslaget fra SV gjennom?", "Falt framlegget?" */
const WENT_THROUGH = phrases(`
  gikk/gjekk/kom ...40 *forslag*/*framlegg* ...80 gjennom*/igjennom*/i_gjennom*
  ^ falt/fall ...30 *forslag*/*framlegg*
  did*/was* ...40 *proposal*/*motion*/*amendment* ...60 pass*/through*/fall*/fail*
`)

/** "Gikk det gjennom da hun ville begrense økningen?" */
const IT_WENT_THROUGH = phrases(`
  ^ gikk/gjekk/kom/did det/dette/den/han/hun/ho/it/this/that gjennom/igjennom/i_gjennom/pass/go_through
`)

/** "Kven ville ha lågare sats, og fekk han fleirtal?" */
const GOT_MAJORITY = phrases('fikk/fekk/got/win/won ...30 *flertall*/*fleirtal*/*majority*')

/** "Hvem trakk forslaget sitt?" */
const WITHDREW = phrases('trakk/trekte/trukket/trekt/withdrew/withdrawn ...50 *PROPOSAL*')

export const asksProposal = (text: string): boolean => NAMES_PROPOSAL.test(text)

/** What became of a proposal is asked for: adopted, fallen, withdrawn. */
export const asksFateOfProposal = (text: string): boolean =>
  WAS_ADOPTED.test(text) ||
  WENT_THROUGH.test(text) ||
  IT_WENT_THROUGH.test(text) ||
  GOT_MAJORITY.test(text) ||
  WITHDREW.test(text)
