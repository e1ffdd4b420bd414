import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../kernel/language.ts';
import { LETTERS_PER_FILE, type LetterSpec } from '../../platform/documents/spec.ts';
import { Button, LinkButton } from '../../ui/components/button.tsx';
import { Card } from '../../ui/components/card.tsx';
import { Heading } from '../../ui/components/heading.tsx';
import { Notice } from '../../ui/components/notice.tsx';
import { Checkbox, Checkboxes, Radios } from '../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../ui/forms/error-summary.tsx';
import { Form } from '../../ui/forms/form.tsx';
import type { FormProblems } from '../../ui/forms/problems.ts';
import { Select } from '../../ui/forms/select.tsx';
import { TextArea } from '../../ui/forms/text-area.tsx';
import { TextField } from '../../ui/forms/text-field.tsx';
import { COLUMNS, PURPOSES } from './rules.ts';
import { text } from './text.ts';
import { lettersPlace, listPlace, printPlace } from './urls.ts';

export interface Choice {
  readonly id: string;
  readonly name: string;
}

interface Where {
  readonly language: Language;
  readonly departments: readonly Choice[];
  /** Stairwells of the one department in sight, "Kærhaven 1"; empty while several can be chosen. */
  readonly stairwells: readonly Choice[];
  readonly problems?: FormProblems | undefined;
}

export function PrintPage(props: Where & { readonly names: boolean; readonly notice: string | null }): Html {
  const { language, problems } = props;
  const words = text(language);
  return (
    <>
      <p>{words.intro}</p>
      {props.notice && <Notice kind="warning">{props.notice}</Notice>}
      <ErrorSummary language={language} problems={problems} />
      <Form action={listPlace({})} method="get">
        <WhereFields {...props} />
        {props.names && (
          <Checkboxes
            language={language}
            problems={problems}
            name="columns"
            label={words.columns}
            optional
            options={COLUMNS.map((value) => ({ value, label: words.columnNames[value] }))}
          />
        )}
        <TextField
          language={language}
          problems={problems}
          name="boxes"
          label={words.boxes}
          hint={words.boxesHint}
          optional
        />
        <Radios
          language={language}
          problems={problems}
          name="format"
          label={words.format}
          value="pdf"
          options={(['pdf', 'xlsx', 'csv'] as const).map((value) => ({ value, label: words.formats[value] }))}
        />
        <div class="actions">
          <Button>{words.print}</Button>
          {props.departments.length > 1 && (
            <Button look="secondary" formaction={printPlace({})}>
              {words.showStairwells}
            </Button>
          )}
        </div>
      </Form>
      {props.names && (
        <p>
          <LinkButton href={lettersPlace({})} look="secondary">
            {words.letters}
          </LinkButton>
        </p>
      )}
    </>
  );
}

function WhereFields(props: Where & { readonly names: boolean; readonly letters?: boolean }): Html {
  const { language, problems, departments, stairwells } = props;
  const words = text(language);
  const common = { language, problems };
  return (
    <>
      <Select
        {...common}
        name="department"
        label={words.department}
        hint={props.letters && departments.length > 1 ? words.stairwellLater : undefined}
        options={departments.map(({ id, name }) => ({ value: id, label: name }))}
        value={departments.length === 1 ? departments[0]?.id : undefined}
      />
      {stairwells.length > 0 && (
        <Select
          {...common}
          name="stairwell"
          label={words.stairwell}
          optional
          empty={words.allStairwells}
          options={stairwells.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Radios
        {...common}
        name="purpose"
        label={props.letters ? words.letterPurpose : words.purpose}
        value="post"
        options={PURPOSES.map((value) => ({
          value,
          label: (props.letters ? words.letterPurposes : words.purposes)[value],
          hint: words.purposeHints[value],
        }))}
      />
      {props.names && <Checkbox {...common} name="paperOnly" label={words.paperOnly} hint={words.paperOnlyHint} />}
    </>
  );
}

export function LettersPage(
  props: Where & { readonly signer: string; readonly first: LetterSpec | null; readonly count: number },
): Html {
  const { language, problems, first } = props;
  const words = text(language);
  const common = { language, problems };
  const wrong = problems !== undefined && problems.messages.length > 0;
  return (
    <>
      <p>{words.lettersIntro}</p>
      <Form action={lettersPlace({})} warnUnsaved>
        <ErrorSummary language={language} problems={problems} />
        <WhereFields {...props} names letters />
        <TextField {...common} name="subject" label={words.subject} maxlength={120} />
        <TextArea {...common} name="body" label={words.body} hint={words.bodyHint} rows={12} maxlength={6000} lix />
        <TextField {...common} name="signer" label={words.signer} optional value={props.signer} />
        {first && !wrong && <Preview language={language} letter={first} />}
        <div class="actions">
          <Button name="next" value="0" look={first ? 'secondary' : 'strong'}>
            {words.preview}
          </Button>
          {first && !wrong && <Downloads language={language} count={props.count} />}
        </div>
      </Form>
    </>
  );
}

/** One button for each file that the letters fill. */
function Downloads(props: { readonly language: Language; readonly count: number }): Html {
  const { count } = props;
  const words = text(props.language);
  const files = Math.ceil(count / LETTERS_PER_FILE);
  const last = (file: number) => Math.min(file * LETTERS_PER_FILE, count);
  return (
    <>
      {Array.from({ length: files }, (_, at) => at + 1).map((file) => (
        <Button name="next" value={String(file)}>
          {files === 1 ? words.download(count) : words.downloadPart((file - 1) * LETTERS_PER_FILE + 1, last(file))}
        </Button>
      ))}
      {files > 1 && <p class="quiet">{words.inParts(LETTERS_PER_FILE)}</p>}
    </>
  );
}

function Preview(props: { readonly language: Language; readonly letter: LetterSpec }): Html {
  const { letter } = props;
  return (
    <section aria-label={text(props.language).previewHeading}>
      <Heading level={2}>{text(props.language).previewHeading}</Heading>
      <Card>
        <address>
          {letter.recipient.map((line) => (
            <>
              {line}
              <br />
            </>
          ))}
        </address>
        <p>
          <strong>{letter.title}</strong>
        </p>
        {letter.body.map((block) => (block.kind === 'paragraph' ? <p>{block.text}</p> : null))}
        {letter.signatures.map((signature) => (
          <p>{signature.name}</p>
        ))}
      </Card>
    </section>
  );
}
