import { askMailTest } from '../src/modules/setup/commands/checks.ts';
import { writeInvitation } from '../src/modules/setup/commands/invitation.ts';
import { beginSetup, skipStep } from '../src/modules/setup/commands/progress.ts';
import type { Visit } from './accessibility.ts';
import type { As } from './town.ts';

const KAREN = 'Karen Mose';
const STEPS = ['hus', 'udseende', 'boliger', 'folk', 'pulje', 'invitation', 'tjek'] as const;

/** Neither pages nor what a form leads to in this house. */
export const SETUP_SKIP = {
  'GET /logo/:id': 'a picture',
  'POST /kom-godt-i-gang/oevehuset': 'stands only where a practice house is beside: src/practice.test.ts',
  'POST /kom-godt-i-gang/vaer': 'stands only in a practice house: src/practice.test.ts',
  'POST /kom-godt-i-gang/forfra': 'stands only in a practice house: src/practice.test.ts',
} as const;

/** A house that is being opened: a letter that is not printed, a test mail on its way, a step that was passed over. */
export async function setupPages(as: As): Promise<Visit[]> {
  await as(KAREN, async (tx) => {
    await beginSetup(tx);
    await writeInvitation(tx, { subject: 'Puljen er åben', body: 'Kære {navne}\n\nSøg nu.', signer: KAREN });
    await askMailTest(tx);
    await skipStep(tx, 'checks');
  });
  const full = (...urls: string[]) => urls.map((url): Visit => ({ url, as: KAREN }));
  return [
    ...full('/kom-godt-i-gang', ...STEPS.map((step) => `/kom-godt-i-gang/${step}`)),
    ...full('/kom-godt-i-gang/invitation/fortryd', '/kom-godt-i-gang/invitation/plakat.pdf'),
  ];
}
