import { randomUUID } from 'node:crypto';
import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button } from '../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { type FormProblems, typedValue } from '../../../ui/forms/problems.ts';
import { Select } from '../../../ui/forms/select.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { formWords } from '../text/forms.ts';
import { ideasText } from '../text/ideas.ts';
import { newIdeaPlace } from '../urls.ts';
import type { DepartmentNames } from './card.tsx';
import { OnBehalfFields } from './editing.tsx';

export interface IdeaFormProps {
  readonly language: Language;
  readonly departments: DepartmentNames;
  /** Chosen beforehand for somebody who lives there. */
  readonly departmentId?: string | null;
  /** Somebody signed in is answered by what we know of them. */
  readonly asksContact: boolean;
  readonly byStaff: boolean;
  readonly problems?: FormProblems | undefined;
}

export function NewIdeaPage(props: IdeaFormProps): Html {
  const { language, problems } = props;
  return (
    <>
      <p class="lead">{ideasText(language).intro}</p>
      <ErrorSummary language={language} problems={problems} />
      <IdeaForm {...props} />
    </>
  );
}

/** One text field, a way to be answered, and where one lives. Stands on its own page and on the front page. */
export function IdeaForm(props: IdeaFormProps): Html {
  const { language, problems } = props;
  const words = formWords(language);
  return (
    <Form action={newIdeaPlace({})} class="form idea-form">
      <TextArea
        language={language}
        name="said"
        label={words.said}
        hint={words.saidHint}
        rows={3}
        maxlength={2000}
        problems={problems}
      />
      {props.asksContact && !props.byStaff && (
        <TextField
          language={language}
          name="contact"
          label={words.contact}
          hint={words.contactHint}
          optional
          problems={problems}
        />
      )}
      {props.departments.size > 0 && (
        <Select
          language={language}
          name="department"
          label={words.department}
          hint={words.departmentHint}
          optional
          empty={words.anyDepartment}
          value={props.departmentId ?? undefined}
          options={[...props.departments].map(([value, label]) => ({ value, label }))}
          problems={problems}
        />
      )}
      <input type="hidden" name="once" value={typedValue(problems, 'once', undefined) || randomUUID()} />
      {props.byStaff && <OnBehalfFields language={language} problems={problems} />}
      <Button>{ideasText(language).send}</Button>
    </Form>
  );
}
