import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { CardGrid } from '../../../../ui/components/card.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { NewerOlder, TabsNav } from '../../../../ui/components/wayfinding.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { Select } from '../../../../ui/forms/select.tsx';
import type { EventCard, EventFilter } from '../rules/event.ts';
import { eventsText } from '../text/events.ts';
import { enterPlace, eventsPlace, newEventPlace, rulesPlace } from '../urls.ts';
import { type DepartmentNames, EventDateCard } from './card.tsx';

export interface ListProps {
  readonly language: Language;
  readonly today: Day;
  readonly filter: EventFilter;
  readonly cards: readonly EventCard[];
  readonly page: number;
  readonly more: boolean;
  readonly departments: DepartmentNames;
  readonly may: { readonly make: boolean; readonly setRules: boolean };
  readonly followHref: string;
}

/** What comes, or what has been; of the whole house or of a department. */
export function ListPage(props: ListProps): Html {
  const { language, filter, cards, may } = props;
  const words = eventsText(language);
  const past = filter.when === 'past';
  return (
    <>
      <p class="lead">{past ? words.pastLead : words.lead}</p>
      {may.make && (
        <p class="actions">
          <LinkButton href={newEventPlace({})}>{words.make}</LinkButton>
        </p>
      )}
      <TabsNav
        label={words.when}
        tabs={[
          { href: hrefOf({ ...filter, when: 'ahead' }), label: words.ahead, current: !past },
          { href: hrefOf({ ...filter, when: 'past' }), label: words.past, current: past },
        ]}
      />
      {props.departments.size > 1 && <Choice {...props} />}
      {cards.length > 0 ? (
        <CardGrid>
          {cards.map((card) => (
            <EventDateCard
              language={language}
              today={props.today}
              card={card}
              departments={props.departments}
              level={2}
            />
          ))}
        </CardGrid>
      ) : (
        <EmptyState title={past ? words.nonePast : words.none} text={past ? '' : words.noneText} />
      )}
      <NewerOlder language={language} page={props.page} more={props.more} href={(number) => hrefOf(filter, number)} />
      <p class="actions">
        <a href={enterPlace({})}>{words.enter}</a>
        <a href={props.followHref}>{words.follow}</a>
        {may.setRules && <a href={rulesPlace({})}>{words.rules}</a>}
      </p>
    </>
  );
}

function hrefOf({ when, departmentId }: EventFilter, page?: number): string {
  return eventsPlace({}, { afdeling: departmentId, vis: when === 'past' ? 'holdt' : null, side: page ?? null });
}

function Choice({ language, filter, departments }: ListProps): Html {
  const words = eventsText(language);
  return (
    <Form method="get" action={eventsPlace({})} class="form filters" label={words.department}>
      {filter.when === 'past' && <input type="hidden" name="vis" value="holdt" />}
      <Select
        language={language}
        name="afdeling"
        label={words.department}
        value={filter.departmentId ?? ''}
        empty={words.everywhere}
        options={[...departments].map(([value, label]) => ({ value, label }))}
        optional
      />
      <p>
        <Button look="secondary">{words.show}</Button>
      </p>
    </Form>
  );
}
