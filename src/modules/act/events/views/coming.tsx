import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import { formatPhone } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { type Column, Table } from '../../../../ui/components/table.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { NewerOlder } from '../../../../ui/components/wayfinding.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Fieldset } from '../../../../ui/forms/fieldset.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { NumberField } from '../../../../ui/forms/number-field.tsx';
import { type FormProblems, typedValue } from '../../../../ui/forms/problems.ts';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { May } from '../access.ts';
import { canCheckIn, type Event, WAYS_HERE } from '../rules/event.ts';
import { firstName, type SignUp, stateOf } from '../rules/signing-up.ts';
import { eventsText } from '../text/events.ts';
import { insideText } from '../text/inside.ts';
import {
  changeSignUpPlace,
  comingPlace,
  countPlace,
  listPlace,
  signUpPlace,
  undoWalkInPlace,
  walkInPlace,
} from '../urls.ts';

export interface ComingProps {
  readonly language: Language;
  readonly today: Day;
  readonly event: Event;
  readonly names: May['names'];
  readonly rows: readonly SignUp[];
  readonly page: number;
  readonly more: boolean;
  /** What was searched for. */
  readonly find: string;
  readonly there: number;
  readonly walkedIn: number;
  /** Which form came back, and what is wrong in it. */
  readonly refused?: { readonly at: 'list' | 'walk-in' | 'count'; readonly problems: FormProblems } | undefined;
}

/** Who comes, the ticks at the door or afterwards, and those who came without having signed up. */
export function ComingPage(props: ComingProps): Html {
  const { language, event, today, names } = props;
  const words = insideText(language);
  const door = canCheckIn(event, today);
  return (
    <>
      <p class="lead">{door ? words.checkInLead : words.tooEarly}</p>
      {names === 'first' && <p class="quiet">{words.onlyFirst}</p>}
      <p class="actions">
        <LinkButton href={signUpPlace({ id: event.id })} look="secondary">
          {words.addOne}
        </LinkButton>
        <a href={listPlace({ id: event.id })}>{words.paperList}</a>
      </p>
      <Form method="get" action={comingPlace({ id: event.id })} class="form filters" label={words.find}>
        <TextField language={language} name="navn" label={words.find} value={props.find} autocomplete="off" optional />
        <p>
          <Button look="secondary">{words.findAction}</Button>
        </p>
      </Form>
      <List {...props} door={door} />
      {door && <WalkIns {...props} />}
      {door && <Counting {...props} />}
    </>
  );
}

function List(props: ComingProps & { readonly door: boolean }): Html {
  const { language, event, rows, page, find, door } = props;
  const words = insideText(language);
  const problems = props.refused?.at === 'list' ? props.refused.problems : undefined;
  const here = comingPlace({ id: event.id }, { navn: find || null, side: page > 1 ? page : null });
  const table = <People {...props} problems={problems} />;
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState title={words.none} />
      ) : door ? (
        <Form action={here} class="form check-in-form">
          <ErrorSummary language={language} problems={problems} />
          {/* First in the form, so that Enter in a field saves, and does not press somebody's "Her". */}
          <p>
            <Button look="secondary">{words.save}</Button>
          </p>
          {table}
          <p>
            <Button look="secondary">{words.save}</Button>
          </p>
        </Form>
      ) : (
        table
      )}
      <NewerOlder
        language={language}
        page={page}
        more={props.more}
        href={(number) => comingPlace({ id: event.id }, { navn: find || null, side: number })}
      />
    </>
  );
}

function People(props: ComingProps & { readonly door: boolean; readonly problems: FormProblems | undefined }): Html {
  const { language, event, names, rows, door, problems } = props;
  const words = insideText(language);
  const shownName = (one: SignUp) => (names === 'all' ? one.name : firstName(one.name));
  const columns: readonly Column<SignUp>[] = [
    { heading: words.columns.number, numeric: true, cell: ({ number }) => String(number) },
    { heading: words.columns.name, names: true, cell: (one) => <Words>{shownName(one)}</Words> },
    { heading: words.columns.party, cell: ({ adults, children }) => words.party(adults, children) },
    ...(names === 'all' ? [{ heading: words.columns.reach, cell: reachOf }] : []),
    {
      heading: words.columns.state,
      cell: (one) => <StatusTag state={STATES[stateOf(one)]}>{words.states[stateOf(one)]}</StatusTag>,
    },
    ...(door
      ? [
          {
            heading: words.columns.came,
            cell: (one: SignUp) => <CameCell {...{ language, one, problems }} name={shownName(one)} />,
          },
        ]
      : []),
    {
      heading: words.columns.change,
      cell: (one) => (
        <a href={changeSignUpPlace({ id: event.id, person: one.id })} aria-label={`${words.change}: ${shownName(one)}`}>
          {words.change}
        </a>
      ),
    },
  ];
  return <Table language={language} caption={words.listTitle} captionHidden rows={rows} columns={columns} />;
}

