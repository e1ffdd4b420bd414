import type { Html } from '#jsx/jsx-runtime';
import { formatPhone } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { NewerOlder } from '../../../../ui/components/wayfinding.tsx';
import { DateText, Words } from '../../../../ui/components/written.tsx';
import { Checkboxes } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { PLEDGE_OUTCOMES, type Pledge, type Quote } from '../rules/after.ts';
import { onwardText } from '../text/onward.ts';
import { pledgeCardsText } from '../text/pledge-cards.ts';
import { wallText } from '../text/wall.ts';
import {
  ALL_SHOWN,
  answerQuotePlace,
  hidePledgePlace,
  pledgeCardsPdfPlace,
  pledgeCardsPlace,
  pledgePlace,
  pledgesPlace,
  putUpQuotesPlace,
} from '../urls.ts';

/** Words that may be shown when their tables say yes. A host with an account sees those of their own table alone. */
export function QuotesPage(props: {
  readonly language: Language;
  readonly id: string;
  readonly host: boolean;
  readonly quotes: readonly (Quote & { readonly table: string })[];
  /** Words that nobody has asked about. */
  readonly askable: readonly { readonly id: string; readonly words: string; readonly table: string }[];
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, id, host, quotes, askable, problems } = props;
  const words = onwardText(language);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <p class="lead">{host ? words.quotesLead : words.mineLead}</p>
      {quotes.length === 0 && <p>{host ? words.noQuotes : wallText(language).quotesNone}</p>}
      <ul class="quotes-asked">
        {quotes.map((quote) => (
          <li>
            <AskedQuote language={language} id={id} host={host} quote={quote} />
          </li>
        ))}
      </ul>
      {host && (
        <section class="stack">
          <Heading level={2}>{words.askMore}</Heading>
          {askable.length === 0 ? (
            <p>{quotes.length === 0 ? words.noneToAsk : words.allAsked}</p>
          ) : (
            <Form action={putUpQuotesPlace({ id })}>
              <Checkboxes
                language={language}
                problems={problems}
                name="words"
                label={words.askQuotes}
                options={askable.map((one) => ({ value: one.id, label: one.words, hint: one.table }))}
              />
              <p>
                <Button>{words.askQuotesButton}</Button>
              </p>
            </Form>
          )}
        </section>
      )}
    </>
  );
}

function AskedQuote(props: {
  readonly language: Language;
  readonly id: string;
  readonly host: boolean;
  readonly quote: Quote & { readonly table: string };
}): Html {
  const { language, id, host, quote } = props;
  const words = onwardText(language);
  const { approved } = quote;
  const [yes, no] = host ? [words.quoteYesFor, words.quoteNoFor] : [words.quoteYes, words.quoteNo];
  return (
    <>
      <blockquote class="quote">
        <Words>{quote.quote}</Words>
      </blockquote>
      {host && (
        <p class="quiet">
          <Words>{quote.table}</Words>
        </p>
      )}
      <p>
        <StatusTag state={approved === null ? 'waiting' : approved ? 'good' : 'stopped'}>
          {approved === null ? words.quoteWaiting : approved ? words.quoteSaidYes : words.quoteSaidNo}
        </StatusTag>
      </p>
      <Form
        action={answerQuotePlace({ id, quote: quote.id })}
        class="actions"
        label={words.quoteAnswerLabel(quote.quote)}
      >
        {approved !== true && (
          <Button look="secondary" name="answer" value="yes" label={`${yes}: ${quote.quote}`}>
            {yes}
          </Button>
        )}
        {approved !== false && (
          <Button look="tertiary" name="answer" value="no" label={`${no}: ${quote.quote}`}>
            {no}
          </Button>
        )}
        {host && (
          <Button look="tertiary" name="answer" value="remove" label={words.takeDownNamed(quote.quote)}>
            {words.takeDown}
          </Button>
        )}
      </Form>
    </>
  );
}

/** A first step, and the table whose card it stood on. */
export type PledgeShown = Pledge & { readonly table?: string | undefined };

