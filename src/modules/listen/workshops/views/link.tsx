import type { Child, Html } from '#jsx/jsx-runtime';
import { reasonText } from '../../../../engines/sheet/reading.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { CodeEntry } from '../../../../ui/forms/code-entry.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { FileField } from '../../../../ui/forms/file-field.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { type Option, Select } from '../../../../ui/forms/select.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import type { Table } from '../rules/sheets.ts';
import { MOST_INSIGHT } from '../rules/workshop.ts';
import { doorsText } from '../text/doors.ts';
import { formWords } from '../text/forms.ts';
import { linkText } from '../text/link.ts';
import { enterPlace, linkTablePlace, sayInsightPlace, sendPhotoPlace } from '../urls.ts';
import { PICTURE_TYPES } from './photos.tsx';

/** Where the code is typed by hand. */
export function EnterPage(props: { readonly language: Language; readonly problems?: FormProblems | undefined }): Html {
  const { language, problems } = props;
  const words = linkText(language);
  return (
    <CodeEntry
      language={language}
      problems={problems}
      action={enterPlace({})}
      lead={words.enterLead}
      label={words.code}
      size={12}
      button={words.enter}
    />
  );
}

export interface LinkProps {
  readonly language: Language;
  readonly code: string;
  readonly open: boolean;
  /** It takes nothing for now, by the link. */
  readonly closed: boolean;
  readonly tables: readonly Table[];
  readonly tableOptions: readonly Option[];
  /** The table whose square code was used. */
  readonly table: Table | null;
  readonly insights: readonly string[];
  /** What the wall and the chosen initiatives put here. */
  readonly more: Child;
  readonly problems?: FormProblems | undefined;
}

/** What those at the tables meet: a picture of the sheet, or answers on the telephone, and what they take home. */
export function LinkPage(props: LinkProps): Html {
  const { language, open } = props;
  const words = linkText(language);
  if (!open)
    return (
      <>
        <Notice>
          <p>{words.closed}</p>
        </Notice>
        {props.more}
      </>
    );
  if (props.closed)
    return (
      <>
        <Notice kind="warning">
          <p>{doorsText(language).shutClosed}</p>
        </Notice>
        <Tables {...props} tables={props.tables.filter(({ code }) => code !== null)} />
        {props.more}
      </>
    );
  return (
    <>
      <ErrorSummary language={language} problems={props.problems} />
      <p class="lead">{words.lead}</p>
      <SendPhoto {...props} action={sendPhotoPlace({ code: props.code })} />
      <Tables {...props} />
      {props.more}
      <SayInsight {...props} />
    </>
  );
}

/** What script says of a picture before it is sent; without script it is read here, and said then. */
export function cameraWords(language: Language): Readonly<Record<`data-${string}`, string>> {
  const words = linkText(language);
  const reasons = Object.entries(reasonText(language)).map(([reason, said]) => [`data-${reason}`, said]);
  return {
    'data-sheet-camera': '',
    'data-looking': words.looking,
    'data-seen': words.seenHere,
    ...Object.fromEntries(reasons),
  };
}

/** A picture of the sheet. On a table's own page nobody need say whose it is: there are no `tableOptions`. */
export function SendPhoto(
  props: Pick<LinkProps, 'language' | 'tableOptions' | 'table' | 'problems'> & { readonly action: Path },
): Html {
  const { language, action, tableOptions, table, problems } = props;
  const words = linkText(language);
  const fields = formWords(language);
  const common = { language, problems };
  return (
    <section class="stack" aria-labelledby="billede">
      <Heading level={2} id="billede">
        {words.photoHeading}
      </Heading>
      <p>{words.photoHow}</p>
      <Form action={action} files data={cameraWords(language)}>
        <FileField
          {...common}
          name="photos"
          label={words.take}
          hint={fields.photoHint}
          accept={PICTURE_TYPES}
          multiple
        />
        <div data-sheet-says aria-live="polite" />
        {tableOptions.length > 0 && (
          <Select
            {...common}
            name="table"
            label={fields.whose}
            empty={fields.whoseUnknown}
            value={table?.id}
            options={tableOptions}
            optional
          />
        )}
        <p>
          <Button>{fields.send}</Button>
        </p>
      </Form>
      <p class="field-help">{words.photoKept}</p>
    </section>
  );
}

function Tables({ language, code, tables, closed }: LinkProps): Html {
  const words = linkText(language);
  return (
    <section class="stack" aria-labelledby="svar">
      <Heading level={2} id="svar">
        {closed ? doorsText(language).byTableCode : words.tableHeading}
      </Heading>
      {tables.length === 0 ? (
        <p>{words.noTables}</p>
      ) : (
        <>
          <p>{words.tableWhy}</p>
          <ul class="workshop-numbers">
            {tables.map(({ number }) => (
              <li>
                <a class="ds-button" data-variant="secondary" href={linkTablePlace({ code, number: String(number) })}>
                  {words.tableTitle(number)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function SayInsight({ language, code, insights, problems }: LinkProps): Html {
  const words = linkText(language);
  const fields = formWords(language);
  return (
    <section class="stack">
      <Form action={sayInsightPlace({ code })}>
        <TextArea
          language={language}
          problems={problems}
          name="words"
          label={fields.insight}
          hint={fields.insightHint}
          maxlength={MOST_INSIGHT}
          rows={3}
        />
        <p>
          <Button look="secondary">{fields.sayInsight}</Button>
        </p>
      </Form>
      {insights.length > 0 && (
        <>
          <Heading level={2}>{words.insights}</Heading>
          <ul class="workshop-insights">
            {insights.map((said) => (
              <li>
                <Words>{said}</Words>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
