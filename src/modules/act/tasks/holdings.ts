import { type Activity, holding, nobodys } from '../../../platform/privacy/holdings.ts';
import { GUEST_DAYS, JOBS } from './rules/jobs.ts';

/** What the smallest tasks keep of people: who helps, who would like to be asked, and what somebody wrote in asking. */
export const tasksHoldings: Activity = {
  key: 'tasks',
  name: { da: 'Små opgaver og spørgsmål til naboer', en: 'Small tasks and questions to neighbours' },
  purpose: {
    da: 'At naboer kan spørge hinanden om små ting, og at ingen bliver spurgt for tit.',
    en: 'That neighbours can ask each other for small things, and that nobody is asked too often.',
  },
  people: { da: 'Dem, der hjælper, og dem, der spørger', en: 'Those who help, and those who ask' },
  data: {
    da: 'Hvem der har en opgave; navn og kontakt på den, der siger ja uden konto; en nøglet kode for adresser, der er spurgt',
    en: 'Who has a task; name and contact of whoever says yes without an account; a keyed code of addresses that were asked',
  },
  basis: { da: 'GDPR art. 6, stk. 1, litra a og f', en: 'GDPR art. 6(1)(a) and (f)' },
  recipients: {
    da: 'Den, der driver det, og personalet ser, hvem der har en opgave. Bestyrelser ser antal.',
    en: 'Whoever drives it, and staff, see who has a task. Boards see numbers.',
  },
  holdings: [
    holding('task_helper', {
      called: { da: 'Dem, der hjælper', en: 'Those who help' },
      columns: { person_id: 'subject', name: 'name', email: 'email', phone: 'phone', mark: 'secret' },
      erased: 'unnamed',
      keeps: { after: 'since', period: { days: GUEST_DAYS }, law: 'consent', rows: 'unnamed', job: JOBS.morning.name },
    }),
    holding('task_opt_in', {
      called: { da: 'Spørg mig gerne', en: 'Do ask me' },
      columns: { kinds: 'fact', times: 'fact' },
      through: { table: 'task_helper', own: 'helper_id', theirs: 'id' },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'consent' },
    }),
    holding('task_ask', {
      called: { da: 'Spørgsmål til naboer', en: 'Questions to neighbours' },
      columns: { asked_by: 'subject', words: 'words', code_hash: 'secret', mark: 'secret' },
      erased: 'unnamed',
      keeps: { until: 'forgotten', law: 'accountability' },
    }),
    holding('task_claim', {
      called: { da: 'Opgaver, nogen har taget', en: 'Tasks that somebody took' },
      columns: { registered_by: 'actor' },
      through: { table: 'task_helper', own: 'helper_id', theirs: 'id' },
      erased: 'kept',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('task_thanks', {
      called: { da: 'Tak for hjælpen', en: 'Thanks for the help' },
      columns: { words: 'by by_person', by_person: 'actor' },
      through: { table: 'task_claim', own: 'claim_id', theirs: 'id' },
      erased: 'kept',
      keeps: { until: 'house', law: 'accountability' },
    }),
    nobodys(
      'task_job',
      { da: 'Arbejde, der er delt', en: 'Work that was cut' },
      {
        title: 'common',
        template: 'plain',
        cut_by: 'actor',
      },
    ),
    nobodys(
      'task',
      { da: 'Små opgaver', en: 'Small tasks' },
      {
        piece: 'plain',
        says: 'common',
        clock: 'plain',
        laid_by: 'actor',
      },
    ),
    nobodys('task_away', { da: 'Opgaver, der gik ud', en: 'Tasks taken away' }, { by_person: 'actor' }),
    nobodys('task_claim_end', { da: 'Hvordan opgaver endte', en: 'How tasks ended' }, { by_person: 'actor' }),
    nobodys('task_answer', { da: 'Svar fra naboer', en: 'Answers of neighbours' }, { registered_by: 'actor' }),
    nobodys('task_never', { da: 'Spørg mig aldrig', en: 'Never ask me' }, { mark: 'secret' }),
    nobodys('task_cap', { da: 'Grænsen for spørgsmål', en: 'The limit of questions' }, { set_by: 'actor' }),
    nobodys(
      'door_round',
      { da: 'Runder fra dør til dør', en: 'Rounds from door to door' },
      {
        title: 'common',
        script: 'common',
        made_by: 'actor',
      },
    ),
    nobodys('door_round_stairwell', { da: 'Tal fra runder', en: 'Counts of rounds' }, {}),
  ],
};
