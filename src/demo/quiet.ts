import { SYSTEM } from '../kernel/actor.ts';
import { addDays } from '../kernel/day.ts';
import { initiativeById } from '../modules/initiatives/public.ts';
import { verbs } from '../modules/initiatives/seed.ts';
import { must, type Scene } from './tell.ts';

const ASKED = 12;
/** By how many days before the story is loaded its people were heard last. */
const QUIET = [
  { key: 'gaatur', since: 71 },
  { key: 'hoejbede', since: 52 },
] as const;
const ANSWERED = 11;
/** From the day the story is loaded. */
const ASK_AGAIN_IN = 95;

/** Two have been quiet for long, and are asked how it goes: the raised beds rest, and the walkers have not answered yet. */
export function quietScenes(): readonly Scene[] {
  return [
    ...QUIET.map(
      ({ key, since }): Scene => ({
        ago: ASKED,
        by: null,
        async play(tx, stage) {
          const id = stage.initiatives.get(key);
          if (!id) throw new Error(`Cannot ask how "${key}" goes: it has not begun`);
          await verbs.askAboutSilence({ ...tx, actor: SYSTEM }, id, addDays(tx.today, ASKED - since));
        },
      }),
    ),
    {
      ago: ANSWERED,
      by: 'jytte',
      async play(tx, stage) {
        const id = stage.initiatives.get('hoejbede');
        const question = id && (await initiativeById(tx, id))?.question;
        if (!question) throw new Error('Cannot tell that the raised beds rest: they were not asked');
        const answered = await verbs.answerQuestion(tx, id, {
          questionId: question.id,
          answer: 'rests',
          words: '',
          by: stage.person('jytte'),
          channel: 'web',
          registeredBy: null,
          rest: {
            reason: 'Jorden er kold. Vi tager fat igen, når foråret kommer.',
            askAgainOn: addDays(tx.today, ASK_AGAIN_IN + ANSWERED),
          },
        });
        must(answered, 'the raised beds rest');
      },
    },
  ];
}
