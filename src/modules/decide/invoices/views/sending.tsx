import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Steps } from '../../../../ui/components/steps.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { FileField } from '../../../../ui/forms/file-field.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { InvoiceStatus } from '../rules/invoice.ts';
import { formText } from '../text/forms.ts';
import { sendPlace } from '../urls.ts';
import { ACCEPTED } from './typing.tsx';

export interface OurAddress {
  readonly name: string;
  readonly lines: readonly string[];
  readonly cvr: string | null;
  readonly glns: readonly string[];
  readonly mailAddress: string;
}

/** Where a supplier sends an invoice without an account. */
export function SendPage(props: {
  readonly language: Language;
  readonly us: OurAddress;
  readonly reference: string;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, us, problems } = props;
  const words = formText(language);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <p class="lead">{words.sendIntro(us.name)}</p>
      <Card colour="himmel">
        <Heading level={2}>{words.sendTo}</Heading>
        <p>
          <strong>{us.name}</strong>
          {us.lines.map((line) => (
            <>
              <br />
              {line}
            </>
          ))}
        </p>
        {us.cvr && (
          <p>
            {words.cvr} {us.cvr}
          </p>
        )}
        {us.glns.length > 0 && (
          <p>
            {words.gln} {us.glns.join(', ')}
          </p>
        )}
        {us.mailAddress && <p>{words.sendMail(us.mailAddress)}</p>}
      </Card>
      <Form action={sendPlace({})} files>
        <FileField
          language={language}
          name="file"
          label={words.file}
          hint={words.filesHint}
          accept={ACCEPTED}
          multiple
          problems={problems}
        />
        <TextField
          language={language}
          name="reference"
          label={words.sendReference}
          hint={words.sendReferenceHint}
          value={props.reference}
          size={14}
          optional
          problems={problems}
        />
        <TextField
          language={language}
          name="email"
          type="email"
          label={words.sendEmail}
          hint={words.sendEmailHint}
          autocomplete="email"
          optional
          problems={problems}
        />
        <TextArea language={language} name="words" label={words.sendWords} rows={3} optional problems={problems} />
        <Button>{words.send}</Button>
      </Form>
    </>
  );
}

/** The supplier's own view, by the link: how far it has come, and what can be seen at once. */
export function FollowPage(props: {
  readonly language: Language;
  readonly status: InvoiceStatus;
  readonly paid: boolean;
  /** What is wrong with the document itself, in words for the supplier; nothing about the case. */
  readonly wrong: readonly string[];
  /** What they marked it with, for the next try. */
  readonly reference: string | null;
}): Html {
  const { language, status, paid, wrong } = props;
  const words = formText(language);
  const back = status === 'returned' || status === 'rejected';
  const checked = status === 'accepted';
  return (
    <>
      {!back && (
        <Steps
          language={language}
          label={words.stepsLabel}
          steps={[
            { label: words.steps.came, state: 'done' },
            { label: words.steps.checked, state: checked ? 'done' : 'now' },
            { label: words.steps.paid, state: paid ? 'done' : checked ? 'now' : 'next' },
          ]}
        />
      )}
      {back && (
        <Notice kind="warning">
          <p>{status === 'returned' ? words.followReturned : words.followRejected}</p>
        </Notice>
      )}
      {wrong.length > 0 && !checked && (
        <Notice kind="warning" heading={words.followWrong}>
          <ul>
            {wrong.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
          <p>{words.followWrongText}</p>
        </Notice>
      )}
      {(back || wrong.length > 0) && !checked && (
        <p>
          <LinkButton href={sendPlace({}, props.reference ? { ref: props.reference } : {})} look="secondary">
            {words.followNew}
          </LinkButton>
        </p>
      )}
    </>
  );
}
