import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import type { ByLinkSeat, Table } from '../rules/sheets.ts';
import { type Shut, writeCode } from '../rules/workshop.ts';
import { doorsText } from '../text/doors.ts';
import { workshopsText } from '../text/workshops.ts';
import {
  closeLinkPlace,
  enterPlace,
  openLinkPlace,
  putBackPlace,
  renewLinkPlace,
  setAsidePlace,
  workshopPlace,
} from '../urls.ts';

/** For those who run it: close the link for now, open it again, and on to another code. */
export function LinkDoor(props: { readonly language: Language; readonly id: string; readonly closed: boolean }): Html {
  const { language, id, closed } = props;
  const words = doorsText(language);
  return (
    <>
      {closed && (
        <Notice kind="warning" heading={words.closedNow}>
          <p>{words.closedNowWhy}</p>
        </Notice>
      )}
      <div class="actions">
        <Form action={closed ? openLinkPlace({ id }) : closeLinkPlace({ id })} class="form-inline">
          <Button look="secondary">{closed ? words.open : words.close}</Button>
        </Form>
        <a href={renewLinkPlace({ id })}>{words.renew}</a>
      </div>
    </>
  );
}

/** A table that somebody sat down at by the link: what they typed, and aside with it in one click. */
export function TableSeat(props: {
  readonly language: Language;
  readonly id: string;
  readonly table: Table;
  readonly seat: ByLinkSeat | null;
}): Html | null {
  const { language, id, table, seat } = props;
  if (!seat) return null;
  const words = doorsText(language);
  const called = workshopsText(language).tableNumber(table.number);
  return (
    <div class="stack">
      {seat.seated && (
        <>
          <p>
            <StatusTag state="waiting">{words.byLink}</StatusTag> {words.byLinkWhy(seat.typed)}
          </p>
          <p class="field-help">{words.setAsideWhy}</p>
          <Form action={setAsidePlace({ id, table: table.id })} class="form-inline">
            <Button look="secondary" label={words.setAsideNamed(called)}>
              {words.setAside}
            </Button>
          </Form>
        </>
      )}
      {seat.aside > 0 && (
        <>
          <p>{words.asideNow(seat.aside)}</p>
          <Form action={putBackPlace({ id, table: table.id })} class="form-inline">
            <Button look="tertiary" label={words.putBackNamed(called)}>
              {words.putBack}
            </Button>
          </Form>
        </>
      )}
    </div>
  );
}

/** What another code means, before it is given. */
export function RenewPage(props: {
  readonly language: Language;
  readonly id: string;
  readonly code: string;
  /** Sheets on paper whose square code leads to the link. */
  readonly spares: number;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, id, code, spares, problems } = props;
  const words = doorsText(language);
  return (
    <>
      <p class="lead">
        {words.renewLead} <strong>{writeCode(code)}</strong>
      </p>
      <section class="stack">
        <Heading level={2}>{words.renewStopsTitle}</Heading>
        <ul>
          <li>{words.renewStops}</li>
          <li>{words.renewWall}</li>
          {spares > 0 && <li>{words.renewSpares(spares)}</li>}
          <li>{words.renewPlan}</li>
        </ul>
      </section>
      <section class="stack">
        <Heading level={2}>{words.renewStaysTitle}</Heading>
        <ul>
          <li>{words.renewTables}</li>
          <li>{words.renewLetters}</li>
          <li>{words.renewAnswers}</li>
        </ul>
      </section>
      <Form action={renewLinkPlace({ id })}>
        <ErrorSummary language={language} problems={problems} />
        <input type="hidden" name="seen" value={code} />
        <div class="actions">
          <Button>{words.renewNow}</Button>
          <LinkButton look="secondary" href={workshopPlace({ id })}>
            {words.back}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}

/** What meets whoever comes by a link that takes nothing. What they had written is kept, to be sent again. */
export function ShutPage(props: {
  readonly language: Language;
  readonly why: Shut;
  /** Where it was sent to, and what; null: they only looked. */
  readonly sent: { readonly to: string; readonly fields: readonly (readonly [string, string])[] } | null;
}): Html {
  const { language, why, sent } = props;
  const words = doorsText(language);
  if (why === 'renewed')
    return (
      <>
        <p class="lead">{words.shutRenewed}</p>
        <p>{words.shutRenewedTable}</p>
        <p>
          <LinkButton look="secondary" href={enterPlace({})}>
            {words.enter}
          </LinkButton>
        </p>
      </>
    );
  return (
    <>
      <p class="lead">{words.shutClosed}</p>
      <p>{words.shutClosedTable}</p>
      {sent && (
        <div role="alert">
          <Notice kind="warning">
            <p>{sent.fields.length > 0 ? words.notSent : words.notSentPicture}</p>
          </Notice>
        </div>
      )}
      {sent && sent.fields.length > 0 && (
        <Form action={sent.to}>
          {sent.fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <p>
            <Button>{words.again}</Button>
          </p>
        </Form>
      )}
    </>
  );
}
