import { type Activity, nobodys } from '../../../platform/privacy/holdings.ts';

/** What evaluations keep: answers that belong to nobody. */
export const evaluationHoldings: Activity = {
  key: 'evaluation',
  name: { da: 'Svar på, hvordan det var', en: 'Answers on how it was' },
  purpose: {
    da: 'At lære af det, der blev holdt, og fortælle, hvad der kom ud af det.',
    en: 'To learn from what was held, and tell what came of it.',
  },
  people: { da: 'De, der var med', en: 'Those who were there' },
  data: {
    da: 'Tre svar og måske et par ord. Vi gemmer ikke, hvem der svarede hvad, eller hvornår. Indtil svartiden er ude, kan et mærke vise, at en, der er logget ind, har svaret. Ord, som ingen viser frem, bliver slettet efter et år.',
    en: 'Three answers, and perhaps a few words. Neither who answered what nor when is kept. Until the time to answer is over, a mark can tell that somebody signed in has answered. Words that nobody shows are deleted after a year.',
  },
  basis: { da: 'GDPR art. 6, stk. 1, litra f', en: 'GDPR art. 6(1)(f)' },
  recipients: {
    da: 'De, der stod for det, og personalet læser ordene. Alle ser tal, når mindst fem svar tæller.',
    en: 'Those who arranged it, and staff, read the words. Everybody sees figures when at least five answers count.',
  },
  holdings: [
    nobodys(
      'evaluation',
      { da: 'Spørgsmål om, hvordan det var', en: 'Questions on how it was' },
      { code: 'plain', opened_by: 'actor' },
    ),
    nobodys('evaluation_ask', { da: 'Beskeder med spørgsmål', en: 'Messages with the questions' }, {}),
    nobodys(
      'evaluation_answer',
      { da: 'Svar uden navn', en: 'Answers without name' },
      { helps: 'plain', words: 'common' },
    ),
    nobodys('evaluation_ticket', { da: 'Links til ét svar', en: 'Links for one answer' }, { mark: 'secret' }),
    nobodys('evaluation_quote', { da: 'Ord, der er vist frem', en: 'Words that are shown' }, { shown_by: 'actor' }),
    nobodys('evaluation_end', { da: 'Lukket for svar', en: 'Closed for answers' }, { ended_by: 'actor' }),
  ],
};
