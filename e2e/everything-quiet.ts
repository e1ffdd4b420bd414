import { addDays } from '../src/kernel/day.ts';
import { answerQuestion } from '../src/modules/initiatives/commands/questions.ts';
import { insertQuestion, saveCode } from '../src/modules/initiatives/store/questions.ts';
import { newTypedCode } from '../src/platform/secret/code.ts';
import type { Visit } from './accessibility.ts';
import { type As, must, personNamed } from './town.ts';

const METTE = 'Mette Lauridsen';
const SIGNE = 'Signe Højlund';

/** "Hvordan går det?", asked of something quiet: with the code of a letter, signed in, by staff, and when it is answered. */
export async function quietPages(as: As): Promise<Visit[]> {
  const waiting = await asked(as, 'Suppeaften i gården');
  const helped = await asked(as, 'Cykelværksted i kælderen');
  await as(METTE, async (tx) => {
    const by = await personNamed(tx, METTE);
    const rest = { reason: '', askAgainOn: null };
    const said = { questionId: helped.question, answer: 'help', words: 'Vi mangler en nøgle.', by } as const;
    must(await answerQuestion(tx, helped.id, { ...said, channel: 'web', registeredBy: null, rest }));
  });
  return [
    { url: '/gaar-det', as: null },
    { url: `/g/${waiting.code}`, as: null },
    { url: `/g/${helped.code}`, as: null },
    { url: `/initiativer/${waiting.id}/gaar-det`, as: METTE },
    { url: `/initiativer/${waiting.id}/gaar-det`, as: SIGNE },
    { url: `/initiativer/${helped.id}/gaar-det`, as: SIGNE },
    { url: `/initiativer/${helped.id}`, as: null },
  ];
}

function asked(as: As, title: string) {
  return as(SIGNE, async (tx) => {
    const found = tx.sql.selectFrom('initiative').select('id').where('title', '=', title);
    const { id } = await found.executeTakeFirstOrThrow();
    const mette = await personNamed(tx, METTE);
    const question = await insertQuestion(tx, { initiativeId: id, since: addDays(tx.today, -30), drivers: [mette] });
    if (!question) throw new Error(`Cannot ask about "${title}": it was asked already`);
    const code = newTypedCode(10);
    await saveCode(tx, id, mette, code);
    return { id, code, question };
  });
}
