import type { Html } from '#jsx/jsx-runtime';
import { isStaff, personIdOf } from '../../../../kernel/actor.ts';
import type { Visit } from '../../../../platform/web/web.ts';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Amount } from '../../../../ui/components/written.tsx';
import type { Initiative } from '../../../initiatives/public.ts';
import { referenceOf } from '../rules/reference.ts';
import { casesOfInitiative } from '../store/cases.ts';
import { fundText } from '../text/pages.ts';
import { applicationPlace } from '../urls.ts';
import { CaseStatus } from '../views/cases.tsx';

/** On an initiative's inner page: what money was sought for it, and how far that is. */
export async function casesBeside(
  { tx, actor, language }: Pick<Visit, 'tx' | 'actor' | 'language'>,
  initiative: Pick<Initiative, 'id'>,
  inside: boolean,
): Promise<Html | null> {
  const cases = inside ? await casesOfInitiative(tx, initiative.id) : [];
  if (cases.length === 0) return null;
  const personId = personIdOf(actor);
  return (
    <section class="stack">
      <Heading level={2}>{fundText(language).moneySought}</Heading>
      <ul class="plain-list">
        {cases.map((one) => {
          const reference = referenceOf(one, one.number);
          const opens = isStaff(actor) || (personId !== null && one.carrierId === personId);
          return (
            <li>
              {opens ? <a href={applicationPlace({ id: one.id })}>{reference}</a> : reference}{' '}
              <CaseStatus language={language} status={one.status} />{' '}
              {one.committed !== null && <Amount ore={one.committed} language={language} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
