import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button } from '../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { gatheringsText } from '../text/gatherings.ts';
import { invitationPlace } from '../urls.ts';

/** The card's code is typed, or is there already from the square code; pressing signs in, since looking must not. */
export function InvitationPage(props: {
  readonly language: Language;
  readonly code: string;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, problems } = props;
  const words = gatheringsText(language);
  return (
    <>
      <p class="lead">{words.invitationLead}</p>
      <Form action={invitationPlace({})}>
        <ErrorSummary language={language} problems={problems} />
        <TextField
          language={language}
          problems={problems}
          name="kode"
          label={words.invitationCode}
          value={props.code}
          autocomplete="off"
          size={14}
        />
        <p>
          <Button>{words.invitationEnter}</Button>
        </p>
      </Form>
    </>
  );
}
