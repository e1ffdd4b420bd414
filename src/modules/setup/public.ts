import type { Html } from '#jsx/jsx-runtime';
import { holds } from '../../kernel/actor.ts';
import type { Language } from '../../kernel/language.ts';
import { isSettingUp } from '../../platform/db/house-settings.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { setupProgress } from './commands/progress.ts';
import { SetupCard } from './views/overview.tsx';

export { noteSeen } from './commands/checks.ts';
export { type FirstFund, openFirstFund } from './commands/fund.ts';
export { type HouseWords, saveHouse, saveLook } from './commands/house.ts';
export { invitedTo, lettersOfFile, posterOf, tellPrinted, writeInvitation } from './commands/invitation.ts';
export { letIn } from './commands/people.ts';
export { beginSetup, type Progress, setupProgress, skipStep, takeUpStep } from './commands/progress.ts';
export { lossOf, undoStep } from './commands/undo.ts';
export { fundForm, houseForm, invitationForm, lookForm, peopleListForm, secretaryForm } from './forms.ts';
export { setupHoldings } from './holdings.ts';
export { setupJobs, type TellAnew } from './jobs.ts';
export { setupJournal } from './journal.ts';
export { usualWording } from './letters.ts';
export { lineSaid } from './routes/people.tsx';
export { type PracticeDoor, setupRoutes } from './routes/setup.tsx';
export { linesOfTable, readLines } from './rules/people.ts';
export { proposalFrom } from './rules/proposal.ts';
export { shortNameOf } from './rules/short-name.ts';
export { nextStep, STEPS, type StepName, type StepState } from './rules/steps.ts';
export { setupForms } from './text/forms.ts';
export { papersText } from './text/papers.ts';
export { stepsText } from './text/steps.ts';
export { readStep, setupPlace, slugOf } from './urls.ts';
export { linesOf } from './views/frame.tsx';

/** On the front page of a secretariat that opens its house: how far it has come. Null for everybody else; asks nothing then. */
export async function setupOnFront(tx: TenantDb, language: Language): Promise<Html | null> {
  if (!isSettingUp(tx.tenant) || !holds(tx.actor, 'secretariat')) return null;
  return SetupCard({ language, steps: (await setupProgress(tx)).steps });
}
