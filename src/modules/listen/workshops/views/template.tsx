import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Checkbox } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Fieldset } from '../../../../ui/forms/fieldset.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { LONGEST_TITLE, MOST_THEMES, type ThemeWords, wordsOf } from '../rules/template.ts';
import type { Workshop } from '../rules/workshop.ts';
import { formWords } from '../text/forms.ts';
import { workshopsText } from '../text/workshops.ts';
import { templatePlace } from '../urls.ts';

export interface TemplateProps {
  readonly language: Language;
  readonly workshop: Workshop;
  /** The newest edition on paper; null when nothing is printed. */
  readonly frozen: number | null;
  /** Themes that the chosen paper cannot hold. */
  readonly tooMuch: readonly string[];
  readonly problems?: FormProblems | undefined;
}

const EMPTY: ThemeWords = { id: '', title: '', options: [], questions: [], other: 1, notes: 1 };

export function TemplatePage({ language, workshop, frozen, tooMuch, problems }: TemplateProps): Html {
  const words = formWords(language);
  const more = workshopsText(language);
  const { name, lang, themes } = wordsOf(workshop.template);
  const shown = themes.length < MOST_THEMES ? [...themes, EMPTY] : themes;
  const common = { language, problems };
  return (
    <>
      <p class="lead">{more.templateLead}</p>
      {frozen !== null && (
        <Notice>
          <p>{more.templateFrozen(frozen)}</p>
        </Notice>
      )}
      {tooMuch.length > 0 && (
        <Notice kind="warning">
          <p>{more.templateTooMuch(tooMuch.join(', '))}</p>
        </Notice>
      )}
      <Form action={templatePlace({ id: workshop.id })} warnUnsaved>
        <ErrorSummary language={language} problems={problems} />
        <TextField {...common} name="name" label={words.templateName} value={name} maxlength={LONGEST_TITLE} />
        <TextField {...common} name="lang" label={words.lang} hint={words.langHint} value={lang} size={6} />
        {shown.map((theme, at) => (
          <ThemeFields language={language} problems={problems} theme={theme} at={at} />
        ))}
        <input type="hidden" name="themes" value={String(shown.length)} />
        <input type="hidden" name="version" value={String(workshop.version)} />
        <p>
          <Button>{words.saveTemplate}</Button>
        </p>
      </Form>
    </>
  );
}

function ThemeFields(props: {
  readonly language: Language;
  readonly problems: FormProblems | undefined;
  readonly theme: ThemeWords;
  readonly at: number;
}): Html {
  const { language, problems, theme, at } = props;
  const words = formWords(language);
  const isNew = theme.id === '';
  const common = { language, problems, optional: isNew };
  const name = (part: string): string => `t${at}-${part}`;
  return (
    <Fieldset legend={isNew ? words.newTheme : words.theme(at + 1)} hint={isNew ? words.newThemeHint : undefined}>
      <input type="hidden" name={name('id')} value={theme.id} />
      <TextField
        {...common}
        name={name('title')}
        label={words.themeTitle}
        value={theme.title}
        maxlength={LONGEST_TITLE}
      />
      <TextArea
        {...common}
        name={name('options')}
        label={words.options}
        hint={words.optionsHint}
        value={theme.options.join('\n')}
        rows={Math.max(4, theme.options.length + 1)}
      />
      <TextArea
        {...common}
        name={name('questions')}
        label={words.questions}
        hint={words.optionsHint}
        value={theme.questions.join('\n')}
        rows={Math.max(2, theme.questions.length + 1)}
        optional
      />
      <NumberField {...common} name={name('other')} label={words.other} value={theme.other} />
      <NumberField {...common} name={name('notes')} label={words.notes} value={theme.notes} />
      {!isNew && <Checkbox language={language} problems={problems} name={name('gone')} label={words.gone} />}
    </Fieldset>
  );
}
