import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { type Step, Steps } from '../../../../ui/components/steps.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { LONGEST_WORDS, type Said } from '../rules/checking.ts';
import { boxName, type Field, isBox, wordsName } from '../rules/template.ts';
import { linkText } from '../text/link.ts';
import { linkSheetPlace } from '../urls.ts';

/** A table's themes, and which they have answered. */
export function TablePage(props: {
  readonly language: Language;
  readonly code: string;
  readonly number: number;
  readonly lang: string;
  readonly themes: readonly { readonly title: string; readonly answered: boolean }[];
}): Html {
  const { language, code, number, themes, lang } = props;
  const words = linkText(language);
  const next = themes.findIndex(({ answered }) => !answered);
  const steps = themes.map(({ title, answered }, page): Step => {
    return {
      label: <bdi lang={lang}>{title}</bdi>,
      href: linkSheetPlace({ code, number: String(number), page: String(page + 1) }),
      note: answered ? words.answered : words.notAnswered,
      state: answered ? 'done' : page === next ? 'now' : 'next',
    };
  });
  return (
    <>
      <p class="lead">{words.tableLead}</p>
      <Steps language={language} label={words.tableTitle(number)} steps={steps} />
    </>
  );
}

export interface EntryProps {
  readonly language: Language;
  readonly code: string;
  readonly number: number;
  /** From 1, as it stands in the address. */
  readonly page: number;
  readonly fields: readonly Field[];
  readonly lang: string;
  readonly known: readonly Said[];
  /** It can no longer be changed from here. */
  readonly confirmed: boolean;
  readonly problems?: FormProblems | undefined;
}

/** One theme on a telephone: V, X or nothing for each option, and one's own words. */
export function EntryPage(props: EntryProps): Html {
  const { language, code, number, page, problems } = props;
  const words = linkText(language);
  // What somebody typed meanwhile is kept on the page that says so.
  if (props.confirmed && !problems)
    return (
      <Notice>
        <p>{words.confirmedHere}</p>
      </Notice>
    );
  return (
    <>
      <p class="lead">{words.themeLead}</p>
      <Form action={linkSheetPlace({ code, number: String(number), page: String(page) })} warnUnsaved>
        <ErrorSummary language={language} problems={problems} />
        {props.fields.map((field, at) => (
          <Entry {...props} field={field} at={at} />
        ))}
        <p>
          <Button>{words.save}</Button>
        </p>
      </Form>
    </>
  );
}

function Entry(props: EntryProps & { readonly field: Field; readonly at: number }): Html {
  const { language, problems, field, fields, known, lang } = props;
  const words = linkText(language);
  const said = known.find((one) => one.field === field.id);
  const nth = fields.filter(({ kind }) => kind === field.kind).indexOf(field) + 1;
  const called = field.kind === 'other' ? words.other(nth) : field.text || words.note;
  const label = <bdi lang={field.text ? lang : undefined}>{called}</bdi>;
  const common = { language, problems };
  if (!isBox(field))
    return (
      <TextArea
        {...common}
        name={wordsName(field)}
        label={label}
        value={said?.words ?? ''}
        rows={3}
        maxlength={LONGEST_WORDS}
        optional
      />
    );
  return (
    <div class="entry">
      <Radios
        {...common}
        name={boxName(field)}
        label={label}
        value={said?.answer ?? 'empty'}
        options={(['V', 'X', 'empty'] as const).map((value) => ({ value, label: words.answers[value] }))}
      />
      {field.kind === 'other' && (
        <TextField
          {...common}
          name={wordsName(field)}
          label={words.otherWords}
          value={said?.words ?? ''}
          maxlength={LONGEST_WORDS}
          optional
        />
      )}
    </div>
  );
}
