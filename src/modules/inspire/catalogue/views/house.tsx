import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Card as Sheet } from '../../../../ui/components/card.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { NewerOlder } from '../../../../ui/components/wayfinding.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { AmountField, NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { Edition } from '../rules/edition.ts';
import type { DepartmentRules } from '../rules/taking.ts';
import { editingText } from '../text/editing.ts';
import { departmentRulesPlace, editionPlace, editionsPlace } from '../urls.ts';

/** The catalogue as it was on a day, for the strategy. */
export function EditionsPage(props: {
  readonly language: Language;
  readonly editions: readonly Edition[];
  readonly page: number;
  readonly more: boolean;
  readonly mayMake: boolean;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, editions, problems } = props;
  const labels = editingText(language);
  return (
    <>
      <p class="lead">{labels.editionsIntro}</p>
      {editions.length === 0 && <EmptyState title={labels.noEditions} />}
      <ul class="short-list">
        {editions.map((one) => (
          <li>
            <a href={editionPlace({ edition: one.id })}>
              {labels.editionRow(one.number, formatDay(one.on, language))} ({labels.openPdf})
            </a>
            <span class="quiet"> {labels.editionCards(one.cards)}</span>
          </li>
        ))}
      </ul>
      <NewerOlder
        language={language}
        page={props.page}
        more={props.more}
        href={(page) => editionsPlace({}, { side: page > 1 ? page : null })}
      />
      {props.mayMake && (
        <Form action={editionsPlace({})}>
          <ErrorSummary language={language} problems={problems} />
          <TextArea
            language={language}
            name="words"
            label={labels.foreword}
            hint={labels.forewordHint}
            rows={3}
            optional
            problems={problems}
          />
          <Button>{labels.makeEdition}</Button>
        </Form>
      )}
    </>
  );
}

export interface RulesProps {
  readonly language: Language;
  readonly departments: readonly {
    readonly id: string;
    readonly name: string;
    readonly rules: Omit<DepartmentRules, 'departmentId'>;
  }[];
  /** The form that came back. */
  readonly refused?: { readonly departmentId: string; readonly problems: FormProblems };
}

const FIELDS = ['boardAbove', 'proposalDays', 'words'];

/** What each department asks of those who begin something there. */
export function RulesPage({ language, departments, refused }: RulesProps): Html {
  const labels = editingText(language);
  const idOf = (id: string, field: string) => `${field}-${id}`;
  return (
    <>
      <p class="lead">{labels.rulesIntro}</p>
      <ErrorSummary
        language={language}
        problems={refused?.problems}
        ids={Object.fromEntries(FIELDS.map((field) => [field, idOf(refused?.departmentId ?? '', field)]))}
      />
      {departments.length === 0 && <p>{labels.noDepartments}</p>}
      {departments.map(({ id, name, rules }) => {
        const common = { language, problems: refused?.departmentId === id ? refused.problems : undefined };
        return (
          <Sheet as="section">
            <Heading level={2}>
              <bdi>{name}</bdi>
            </Heading>
            <Form action={departmentRulesPlace({ department: id })} label={name}>
              <AmountField
                {...common}
                name="boardAbove"
                id={idOf(id, 'boardAbove')}
                label={labels.boardAbove}
                hint={labels.boardAboveHint}
                optional
                value={
                  rules.boardAbove === null ? undefined : formatOre(rules.boardAbove, 'da').replace(/\s*kr\.$/, '')
                }
              />
              <NumberField
                {...common}
                name="proposalDays"
                id={idOf(id, 'proposalDays')}
                label={labels.proposalDays}
                value={rules.proposalDays}
              />
              <TextField
                {...common}
                name="words"
                id={idOf(id, 'words')}
                label={labels.rulesWords}
                hint={labels.rulesWordsHint}
                optional
                value={rules.words}
              />
              <Button look="secondary" label={`${labels.save}: ${name}`}>
                {labels.save}
              </Button>
            </Form>
          </Sheet>
        );
      })}
    </>
  );
}
