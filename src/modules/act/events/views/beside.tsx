import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { CardGrid } from '../../../../ui/components/card.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import type { EventCard } from '../rules/event.ts';
import { eventsText } from '../text/events.ts';
import { eventsPlace, newEventPlace } from '../urls.ts';
import { type DepartmentNames, EventDateCard } from './card.tsx';

interface CardsProps {
  readonly language: Language;
  readonly today: Day;
  readonly cards: readonly EventCard[];
  readonly departments: DepartmentNames;
}

/** The events of an initiative. `initiativeId`: the reader may make another. */
export function EventsBeside(props: CardsProps & { readonly initiativeId: string | null }): Html {
  const words = eventsText(props.language);
  return (
    <section class="stack">
      <Heading level={2}>{words.happens}</Heading>
      <Cards {...props} />
      {props.initiativeId && (
        <>
          {props.cards.length === 0 && <p>{words.makeFromText}</p>}
          <p>
            <LinkButton href={newEventPlace({}, { initiativ: props.initiativeId })} look="secondary">
              {words.makeFrom}
            </LinkButton>
          </p>
        </>
      )}
    </section>
  );
}

/** What comes next. */
export function EventsComing(props: CardsProps & { readonly departmentId: string | null }): Html {
  const words = eventsText(props.language);
  return (
    <section class="stack">
      <Heading level={2}>{words.ahead}</Heading>
      <Cards {...props} />
      <p>
        <a href={eventsPlace({}, { afdeling: props.departmentId })}>{words.all}</a>
      </p>
    </section>
  );
}

function Cards({ language, today, cards, departments }: CardsProps): Html | null {
  if (cards.length === 0) return null;
  return (
    <CardGrid>
      {cards.map((card) => (
        <EventDateCard language={language} today={today} card={card} departments={departments} />
      ))}
    </CardGrid>
  );
}
