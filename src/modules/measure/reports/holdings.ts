import { type Activity, holding } from '../../../platform/privacy/holdings.ts';

/** The yearly report: figures without names, and the words that somebody wrote for it. */
export const reportsHoldings: Activity = {
  key: 'reports',
  name: { da: 'Årsrapport', en: 'Yearly report' },
  purpose: {
    da: 'At vise, hvad der kom ud af året, uden at vise nogen.',
    en: 'To show what came of the year, without showing anybody.',
  },
  people: { da: 'De, der har skrevet rapporten', en: 'Those who wrote the report' },
  data: { da: 'Tal uden navne, og rapportens ord', en: 'Figures without names, and the words of the report' },
  basis: {
    da: 'GDPR art. 6, stk. 1, litra e (opfølgning over for bestyrelsen)',
    en: 'GDPR art. 6(1)(e) (reporting to the board)',
  },
  recipients: { da: 'Organisationsbestyrelsen', en: 'The organisation board' },
  holdings: [
    holding('yearly_edition', {
      called: { da: 'Udgaver af årsrapporten', en: 'Editions of the yearly report' },
      columns: { figures: 'common', story: 'by published_by', reason: 'by published_by', published_by: 'actor' },
      erased: 'nobody',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('yearly_story', {
      called: { da: 'Ord til årsrapporten', en: 'Words for the yearly report' },
      columns: { words: 'by written_by', written_by: 'actor' },
      erased: 'nobody',
      keeps: { until: 'house', law: 'accountability' },
    }),
  ],
};
