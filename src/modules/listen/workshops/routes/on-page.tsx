import { personIdOf } from '../../../../kernel/actor.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { roomOf } from '../commands/room.ts';
import { turnoutOf } from '../rules/plan.ts';
import type { Workshop } from '../rules/workshop.ts';
import { choicesOf, onwardOf } from '../store/choices.ts';
import { invitationsFor, invitationsOf, itemsOf, ticksOf } from '../store/plan.ts';
import { pledgeCounts } from '../store/pledges.ts';
import { quotesOf } from '../store/quotes.ts';
import { planText } from '../text/plan.ts';
import { wallText } from '../text/wall.ts';
import { quotesPlace, resultPlace, wallPlace } from '../urls.ts';
import { AfterSteps } from '../views/onward.tsx';
import { BeforeSteps, Programme } from '../views/plan.tsx';
import type { OnPage } from './workshops.tsx';

/** What stands on a workshop's page besides its way from paper to answers. */
export const moreOnPage: OnPage = async (visit, workshop, host) =>
  host ? forHosts(visit, workshop) : forInvited(visit, workshop);

async function forHosts({ tx, language }: Parameters<OnPage>[0], workshop: Workshop) {
  const { id, code } = workshop;
  const [room, items, ticks, invitations, quotes, pledges, choices, onward] = await Promise.all([
    roomOf(tx, workshop),
    itemsOf(tx, id),
    ticksOf(tx, id),
    invitationsOf(tx, id),
    quotesOf(tx, id),
    pledgeCounts(tx, id),
    choicesOf(tx, id),
    onwardOf(tx, id),
  ]);
  const words = wallText(language);
  return (
    <>
      <BeforeSteps
        language={language}
        id={id}
        items={items.length}
        done={ticks.size}
        turnout={turnoutOf(workshop, invitations)}
        missing={room.missing.length}
        tables={room.tables.length}
      />
      <AfterSteps
        language={language}
        id={id}
        voices={room.result.voices}
        onward={onward.length}
        quotes={{
          yes: quotes.filter(({ approved }) => approved).length,
          waiting: quotes.filter(({ approved }) => approved === null).length,
        }}
        pledges={pledges.all}
        choices={{ up: choices.length, names: choices.reduce((sum, { names }) => sum + names, 0) }}
      />
      <p class="actions">
        <LinkButton href={wallPlace({ code })} look="secondary">
          {words.open}
        </LinkButton>
        <span class="quiet">{words.openWhy}</span>
      </p>
    </>
  );
}

async function forInvited({ tx, actor, language }: Parameters<OnPage>[0], workshop: Workshop) {
  const { id, code, released } = workshop;
  const personId = personIdOf(actor);
  const [items, mine] = await Promise.all([itemsOf(tx, id), personId ? invitationsFor(tx, id, personId) : []]);
  return (
    <>
      <p class="actions">
        {released && <LinkButton href={resultPlace({ id })}>{planText(language).seeResult}</LinkButton>}
        {mine.some(({ part, tableId }) => part === 'table_host' && tableId) && (
          <LinkButton href={quotesPlace({ id })} look="secondary">
            {wallText(language).quoteAskTitle}
          </LinkButton>
        )}
        <LinkButton href={wallPlace({ code })} look="secondary">
          {wallText(language).open}
        </LinkButton>
      </p>
      {items.length > 0 && (
        <section class="stack">
          <Heading level={2}>{planText(language).programme}</Heading>
          <Programme language={language} id={id} items={items} host={false} />
        </section>
      )}
    </>
  );
}
