import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { type Check, type Severity, toldOf } from '../rules/check.ts';
import type { Promised, Suggestion } from '../rules/matching.ts';
import { checkText } from '../text/checks.ts';
import { oneText } from '../text/one.ts';
import { answerPlace, matchPlace } from '../urls.ts';
import type { OneProps } from './one.tsx';

const LOOKS = {
  stop: 'stopped',
  limit: 'waiting',
  answer: 'waiting',
  look: 'resting',
  fine: 'good',
} as const satisfies Record<Severity, string>;

/** Every rule with what was found, worst first where it needs somebody; the rest is there to be opened. */
export function Rules(props: OneProps): Html | null {
  const { language, judged } = props;
  // Once it is decided, its own money has been set aside: what was found then stands in its history.
  if (!judged || props.invoice.result !== null) return null;
  const words = oneText(language);
  const open = judged.checks.filter(({ severity }) => severity !== 'fine');
  const fine = judged.checks.filter(({ severity }) => severity === 'fine');
  const { faults } = props.invoice.facts ?? { faults: [] };
  return (
    <section class="stack">
      <Heading level={2}>{words.rules}</Heading>
      {open.length === 0 && <p>{words.allFine}</p>}
      <ul class="checklist">
        {open.map((check) => (
          <li>
            <CheckLine {...props} check={check} />
          </li>
        ))}
      </ul>
      {faults.length > 0 && (
        <Disclosure summary={words.faults}>
          <ul>
            {faults.map((fault) => (
              <li>
                {fault.message[language]} <span class="quiet">({fault.code})</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {fine.length > 0 && (
        <Disclosure summary={`${checkText(language).severities.fine} (${fine.length})`}>
          <ul class="checklist">
            {fine.map((check) => (
              <li>
                <CheckLine {...props} check={check} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

function CheckLine(props: OneProps & { readonly check: Check }): Html {
  const { language, check, judged, may, invoice } = props;
  const words = oneText(language);
  const text = checkText(language);
  const sentence = text.sentences[check.code];
  const answers = (judged?.answers ?? []).filter((one) => one.rule === check.rule && one.code === check.code);
  return (
    <>
      <p>
        <StatusTag state={LOOKS[check.severity]}>{text.severities[check.severity]}</StatusTag>{' '}
        <strong>{text.rules[check.rule]}.</strong>{' '}
        {typeof sentence === 'function' ? sentence(toldOf(check, language)) : sentence}
      </p>
      {answers.map((one) => (
        <p class="check-answer">
          {words.answeredBy(props.names.get(one.by) ?? '', formatDay(one.on, language))}{' '}
          <span lang="da">{one.words || words.secondPerson}</span>
        </p>
      ))}
      {check.severity === 'answer' && may.handle && invoice.result === null && (
        <Form action={answerPlace({ id: invoice.id })}>
          <input type="hidden" name="rule" value={check.rule} />
          <input type="hidden" name="code" value={check.code} />
          <TextArea
            language={language}
            id={`answer-${check.rule}`}
            name="words"
            label={words.answerLabel}
            hint={words.answerHint}
            rows={2}
          />
          <Button look="secondary">{words.answerSend}</Button>
        </Form>
      )}
    </>
  );
}

/** What it belongs to and why; and what it could belong to instead. */
export function Matching(props: OneProps): Html {
  const { language, invoice, judged, may, suggestions, names } = props;
  const words = oneText(language);
  const reasons: Readonly<Record<string, string>> = checkText(language).reasons;
  const commitment = judged?.commitment ?? props.commitment;
  const others = suggestions.filter((one) => one.commitment.applicationId !== invoice.applicationId).slice(0, 5);
  return (
    <section class="stack">
      <Heading level={2}>{words.match}</Heading>
      {!commitment && <p>{words.noMatch}</p>}
      {commitment && (
        <Card colour="accent">
          <p>
            <Named href={props.caseHref} commitment={commitment} />,{' '}
            {words.left(formatOre(commitment.remaining, language))}
          </p>
          <p>{invoice.chosenBy ? words.matchedBy(names.get(invoice.chosenBy) ?? '') : words.matchedAuto}</p>
          {invoice.reasons.length > 0 && (
            <ul>
              {invoice.reasons.map((reason) => (
                <li>{reasons[reason]}</li>
              ))}
            </ul>
          )}
        </Card>
      )}
      {may.handle && invoice.result === null && (
        <Disclosure summary={commitment ? words.otherMatches : words.chooseMatch} open={!commitment}>
          {others.map((one) => (
            <Other {...props} suggestion={one} />
          ))}
          <Form action={matchPlace({ id: invoice.id })}>
            <TextField
              language={language}
              id="match-reference"
              name="reference"
              label={words.byReference}
              hint={words.byReferenceHint}
              problems={props.problems}
              size={12}
            />
            <Button look="secondary">{words.chooseReference}</Button>
          </Form>
          {commitment && (
            <Form action={matchPlace({ id: invoice.id })}>
              <Button look="tertiary" name="none" value="ja">
                {words.belongsNowhere}
              </Button>
            </Form>
          )}
        </Disclosure>
      )}
    </section>
  );
}

/** A way to the case for those who may see it. */
function Named(props: { readonly href: string | null; readonly commitment: Promised }): Html {
  const name = (
    <>
      {props.commitment.reference} <span lang="da">{props.commitment.title}</span>
    </>
  );
  return props.href ? <a href={props.href}>{name}</a> : <strong>{name}</strong>;
}

function Other(props: OneProps & { readonly suggestion: Suggestion }): Html {
  const { language, invoice, suggestion } = props;
  const words = oneText(language);
  const { reasons } = checkText(language);
  const { commitment } = suggestion;
  return (
    <Card as="article">
      <p>
        <strong>
          {commitment.reference} <span lang="da">{commitment.title}</span>
        </strong>
        , {words.left(formatOre(commitment.remaining, language))}. {words.score(suggestion.score)}.
      </p>
      <ul>
        {suggestion.reasons.map((reason) => (
          <li>{reasons[reason]}</li>
        ))}
      </ul>
      <Form action={matchPlace({ id: invoice.id })}>
        <Button
          look="secondary"
          name="application"
          value={commitment.applicationId}
          label={`${words.choose}: ${commitment.reference}`}
        >
          {words.choose}
        </Button>
      </Form>
    </Card>
  );
}
