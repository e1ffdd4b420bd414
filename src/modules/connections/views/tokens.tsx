import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { AREAS } from '../../../platform/resources/resource.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Checkboxes, Radios } from '../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { NAME_LENGTH, REASON_LENGTH, TERMS } from '../rules/tokens.ts';
import { officeText } from '../text/office.ts';
import { doorsPlace, newTokenPlace } from '../urls.ts';

/** What a new key is to open, for how long, and why. */
export function NewTokenPage(props: {
  readonly language: Language;
  readonly problems?: FormProblems | undefined;
}): Html {
  const words = officeText(props.language);
  return (
    <>
      <ErrorSummary language={props.language} problems={props.problems} />
      <Form action={newTokenPlace({})} warnUnsaved>
        <TextField
          {...props}
          name="name"
          label={words.tokenName}
          hint={words.tokenNameHint}
          maxlength={NAME_LENGTH}
          autocomplete="off"
        />
        <Checkboxes
          {...props}
          name="areas"
          label={words.areas}
          options={AREAS.map((area) => ({ value: area, label: words.areaNames[area], hint: words.areaHints[area] }))}
        />
        <TextArea
          {...props}
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          rows={3}
          maxlength={REASON_LENGTH}
          optional
        />
        <Radios
          {...props}
          name="term"
          label={words.term}
          options={TERMS.map((term) => ({ value: String(term), label: words.terms[term] }))}
          value="365"
        />
        <Button>{words.makeToken}</Button>
      </Form>
    </>
  );
}

/** The only time that a key is shown. */
export function TokenMadePage(props: {
  readonly language: Language;
  readonly token: string;
  readonly example: string;
}): Html {
  const words = officeText(props.language);
  return (
    <>
      <Notice kind="warning">
        <p>{words.tokenOnce}</p>
      </Notice>
      <pre class="secret-shown">
        <code>{props.token}</code>
      </pre>
      <p>{words.tokenTry}</p>
      <pre class="secret-shown">
        <code>{`curl -H "Authorization: Bearer ${props.token}" ${props.example}`}</code>
      </pre>
      <p>
        <LinkButton href={doorsPlace({})}>{words.tokenBack}</LinkButton>
      </p>
    </>
  );
}
