import type { Html } from '#jsx/jsx-runtime';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { type Column, Table } from '../../../../ui/components/table.tsx';
import { Pagination, TabsNav } from '../../../../ui/components/wayfinding.tsx';
import { Amount, DateText } from '../../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { type EndingCase, remainingOf } from '../rules/case.ts';
import { LACKS, type Lack } from '../rules/closing.ts';
import type { ReminderDays } from '../rules/reminders.ts';
import { followUpText } from '../text/follow-up.ts';
import { cardsPlace, daysPlace, followUpPlace, resultsPlace, statusPlace } from '../urls.ts';

export interface FundDays {
  readonly fundId: Id<'fund'>;
  readonly name: string;
  readonly days: ReminderDays;
}

export interface FollowUpProps {
  readonly language: Language;
  readonly lack: Lack;
  readonly counts: Readonly<Record<Lack, number>>;
  readonly cases: readonly EndingCase[];
  readonly page: number;
  readonly pages: number;
  readonly caseHref: (id: EndingCase['id']) => string;
  readonly references: ReadonlyMap<string, string>;
  readonly funds: readonly FundDays[];
  /** Can cards be printed here? */
  readonly prints: boolean;
  readonly problems?: { readonly fundId: string; readonly problems: FormProblems } | undefined;
}

/** What is lacking before the cases can be closed. */
export function FollowUpPage(props: FollowUpProps): Html {
  const { language, lack, cases } = props;
  const words = followUpText(language);
  return (
    <>
      <p class="lead">{words.intro}</p>
      <TabsNav
        label={words.tabs}
        tabs={LACKS.map((one) => ({
          href: followUpPlace({}, { mangler: one }),
          label: words.lacks[one],
          current: one === lack,
          count: props.counts[one],
        }))}
      />
      <p>{words.explained[lack]}</p>
      <Table
        language={language}
        caption={words.lacks[lack]}
        captionHidden
        rows={cases}
        empty={<EmptyState title={words.nothing} text={words.nothingText} />}
        columns={columnsOf(props)}
      />
      <Pagination
        language={language}
        page={props.page}
        pages={props.pages}
        href={(page) => followUpPlace({}, { mangler: lack, side: page })}
      />
      {lack === 'feedback' && cases.length > 0 && <Cards {...props} />}
      <ul>
        <li>
          <a href={statusPlace({})}>{words.status}</a>
        </li>
        <li>
          <a href={resultsPlace({})}>{words.results}</a>
        </li>
      </ul>
      <Days {...props} />
    </>
  );
}

function columnsOf({ language, lack, caseHref, references }: FollowUpProps): readonly Column<EndingCase>[] {
  const words = followUpText(language);
  const day = (value: EndingCase['startsOn']) => value && <DateText day={value} language={language} style="short" />;
  return [
    { heading: words.number, cell: (one) => references.get(one.id) },
    {
      heading: words.project,
      names: true,
      cell: (one) => (
        <a lang="da" href={caseHref(one.id)}>
          {one.title}
        </a>
      ),
    },
    lack === 'undecided'
      ? { heading: words.starts, cell: (one) => day(one.startsOn) }
      : { heading: words.held, cell: (one) => day(one.lastDay) },
    ...(lack === 'undecided'
      ? []
      : [
          {
            heading: words.left,
            numeric: true,
            cell: (one: EndingCase) => <Amount ore={remainingOf(one)} language={language} />,
          },
        ]),
    { heading: words.reach, cell: (one) => words.reached[reachOf(one)] },
  ];
}

/** How we reach whoever is to tell. */
export function reachOf(one: EndingCase): 'person' | 'guest' | 'card' {
  if (one.carrierId) return 'person';
  return one.email || one.phone ? 'guest' : 'card';
}

function Cards({ language, cases, prints }: FollowUpProps): Html {
  const words = followUpText(language);
  return (
    <section class="stack">
      <Heading level={2}>{words.cardsFor}</Heading>
      <p>{prints ? words.cardsIntro : words.cardsNoTypst}</p>
      {prints && (
        <Form action={cardsPlace({})}>
          {cases.map((one) => (
            <input type="hidden" name="case[]" value={one.id} />
          ))}
          <Button look="secondary">{words.printCards}</Button>
        </Form>
      )}
    </section>
  );
}

function Days({ language, funds, problems }: FollowUpProps): Html {
  const words = followUpText(language);
  return (
    <Disclosure summary={words.days} open={problems !== undefined} id="dage">
      <ErrorSummary
        language={language}
        problems={problems?.problems}
        ids={Object.fromEntries(
          ['undecided', 'invoice', 'release', 'feedback'].map((field) => [field, `${field}-${problems?.fundId}`]),
        )}
      />
      <p>{words.daysIntro}</p>
      {funds.map(({ fundId, name, days }) => {
        const refused = problems?.fundId === fundId ? problems.problems : undefined;
        const common = { language, problems: refused };
        return (
          <section class="stack">
            <Heading level={3}>{name}</Heading>
            <Form action={daysPlace({})}>
              <input type="hidden" name="fund" value={fundId} />
              <NumberField
                {...common}
                id={`undecided-${fundId}`}
                name="undecided"
                label={words.undecidedDays}
                value={days.undecided}
              />
              <NumberField
                {...common}
                id={`invoice-${fundId}`}
                name="invoice"
                label={words.invoiceDays}
                value={days.invoice}
              />
              <NumberField
                {...common}
                id={`release-${fundId}`}
                name="release"
                label={words.releaseDays}
                value={days.release}
              />
              <NumberField
                {...common}
                id={`feedback-${fundId}`}
                name="feedback"
                label={words.feedbackDays}
                hint={words.feedbackDaysHint}
                value={days.feedback}
              />
              <Button look="secondary">{words.saveDays}</Button>
            </Form>
          </section>
        );
      })}
    </Disclosure>
  );
}
