import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { RULES } from '../rules/check.ts';
import type { History } from '../rules/invoice.ts';
import { checkText } from '../text/checks.ts';
import { oneText } from '../text/one.ts';
import { pageText } from '../text/pages.ts';
import { acceptPlace, letterPlace, rejectPlace, returnPlace, undoPlace } from '../urls.ts';
import type { OneProps } from './one.tsx';

/** Pay, pay a part, send back, reject; or take the answer back. */
export function OutcomeForms(props: OneProps): Html | null {
  const { language, invoice, may, judged, paidOn } = props;
  const words = oneText(language);
  if (!may.handle) return null;
  if (invoice.result) return paidOn ? null : <Undo {...props} />;
  return (
    <section class="stack">
      <Heading level={2}>{words.outcome}</Heading>
      {judged && <Pay {...props} judged={judged} />}
      <SendBack {...props} />
      <Disclosure summary={words.reject}>
        <Form action={rejectPlace({ id: invoice.id })}>
          <TextArea
            language={language}
            id="reject-words"
            name="words"
            label={words.rejectWords}
            hint={words.rejectHint}
            rows={2}
            problems={props.problems}
          />
          <Button look="danger">{words.rejectSend}</Button>
        </Form>
      </Disclosure>
    </section>
  );
}

function Pay(props: OneProps & { readonly judged: NonNullable<OneProps['judged']> }): Html {
  const { language, invoice, judged } = props;
  const words = oneText(language);
  const { full, part } = judged;
  const amount = formatOre(judged.pay, language);
  if (full !== null && part !== null) {
    return <p>{full === 'unanswered' || part === 'unanswered' ? words.mustAnswer : words.cannotPay}</p>;
  }
  const label = invoice.facts?.kind === 'creditNote' ? words.payCredit(amount) : words.pay(amount);
  return (
    <Form action={acceptPlace({ id: invoice.id })}>
      <TextArea
        language={language}
        id="pay-words"
        name="words"
        label={words.payWords}
        hint={full === null ? undefined : words.payPartHint}
        rows={2}
        optional
      />
      {full === null ? (
        <Button>{label}</Button>
      ) : (
        <Button name="part" value="ja">
          {words.payPart(amount)}
        </Button>
      )}
    </Form>
  );
}

function SendBack({ language, invoice, letter, problems }: OneProps): Html {
  const words = oneText(language);
  return (
    <Disclosure summary={words.sendBack} open={problems?.values.body !== undefined}>
      <Form action={returnPlace({ id: invoice.id })}>
        <TextField
          language={language}
          id="return-to"
          name="to"
          type="email"
          label={words.mailTo}
          hint={words.mailToHint}
          value={letter.to}
          optional
          problems={problems}
        />
        <TextField
          language={language}
          id="return-subject"
          name="subject"
          label={words.subject}
          value={letter.subject}
          problems={problems}
        />
        <TextArea
          language={language}
          id="return-body"
          name="body"
          label={words.letter}
          value={letter.body}
          rows={14}
          problems={problems}
        />
        <Button look="secondary">{words.sendLetter}</Button>
      </Form>
    </Disclosure>
  );
}

function Undo({ language, invoice, problems }: OneProps): Html {
  const words = oneText(language);
  return (
    <Disclosure summary={words.undo}>
      <Form action={undoPlace({ id: invoice.id })}>
        <TextArea
          language={language}
          id="undo-words"
          name="words"
          label={words.undoWords}
          hint={words.undoHint}
          rows={2}
          problems={problems}
        />
        <Button look="secondary">{words.undoSend}</Button>
      </Form>
    </Disclosure>
  );
}

/** Each answer that was given, also those that were taken back. */
export function HistoryView(props: OneProps): Html | null {
  const { language, history, paidOn } = props;
  const words = oneText(language);
  if (history.length === 0) return null;
  return (
    <section class="stack">
      <Heading level={2}>{words.history}</Heading>
      {history.map((one) => (
        <Event {...props} one={one} />
      ))}
      {props.invoice.result !== null && <Looked {...props} />}
      {paidOn && <p>{words.paidOn(formatDay(paidOn, language))}</p>}
    </section>
  );
}

function Event(props: OneProps & { readonly one: History }): Html {
  const { language, one, names, invoice } = props;
  const words = oneText(language);
  const { statuses } = pageText(language);
  const headline = one.pay === null ? statuses[one.result] : words.acceptedLine(formatOre(one.pay, language));
  return (
    <Card as="article" colour={one.undoneOn ? 'neutral' : one.result === 'accepted' ? 'accent' : 'sol'}>
      <Heading level={3}>{headline}</Heading>
      <p>{words.byOn(names.get(one.by) ?? '', formatDay(one.on, language))}</p>
      {one.part && <p>{words.partly}</p>}
      {one.words && (
        <p class="prewrap" lang="da">
          {one.words}
        </p>
      )}
      {one.letterId && one.address && <p>{sentSentence(one, words)}</p>}
      {one.letterId && (!one.address || one.failed) && (
        <p>
          <LinkButton href={letterPlace({ id: invoice.id, letter: one.letterId })} look="secondary">
            {words.printLetter}
          </LinkButton>
        </p>
      )}
      {one.undoneOn && (
        <p>
          <strong>{words.undone}.</strong>{' '}
          {words.byOn(names.get(one.undoneBy ?? '') ?? '', formatDay(one.undoneOn, language))}.{' '}
          <span lang="da">{one.undoneWords}</span>
        </p>
      )}
    </Card>
  );
}

/** What somebody looked into before it was decided, in their words. */
function Looked({ language, judged, invoice, names }: OneProps): Html | null {
  const words = oneText(language);
  const rules: Readonly<Record<string, string>> = checkText(language).rules;
  const answers = judged?.answers ?? [];
  const warned = RULES.filter((rule) => (invoice.warnings ?? []).some((code) => code.startsWith(rule)));
  if (answers.length === 0 && warned.length === 0) return null;
  return (
    <>
      {warned.length > 0 && <p>{words.lookedAt(warned.map((rule) => rules[rule] ?? rule).join(', '))}</p>}
      {answers.map((one) => (
        <p class="check-answer">
          <strong>{rules[one.rule]}.</strong> {words.answeredBy(names.get(one.by) ?? '', formatDay(one.on, language))}{' '}
          <span lang="da">{one.words || words.secondPerson}</span>
        </p>
      ))}
    </>
  );
}

function sentSentence({ address, sentAt, failed }: History, words: ReturnType<typeof oneText>): string {
  const to = address ?? '';
  if (failed) return words.mailFailed(to);
  return sentAt ? words.mailSent(to) : words.mailWaits(to);
}
