import type { Html } from '#jsx/jsx-runtime';
import { Button } from '../../../../ui/components/button.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { AmountField } from '../../../../ui/forms/number-field.tsx';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { commitmentOf } from '../rules/application.ts';
import { moneyOf } from '../rules/money.ts';
import type { Status } from '../rules/status.ts';
import { handlingText } from '../text/handling.ts';
import { cancelPlace, closePlace, lapsePlace, releasePlace, takeOverPlace } from '../urls.ts';
import type { AtWork } from './case-work.tsx';
import { problemsAt } from './refused.ts';

const OVER: readonly Status[] = ['refused', 'withdrawn', 'cancelled', 'lapsed', 'completed', 'draft'];

/** When something changes: a part comes free, it is called off, lapses, is closed, or somebody else carries it on. */
export function CaseAfter(props: AtWork): Html | null {
  const { language, application, status, work } = props;
  const words = handlingText(language);
  const commitment = commitmentOf(application);
  const money = moneyOf(application);
  const live = !OVER.includes(status);
  // Once it is held, its end with release and closing is told below: how it went, what is left, and nothing twice.
  const held = application.startsOn !== null && application.startsOn <= work.today;
  const ends = live && commitment !== null && held;
  const mayRelease = commitment !== null && money.remaining > 0 && !ends;
  const mayClose = live && commitment !== null && !ends && !application.claims.some((claim) => claim.open);
  const goesOn = live && status !== 'settled';
  if (!mayRelease && !mayClose && !goesOn) return null;
  const unused = money.paid === 0 && money.claimed === 0;
  return (
    <section class="stack">
      <Heading level={2}>{words.after}</Heading>
      {mayRelease && <Release {...props} />}
      {goesOn && commitment && <Cancel {...props} />}
      {live && commitment?.expiresOn && commitment.expiresOn < work.today && unused && <Lapse {...props} />}
      {mayClose && <Close {...props} />}
      {goesOn && <TakeOver {...props} />}
    </section>
  );
}

function Release(props: AtWork): Html {
  const { language, application } = props;
  const words = handlingText(language);
  const problems = problemsAt(props, releasePlace({ id: application.id }));
  return (
    <Disclosure summary={words.release} open={problems !== undefined}>
      <Form action={releasePlace({ id: application.id })}>
        <AmountField
          language={language}
          id="release-amount"
          name="amount"
          label={words.releaseAmount}
          problems={problems}
        />
        <TextArea
          language={language}
          id="release-words"
          name="words"
          label={words.releaseWhy}
          rows={2}
          optional
          problems={problems}
        />
        <Button look="secondary">{words.release}</Button>
      </Form>
    </Disclosure>
  );
}

function Cancel(props: AtWork): Html {
  const { language, application } = props;
  const words = handlingText(language);
  const problems = problemsAt(props, cancelPlace({ id: application.id }));
  return (
    <Disclosure summary={words.cancel} open={problems !== undefined}>
      <Form action={cancelPlace({ id: application.id })}>
        <TextArea
          language={language}
          id="cancel-words"
          name="words"
          label={words.cancelWhy}
          rows={2}
          optional
          problems={problems}
        />
        <AmountField
          language={language}
          name="keep"
          label={words.cancelKeep}
          hint={words.cancelKeepHint}
          optional
          problems={problems}
        />
        <Button look="danger">{words.cancelSend}</Button>
      </Form>
    </Disclosure>
  );
}

function Lapse({ language, application }: AtWork): Html {
  const words = handlingText(language);
  return (
    <Disclosure summary={words.lapse}>
      <Form action={lapsePlace({ id: application.id })}>
        <TextArea language={language} id="lapse-words" name="words" label={words.releaseWhy} rows={2} optional />
        <Button look="danger">{words.lapseSend}</Button>
      </Form>
    </Disclosure>
  );
}

function Close({ language, application }: AtWork): Html {
  const words = handlingText(language);
  return (
    <Disclosure summary={words.close}>
      <Form action={closePlace({ id: application.id })}>
        <p>{words.closeHint}</p>
        <Button look="secondary">{words.close}</Button>
      </Form>
    </Disclosure>
  );
}

function TakeOver(props: AtWork): Html {
  const { language, application, work } = props;
  const words = handlingText(language);
  const problems = problemsAt(props, takeOverPlace({ id: application.id }));
  return (
    <Disclosure summary={words.takeOver} open={problems !== undefined}>
      <Form action={takeOverPlace({ id: application.id })}>
        {work.heirs.length > 0 && (
          <Select
            language={language}
            name="person"
            label={words.takeOverWho}
            optional
            empty=""
            options={work.heirs.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextField language={language} name="contact" label={words.takeOverContact} optional problems={problems} />
        <TextArea
          language={language}
          id="take-over-words"
          name="words"
          label={words.takeOverWhy}
          rows={2}
          optional
          problems={problems}
        />
        <Button look="secondary">{words.takeOverSend}</Button>
      </Form>
    </Disclosure>
  );
}
