import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { type Step, Steps } from '../../../../ui/components/steps.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { Checkboxes } from '../../../../ui/forms/choices.tsx';
import { TimeField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { CHECK_ITEMS, CHECKLIST, type Item, type Turnout } from '../rules/plan.ts';
import { gatherText } from '../text/gather.ts';
import { planText } from '../text/plan.ts';
import {
  gatherPlace,
  invitationsPlace,
  itemsPlace,
  planPdfPlace,
  planPlace,
  removeItemPlace,
  ticksPlace,
} from '../urls.ts';

/** On the workshop's page: what is to be ready before and on the day. */
export function BeforeSteps(props: {
  readonly language: Language;
  readonly id: string;
  readonly items: number;
  readonly done: number;
  readonly turnout: Turnout;
  /** Tables whose sheets have not come. */
  readonly missing: number;
  readonly tables: number;
}): Html {
  const { language, id, items, done, turnout, missing, tables } = props;
  const words = planText(language);
  const all = CHECK_ITEMS.length;
  const steps = [
    {
      label: words.ways.plan,
      href: planPlace({ id }),
      note: words.planNote(items, done, all),
      done: done === all,
    },
    {
      label: words.ways.invitations,
      href: invitationsPlace({ id }),
      note: words.invitationsNote(turnout.asked, turnout.yes, turnout.left),
      done: turnout.asked > 0,
    },
    {
      label: words.ways.gather,
      href: gatherPlace({ id }),
      note: tables === 0 ? gatherText(language).noTables : words.gatherNote(missing),
      done: tables > 0 && missing === 0,
    },
  ];
  return (
    <section class="stack" data-live={`workshop:${id}`} id="foer">
      <Heading level={2}>{words.before}</Heading>
      <Steps language={language} label={words.before} steps={standing(steps, true)} />
    </section>
  );
}

/** Where one is: at the first that is not done, when it has `begun`. */
export function standing(
  steps: readonly (Omit<Step, 'state'> & { readonly done: boolean })[],
  begun: boolean,
): readonly Step[] {
  const now = begun ? steps.findIndex(({ done }) => !done) : -1;
  return steps.map(({ done, ...step }, at) => ({ ...step, state: done ? 'done' : at === now ? 'now' : 'next' }));
}

/** Programme and checklist, and all of it as one paper. */
export function PlanPage(props: {
  readonly language: Language;
  readonly id: string;
  readonly items: readonly Item[];
  readonly done: ReadonlySet<string>;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, id, items, done, problems } = props;
  const words = planText(language);
  const common = { language, problems };
  return (
    <>
      <p class="actions">
        <LinkButton href={planPdfPlace({ id })} look="secondary" download>
          {words.printAll}
        </LinkButton>
        <span class="quiet">{words.printWhy}</span>
      </p>
      <section class="stack">
        <Heading level={2}>{words.programme}</Heading>
        <Programme language={language} id={id} items={items} host />
        <Heading level={3}>{words.addHeading}</Heading>
        <Form action={itemsPlace({ id })}>
          <ErrorSummary language={language} problems={problems} />
          <TimeField {...common} name="startsAt" label={words.clock} />
          <TextField {...common} name="title" label={words.point} maxlength={120} />
          <TextField {...common} name="who" label={words.holder} maxlength={120} optional />
          <TextField {...common} name="place" label={words.where} maxlength={120} optional />
          <p>
            <Button look="secondary">{words.addItem}</Button>
          </p>
        </Form>
      </section>
      <section class="stack">
        <Heading level={2}>{words.checklist}</Heading>
        <Form action={ticksPlace({ id })}>
          {(['before', 'during', 'after'] as const).map((part) => (
            <Checkboxes
              language={language}
              name="done"
              id={`done-${part}`}
              label={words.when[part]}
              values={[...done]}
              options={CHECKLIST[part].map((item) => ({ value: item, label: words.items[item] }))}
            />
          ))}
          <p>
            <Button>{words.saveTicks}</Button>
          </p>
        </Form>
      </section>
    </>
  );
}

/** The programme as a table; staff may take points off it. */
export function Programme(props: {
  readonly language: Language;
  readonly id: string;
  readonly items: readonly Item[];
  readonly host: boolean;
}): Html {
  const { language, id, items, host } = props;
  const words = planText(language);
  return (
    <Table
      language={language}
      caption={words.programme}
      captionHidden
      rows={items}
      empty={<p>{words.noItems}</p>}
      columns={[
        { heading: words.clock, cell: ({ startsAt }) => words.at(startsAt) },
        { heading: words.point, names: true, cell: ({ title }) => <Words>{title}</Words> },
        { heading: words.holder, cell: ({ who }) => <Words>{who}</Words> },
        { heading: words.where, cell: ({ place }) => <Words>{place}</Words> },
        ...(host
          ? [
              {
                heading: words.doings,
                cell: (item: Item) => (
                  <Form action={removeItemPlace({ id, item: item.id })} class="form-inline">
                    <Button look="tertiary" label={words.removeItemNamed(item.title)}>
                      {words.removeItem}
                    </Button>
                  </Form>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
