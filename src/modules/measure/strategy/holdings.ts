import { type Activity, holding, nobodys } from '../../../platform/privacy/holdings.ts';

/** The strategy: what a house wants and how far it is. Of people it keeps who looks after what, and who wrote it down. */
export const strategyHoldings: Activity = {
  key: 'strategy',
  name: { da: 'Strategi, handleplaner og målepunkter', en: 'Strategy, action plans and metrics' },
  purpose: {
    da: 'At vise, hvad organisationen vil, hvem der står for det, og hvor langt den er.',
    en: 'To show what the organisation wants, who looks after it, and how far it is.',
  },
  people: { da: 'Ansatte og valgte, der står for noget', en: 'Staff and elected members who look after something' },
  data: {
    da: 'Hvem der står for en plan eller et målepunkt, og hvem der skrev hvad. Tal om mennesker vises ikke under fem.',
    en: 'Who looks after a plan or a metric, and who wrote what. Figures of people are not shown below five.',
  },
  basis: { da: 'GDPR art. 6, stk. 1, litra e', en: 'GDPR art. 6(1)(e)' },
  recipients: {
    da: 'Alle læser den godkendte strategi; navne ser kun ansatte og bestyrelsen',
    en: 'Everybody reads the approved strategy; only staff and the board see names',
  },
  holdings: [
    nobodys(
      'strategy_version',
      { da: 'Udkast og strategier', en: 'Drafts and strategies' },
      { title: 'common', words: 'common', made_by: 'actor' },
    ),
    nobodys(
      'strategy_approval',
      { da: 'Bestyrelsens beslutninger om strategien', en: 'The board’s decisions on the strategy' },
      { decision: 'common', content: 'common', registered_by: 'actor' },
    ),
    nobodys('strategy_area_text', { da: 'Indsatsområder', en: 'Focus areas' }, { title: 'common', words: 'common' }),
    nobodys(
      'strategy_area',
      { da: 'Indsatsområder, fra strategi til strategi', en: 'Focus areas, from strategy to strategy' },
      {},
    ),
    nobodys(
      'strategy_plan_link',
      { da: 'Hvad handleplaner hænger sammen med', en: 'What action plans belong with' },
      {},
    ),
    holding('strategy_plan', {
      called: { da: 'Handleplaner', en: 'Action plans' },
      columns: { title: 'common', activities: 'common', owner_id: 'subject', made_by: 'actor' },
      erased: 'kept',
      keeps: { until: 'house', law: 'accountability' },
    }),
    nobodys(
      'strategy_plan_state',
      { da: 'Hvordan det går med handleplaner', en: 'How action plans go' },
      { state: 'plain', words: 'by set_by', set_by: 'actor' },
    ),
    holding('strategy_metric', {
      called: { da: 'Målepunkter', en: 'Metrics' },
      columns: { figure: 'plain', unit: 'plain', frequency: 'plain', owner_id: 'subject' },
      erased: 'kept',
      keeps: { until: 'house', law: 'accountability' },
    }),
    nobodys(
      'strategy_metric_definition',
      { da: 'Hvad der måles', en: 'What is measured' },
      { name: 'common', definition: 'common', better: 'plain', why: 'by set_by', set_by: 'actor' },
    ),
    nobodys(
      'strategy_measurement',
      { da: 'Målinger', en: 'Measurements' },
      { words: 'by measured_by', measured_by: 'actor' },
    ),
    nobodys(
      'strategy_evaluation',
      { da: 'Årlige evalueringer', en: 'Yearly evaluations' },
      { done: 'by written_by', learned: 'by written_by', course: 'plain', written_by: 'actor' },
    ),
    nobodys(
      'strategy_evaluation_approval',
      { da: 'Bestyrelsens beslutninger om evalueringen', en: 'The board’s decisions on the evaluation' },
      { decision: 'common', content: 'plain', registered_by: 'actor' },
    ),
    nobodys(
      'year_wheel_item',
      { da: 'Bestyrelsens årshjul', en: 'The board’s year wheel' },
      { title: 'common', words: 'common', repeats: 'plain', made_by: 'actor' },
    ),
  ],
};
