import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../kernel/day.ts';
import { formatDay } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Disclosure } from '../../../ui/components/disclosure.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import type { RecordEntry } from '../rules/record.ts';
import type { StatementKind } from '../rules/statements.ts';
import { officeText } from '../text/office.ts';
import { editStatementPlace, myDataPlace } from '../urls.ts';
import { Kept, Written } from './parts.tsx';

/** What stands: the house's own words, or the proposal. */
export interface Standing {
  readonly words: string;
  readonly contact: string;
  /** Null while the proposal stands. */
  readonly statedOn: Day | null;
  readonly version: number;
}

interface SaidProps {
  readonly language: Language;
  readonly said: Standing;
  /** Telephone, mail and address of the house, one line each: shown where no contact was written. */
  readonly house: readonly string[];
}

export function AccessibilityPage(props: SaidProps): Html {
  const words = officeText(props.language);
  return (
    <>
      {props.said.statedOn === null && <Notice kind="warning">{<p>{words.draft}</p>}</Notice>}
      <Written words={props.said.words} />
      <Contact {...props} />
      <Updated {...props} />
    </>
  );
}

/** The house's own words, and under them what the program knows that it keeps. */
export function PrivacyPage(
  props: SaidProps & {
    readonly record: readonly RecordEntry[];
    readonly kept: (entry: RecordEntry) => readonly { readonly what: string; readonly how: string }[];
  },
): Html {
  const { language, record } = props;
  const words = officeText(language);
  return (
    <>
      <Written words={props.said.words} />
      <Heading level={2}>{words.rights}</Heading>
      <ul>
        {words.rightsText.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p>
        <a href={myDataPlace({})}>{words.rightsLink}</a>
      </p>
      <p>{words.rightsPaper}</p>
      <Contact {...props} />
      <Heading level={2}>{words.cookies}</Heading>
      <p>{words.cookiesText}</p>
      <Heading level={2}>{words.kept}</Heading>
      <p>{words.keptText}</p>
      {record
        .filter((entry) => entry.keeps.length > 0)
        .map((entry) => (
          <Disclosure summary={entry.activity.name[language]}>
            <p>
              {entry.activity.purpose[language]} {entry.activity.data[language]}. {words.recordBasis}:{' '}
              {entry.activity.basis[language]}.
            </p>
            <Kept lines={props.kept(entry)} />
          </Disclosure>
        ))}
      <Updated {...props} />
    </>
  );
}

function Contact({ language, said, house }: SaidProps): Html {
  const own = said.contact.split('\n').filter((line) => line.trim() !== '');
  const lines = own.length > 0 ? own : house;
  return (
    <>
      <Heading level={2}>{officeText(language).contactUs}</Heading>
      <ul class="plain-list">
        {lines.map((line) => (
          <li>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

function Updated({ language, said }: SaidProps): Html | null {
  return said.statedOn && <p class="quiet">{officeText(language).updated(formatDay(said.statedOn, language))}</p>;
}

export function EditStatementPage(props: {
  readonly language: Language;
  readonly kind: StatementKind;
  readonly said: Standing;
  readonly most: number;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, kind, said, problems } = props;
  const words = officeText(language);
  return (
    <>
      <p class="lead">{words.kindHints[kind]}</p>
      {said.statedOn === null && (
        <Notice>
          <p>{words.usual}</p>
        </Notice>
      )}
      <Form action={editStatementPlace({ kind })} warnUnsaved>
        <ErrorSummary language={language} problems={problems} />
        <input type="hidden" name="version" value={String(said.version)} />
        <TextArea
          language={language}
          name="words"
          label={words.words}
          hint={words.wordsHint}
          problems={problems}
          value={said.words}
          rows={18}
          maxlength={props.most}
          lix
        />
        <TextArea
          language={language}
          name="contact"
          label={words.contact}
          hint={words.contactHint}
          optional
          problems={problems}
          value={said.contact}
          rows={4}
        />
        <Button>{words.save}</Button>
      </Form>
    </>
  );
}
