import type { Child, Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { Checkbox } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { type Option, Select } from '../../../../ui/forms/select.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { INVITED_PARTS, type Invitation, type Item, type Turnout } from '../rules/plan.ts';
import type { Workshop } from '../rules/workshop.ts';
import { planText } from '../text/plan.ts';
import { resultText } from '../text/results.ts';
import {
  attendancePlace,
  invitationAnswerPlace,
  invitationSheetPlace,
  invitationsPlace,
  removeInvitationPlace,
} from '../urls.ts';
import { When } from './page.tsx';
import { Programme } from './plan.tsx';

const STATES = { yes: 'good', no: 'stopped', none: 'waiting' } as const;
const ATTENDANCE = 'fremmoede';

/** Who is asked, who comes, and who came. */
export function InvitationsPage(props: {
  readonly language: Language;
  readonly id: string;
  readonly invitations: readonly Invitation[];
  readonly turnout: Turnout;
  readonly tables: readonly Option[];
  readonly organisations: readonly Option[];
  /** The list to take along. */
  readonly files?: Child;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, id, invitations, turnout, problems } = props;
  const words = planText(language);
  return (
    <>
      <p class="lead">{words.invitationsLead}</p>
      {invitations.length > 0 && (
        <p>
          {words.turnout(turnout.asked, turnout.yes, turnout.no, turnout.came)}
          {turnout.left !== null && ` ${words.seatsLeft(turnout.left)}`}
        </p>
      )}
      <Listed {...props} />
      {invitations.length > 0 && (
        <Form action={attendancePlace({ id })} id={ATTENDANCE}>
          <p>
            <Button look="secondary">{words.saveAttendance}</Button>
          </p>
        </Form>
      )}
      {props.files}
      <section class="stack">
        <Heading level={2}>{words.inviteHeading}</Heading>
        <Form action={invitationsPlace({ id })}>
          <ErrorSummary language={language} problems={problems} />
          <InviteFields {...props} />
          <p>
            <Button>{words.invite}</Button>
          </p>
        </Form>
      </section>
    </>
  );
}

function Listed(props: Parameters<typeof InvitationsPage>[0]): Html {
  const { language, id, invitations } = props;
  const words = planText(language);
  const nameOf = (options: readonly Option[], value: string | null) =>
    options.find((option) => option.value === value)?.label ?? '';
  return (
    <Table
      language={language}
      caption={words.invitationsTitle}
      captionHidden
      rows={invitations}
      empty={<p>{words.noInvitations}</p>}
      columns={[
        { heading: words.name, names: true, cell: ({ personName }) => <Words>{personName}</Words> },
        {
          heading: words.table,
          cell: (one) => (
            <>
              {props.tables.length > 0 && <Seat {...props} invitation={one} />}
              {one.organisationId && (
                <p>
                  <Words>{nameOf(props.organisations, one.organisationId)}</Words>
                </p>
              )}
              {one.part !== 'participant' && <p class="quiet">{words.parts[one.part]}</p>}
            </>
          ),
        },
        {
          heading: words.answer,
          // Who came unasked was never asked for an answer.
          cell: ({ answer, came }) =>
            !answer && came ? (
              '–'
            ) : (
              <StatusTag state={STATES[answer ?? 'none']}>{words.answers[answer ?? 'none']}</StatusTag>
            ),
        },
        {
          heading: words.came,
          cell: (one) => (
            <input
              class="ds-input"
              type="checkbox"
              form={ATTENDANCE}
              name="came[]"
              value={one.id}
              checked={one.came === true}
              aria-label={words.cameNamed(one.personName)}
            />
          ),
        },
        {
          heading: words.doings,
          cell: (one) => (
            <Form action={removeInvitationPlace({ id, invitation: one.id })} class="form-inline">
              <Button look="tertiary" label={words.removeNamed(one.personName)}>
                {words.remove}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  );
}

function Seat({
  language,
  tables,
  invitation,
}: Parameters<typeof InvitationsPage>[0] & { readonly invitation: Invitation }): Html {
  const { id, personName, tableId } = invitation;
  const words = planText(language);
  return (
    <select class="ds-input" form={ATTENDANCE} name="seat[]" aria-label={words.tableNamed(personName)}>
      <option value={id}>{words.noTable}</option>
      {tables.map(({ value, label }) => (
        <option value={`${id} ${value}`} selected={value === tableId}>
          {label}
        </option>
      ))}
    </select>
  );
}

function InviteFields({ language, problems, tables, organisations }: Parameters<typeof InvitationsPage>[0]): Html {
  const words = planText(language);
  const common = { language, problems };
  return (
    <>
      <TextField {...common} name="name" label={words.name} maxlength={120} />
      <TextField {...common} name="contact" label={words.contact} maxlength={120} optional />
      {organisations.length > 0 && (
        <Select
          {...common}
          name="organisation"
          label={words.organisation}
          empty={words.noOrganisation}
          options={organisations}
          optional
        />
      )}
      {tables.length > 0 && (
        <Select {...common} name="table" label={words.table} empty={words.noTable} options={tables} optional />
      )}
      <Select
        {...common}
        name="part"
        label={words.part}
        value="participant"
        options={INVITED_PARTS.map((part) => ({ value: part, label: words.parts[part] }))}
      />
      <Checkbox {...common} name="unasked" label={words.walkIn} />
    </>
  );
}

/** What an invited person meets by the link in their letter. */
export function InvitationPage(props: {
  readonly language: Language;
  readonly code: string;
  readonly workshop: Workshop;
  readonly invitation: Invitation;
  readonly items: readonly Item[];
  /** "Bord 4: Vesterby Boligforening"; null when they have no place yet. */
  readonly table: string | null;
  readonly over: boolean;
  /** Their own answer may be fetched. */
  readonly own: boolean;
  /** Where the result hangs, when those who took part may see it. */
  readonly wall: Path | null;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, code, workshop, invitation, items, table, over } = props;
  const words = planText(language);
  const { answer } = invitation;
  return (
    <>
      <ErrorSummary language={language} problems={props.problems} />
      <p class="lead">{over ? words.overLead(invitation.personName) : words.answerLead(invitation.personName)}</p>
      <DescriptionList
        rows={[
          { term: words.what, content: <Words>{workshop.name}</Words> },
          { term: words.time, content: <When language={language} workshop={workshop} /> },
          { term: words.place, content: workshop.place && <Words>{workshop.place}</Words> },
          {
            term: words.yourTable,
            content: table && (
              <>
                <Words>{table}</Words>
                {invitation.part === 'table_host' && <>. {words.asHost}</>}
              </>
            ),
          },
        ]}
      />
      {workshop.about && (
        <p class="prewrap">
          <Words>{workshop.about}</Words>
        </p>
      )}
      {answer && (
        <Notice kind="success">
          <p>{answer === 'yes' ? words.saidYes : words.saidNo}</p>
        </Notice>
      )}
      {over ? (
        <p>{words.over}</p>
      ) : (
        <Form action={invitationAnswerPlace({ code })}>
          {answer && <p>{words.changeMind}</p>}
          <p class="actions">
            <Button name="answer" value="yes" look={answer === 'yes' ? 'secondary' : 'strong'}>
              {words.yes}
            </Button>
            <Button name="answer" value="no" look="secondary">
              {words.no}
            </Button>
          </p>
        </Form>
      )}
      {props.wall && (
        <p>
          <LinkButton href={props.wall}>{planText(language).seeResult}</LinkButton>
        </p>
      )}
      {props.own && (
        <p>
          <LinkButton href={invitationSheetPlace({ code })} look="secondary" download>
            {resultText(language).own}
          </LinkButton>
        </p>
      )}
      {items.length > 0 && (
        <section class="stack">
          <Heading level={2}>{words.programme}</Heading>
          <Programme language={language} id={workshop.id} items={items} host={false} />
        </section>
      )}
    </>
  );
}