const STATES = { coming: 'going', waiting: 'waiting', left: 'resting', came: 'good' } as const;

function reachOf({ email, phone, home }: SignUp): Html {
  return (
    <>
      {phone && <a href={`tel:${phone}`}>{formatPhone(phone).replaceAll(' ', '\u00a0')}</a>}{' '}
      {email && <bdi>{email}</bdi>} {home && <bdi>{home}</bdi>}
    </>
  );
}

function CameCell(props: {
  readonly language: Language;
  readonly one: SignUp;
  readonly name: string;
  readonly problems: FormProblems | undefined;
}): Html {
  const { language, one, name, problems } = props;
  const words = insideText(language);
  const { adults, children } = one.came ?? one;
  const ticked = problems ? problems.values[`came_${one.id}`] !== undefined : one.came !== null;
  const number = (field: string, shown: string, label: string, value: number) => (
    <label class="check-in-number">
      <input
        class="ds-input field-number field-tiny"
        name={field}
        value={typedValue(problems, field, String(value))}
        inputmode="numeric"
        size={2}
        maxlength={2}
        aria-label={label}
      />{' '}
      {shown}
    </label>
  );
  return (
    <span class="check-in">
      <input type="hidden" name="on[]" value={one.id} />
      <label class="choice">
        <input
          class="ds-input"
          type="checkbox"
          name={`came_${one.id}`}
          value="ja"
          checked={ticked}
          aria-label={words.cameOf(name)}
        />
        <span>{words.came}</span>
      </label>
      {number(`adults_${one.id}`, words.adultsCount, words.adultsOf(name), adults)}
      {number(`children_${one.id}`, words.childrenCount, words.childrenOf(name), children)}
      {!one.came && (
        <Button name="nu" value={one.id} label={words.hereLabel(name)}>
          {words.here}
        </Button>
      )}
    </span>
  );
}

/** One tap: who came without having signed up, and how they heard of it. */
function WalkIns({ language, event, walkedIn, refused }: ComingProps): Html {
  const words = insideText(language);
  const problems = refused?.at === 'walk-in' ? refused.problems : undefined;
  const common = { language, problems };
  return (
    <Card as="section" colour="himmel" id="uden-tilmelding">
      <Heading level={2}>{words.walkIns}</Heading>
      <p>{words.walkInLead}</p>
      <p class="figure">{words.walkInCount(walkedIn)}</p>
      <Form action={walkInPlace({ id: event.id })}>
        <ErrorSummary language={language} problems={problems} />
        <Fieldset legend={words.walkIns}>
          <NumberField {...common} id="walk-adults" name="adults" label={words.walkInAdults} value={1} />
          <NumberField {...common} id="walk-children" name="children" label={words.walkInChildren} value={0} optional />
        </Fieldset>
        <p class="actions">
          {WAYS_HERE.map((way) => (
            <Button name="way" value={way} look="secondary">
              {eventsText(language).ways[way]}
            </Button>
          ))}
          <Button name="way" value="" look="tertiary">
            {words.walkInUnsaid}
          </Button>
        </p>
      </Form>
      {walkedIn > 0 && (
        <Form action={undoWalkInPlace({ id: event.id })} class="form-inline">
          <Button look="tertiary">{words.undo}</Button>
        </Form>
      )}
    </Card>
  );
}

function Counting({ language, event, there, walkedIn, refused }: ComingProps): Html {
  const words = insideText(language);
  const problems = refused?.at === 'count' ? refused.problems : undefined;
  return (
    <section class="stack" id="taelling">
      <Heading level={2}>{words.count}</Heading>
      <p>{words.countLead}</p>
      {there + walkedIn > 0 && (
        <Notice>
          <p>
            {words.there(there)}, {words.walkedIn(walkedIn)}.
          </p>
        </Notice>
      )}
      <Form action={countPlace({ id: event.id })}>
        <ErrorSummary language={language} problems={problems} />
        <p class="actions">
          <Button name="hvor" value="talt">
            {words.countNow}
          </Button>
          <Button name="hvor" value="ingen" look="tertiary">
            {words.nobodyCame}
          </Button>
        </p>
      </Form>
    </section>
  );
}