/** First steps: what was said, by whom, and how it went. For staff. */
export function PledgesPage(props: {
  readonly language: Language;
  readonly id: string;
  readonly pledges: readonly PledgeShown[];
  readonly page: number;
  readonly more: boolean;
  /** The step whose answer came back. */
  readonly wrong: string | null;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, id, pledges, page, more, problems } = props;
  const words = onwardText(language);
  const cards = pledgeCardsText(language);
  return (
    <>
      <ErrorSummary
        language={language}
        problems={problems}
        ids={props.wrong ? { outcome: `udfald-${props.wrong}` } : {}}
      />
      <p class="lead">{words.pledgesLead}</p>
      <p class="actions">
        <LinkButton href={pledgeCardsPlace({ id })} look="secondary">
          {cards.enter}
        </LinkButton>
        <a href={pledgeCardsPdfPlace({ id })} download>
          {cards.print}
        </a>
      </p>
      {pledges.length === 0 && <p>{words.noPledges}</p>}
      <ul class="pledges">
        {pledges.map((pledge) => (
          <li>
            <OnePledge {...props} pledge={pledge} />
          </li>
        ))}
      </ul>
      <HidePage language={language} id={id} up={pledges.filter(({ hidden }) => !hidden)} />
      <NewerOlder language={language} page={page} more={more} href={(side) => pledgesPlace({ id }, { side })} />
    </>
  );
}

/** A few are hidden one by one. */
const MANY_STEPS = 5;

function HidePage(props: {
  readonly language: Language;
  readonly id: string;
  readonly up: readonly Pledge[];
}): Html | null {
  const { language, id, up } = props;
  if (up.length < MANY_STEPS) return null;
  const words = onwardText(language);
  return (
    <Form action={hidePledgePlace({ id, pledge: ALL_SHOWN })}>
      {up.map((pledge) => (
        <input type="hidden" name="skridt[]" value={pledge.id} />
      ))}
      <p class="actions">
        <Button look="tertiary">{words.hidePage}</Button>
        <span class="quiet">{words.hidePageWhy}</span>
      </p>
    </Form>
  );
}

function OnePledge(props: {
  readonly language: Language;
  readonly id: string;
  readonly pledge: PledgeShown;
  readonly wrong: string | null;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, id, pledge, wrong } = props;
  const words = onwardText(language);
  const outcomes = wallText(language).pledgeOutcomes;
  const problems = wrong === pledge.id ? props.problems : undefined;
  const reach = pledge.email ?? (pledge.phone ? formatPhone(pledge.phone) : null);
  return (
    <>
      <p>
        <strong>
          <Words>{pledge.words}</Words>
        </strong>
      </p>
      <p>
        <Words>{pledge.personName || words.nobody}</Words>
        {pledge.table && (
          <>
            , <Words>{pledge.table}</Words>
          </>
        )}
        {reach && (
          <>
            , <Words>{reach}</Words>
          </>
        )}
        .{' '}
        {pledge.reminded ? (
          pledge.outcome === null && <StatusTag state="waiting">{words.noAnswer}</StatusTag>
        ) : (
          <>
            {reach ? words.askedOn : words.askYourselvesOn} <DateText day={pledge.remindOn} language={language} />.
          </>
        )}
        {pledge.outcome && (
          <StatusTag state={pledge.outcome === 'done' ? 'good' : 'going'}>{outcomes[pledge.outcome]}</StatusTag>
        )}
      </p>
      {pledge.outcomeWords && (
        <p class="prewrap">
          <Words>{pledge.outcomeWords}</Words>
        </p>
      )}
      <Form action={pledgePlace({ id, pledge: pledge.id })} class="form form-beside" label={pledge.words}>
        <Select
          language={language}
          problems={problems}
          name="outcome"
          id={`udfald-${pledge.id}`}
          label={words.went}
          value={pledge.outcome ?? undefined}
          options={PLEDGE_OUTCOMES.map((value) => ({ value, label: outcomes[value] }))}
        />
        <div class="actions">
          <Button look="secondary" label={words.saveOutcomeNamed(pledge.words)}>
            {words.saveOutcome}
          </Button>
          {pledge.hidden ? (
            <span class="quiet">{words.hidden}</span>
          ) : (
            <Button
              look="tertiary"
              formaction={hidePledgePlace({ id, pledge: pledge.id })}
              label={words.hideNamed(pledge.words)}
            >
              {words.hide}
            </Button>
          )}
        </div>
      </Form>
    </>
  );
}
