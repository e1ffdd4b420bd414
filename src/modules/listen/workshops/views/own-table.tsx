import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { QrCode } from '../../../../ui/components/qr-code.tsx';
import { type Step, Steps } from '../../../../ui/components/steps.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { CodeEntry } from '../../../../ui/forms/code-entry.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { Quote } from '../rules/after.ts';
import { LONGEST_WORDS, type Said } from '../rules/checking.ts';
import type { Table } from '../rules/sheets.ts';
import { boxName, type Field, isBox, wordsName } from '../rules/template.ts';
import { writeCode } from '../rules/workshop.ts';
import { linkText } from '../text/link.ts';
import { wallText } from '../text/wall.ts';
import {
  linkPlace,
  linkTablePlace,
  tablePhotoPlace,
  tableQuotePlace,
  tableQuotesPlace,
  tableSheetPlace,
} from '../urls.ts';
import { SendPhoto } from './link.tsx';

/** Whose table it is: nobody's yet (a button), or theirs who have its code. */
export function BeginPage(props: {
  readonly language: Language;
  /** The workshop's. */
  readonly code: string;
  readonly number: number;
  readonly begun: boolean;
  /** By the link, without a sheet. */
  readonly byLink: boolean;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, code, number, begun, byLink, problems } = props;
  const words = linkText(language);
  const action = linkTablePlace({ code, number: String(number) });
  if (!begun)
    return (
      <>
        <p class="lead">{words.beginLead(number)}</p>
        <Form action={action}>
          <ErrorSummary language={language} problems={problems} />
          <p>
            <Button>{words.begin}</Button>
          </p>
        </Form>
      </>
    );
  return (
    <CodeEntry
      language={language}
      problems={problems}
      action={action}
      lead={byLink ? words.typeBegun(number) : words.typeLead(number)}
      label={words.tableCode}
      hint={words.typeWhere}
      size={12}
      button={words.enter}
    />
  );
}

export interface TableProps {
  readonly language: Language;
  /** The table's own, and the workshop's. */
  readonly code: string;
  readonly workshopCode: string;
  /** The whole address of this page. */
  readonly address: string;
  readonly table: Table;
  readonly lang: string;
  /** Answers are taken. */
  readonly open: boolean;
  readonly themes: readonly { readonly title: string; readonly answered: boolean }[];
  /** A quote waits for the table's yes or no; how many it has been asked about in all. */
  readonly asked: boolean;
  readonly quotes: number;
  readonly problems?: FormProblems | undefined;
}

/** A table's own page: its themes and which they have answered, its quotes, and the code for more telephones. */
export function TablePage(props: TableProps): Html {
  const { language, code, open, quotes, asked } = props;
  const words = linkText(language);
  return (
    <>
      <ErrorSummary language={language} problems={props.problems} />
      {!open && (
        <Notice>
          <p>{words.closed}</p>
        </Notice>
      )}
      {quotes > 0 && (
        <p>
          <LinkButton href={tableQuotesPlace({ code })} look={asked ? 'strong' : 'secondary'}>
            {words.ownQuotes}
          </LinkButton>
        </p>
      )}
      {open && <SendPhoto {...props} action={tablePhotoPlace({ code })} tableOptions={[]} />}
      {open && <Themes {...props} />}
      {open && <MoreTelephones {...props} />}
      <p>
        <a href={linkPlace({ code: props.workshopCode }, { bord: props.table.number })}>{words.toWorkshop}</a>
      </p>
    </>
  );
}

function Themes({ language, code, table, themes, lang }: TableProps): Html {
  const words = linkText(language);
  const next = themes.findIndex(({ answered }) => !answered);
  const steps = themes.map(({ title, answered }, page): Step => {
    return {
      label: <bdi lang={lang}>{title}</bdi>,
      href: tableSheetPlace({ code, page: String(page + 1) }),
      note: answered ? words.answered : words.notAnswered,
      state: answered ? 'done' : page === next ? 'now' : 'next',
    };
  });
  return (
    <section class="stack">
      <Heading level={2}>{words.tableHeading}</Heading>
      <p>{words.tableLead}</p>
      <Steps language={language} label={words.tableTitle(table.number)} steps={steps} />
    </section>
  );
}

function MoreTelephones({ language, code, address }: TableProps): Html {
  const words = linkText(language);
  const site = address.replace(/^https?:\/\//, '');
  return (
    <section class="stack">
      <Heading level={2}>{words.ownTitle}</Heading>
      <p>{words.ownWhy}</p>
      <QrCode content={address} alt={words.ownAlt(site)} />
      <p>
        {words.tableCode}: <strong>{writeCode(code)}</strong>
      </p>
    </section>
  );
}

export interface EntryProps {
  readonly language: Language;
  readonly code: string;
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
  const { language, code, page, problems } = props;
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
      <Form action={tableSheetPlace({ code, page: String(page) })} warnUnsaved>
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
  const alone = fields.filter(({ kind }) => kind === field.kind).length === 1;
  const called = field.kind === 'other' ? words.other(alone ? null : nth) : field.text || words.note;
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

/** A table's own words: may they be shown? */
export function TableQuotesPage(props: {
  readonly language: Language;
  readonly code: string;
  readonly quotes: readonly Quote[];
}): Html {
  const { language, code, quotes } = props;
  const words = wallText(language);
  if (quotes.length === 0) return <p>{words.quotesNone}</p>;
  return (
    <>
      <p class="lead">{words.quotesLead}</p>
      <ul class="quotes-asked">
        {quotes.map(({ id, quote, approved }) => (
          <li>
            <blockquote class="quote">
              <Words>{quote}</Words>
            </blockquote>
            {approved !== null && <p>{approved ? words.quoteIsYes : words.quoteIsNo}</p>}
            <Form action={tableQuotePlace({ code, quote: id })} class="actions" label={quote}>
              <Button
                look={approved ? 'tertiary' : 'secondary'}
                name="answer"
                value="yes"
                label={words.quoteYesNamed(quote)}
              >
                {words.quoteYes}
              </Button>
              <Button look="tertiary" name="answer" value="no" label={words.quoteNoNamed(quote)}>
                {words.quoteNo}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </>
  );
}
