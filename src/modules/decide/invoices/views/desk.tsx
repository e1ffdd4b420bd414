import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Amount, DateText } from '../../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { FileField } from '../../../../ui/forms/file-field.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { InvoiceCard } from '../rules/invoice.ts';
import { formText } from '../text/forms.ts';
import { oneText } from '../text/one.ts';
import { pageText } from '../text/pages.ts';
import { invoicePlace, newPlace, settingsPlace, typePlace } from '../urls.ts';
import { InvoiceTag } from './list.tsx';
import { ACCEPTED } from './typing.tsx';

interface Props {
  readonly language: Language;
  readonly problems?: FormProblems | undefined;
}

/** Staff put in what came in another way. */
export function AddPage({ language, problems }: Props): Html {
  const words = formText(language);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <p>{words.addIntro}</p>
      <Form action={newPlace({})} files>
        <FileField
          language={language}
          name="file"
          label={words.file}
          hint={words.filesHint}
          accept={ACCEPTED}
          multiple
          problems={problems}
        />
        <Button>{words.upload}</Button>
      </Form>
      <p>
        {words.noFile} <a href={typePlace({})}>{words.typeLink}</a>
      </p>
    </>
  );
}

/** What invoices may be made out to, beside the name and the company number of the organisation. */
export function SettingsPage(
  props: Props & {
    readonly us: string;
    readonly settings: {
      readonly glns: readonly string[];
      readonly otherNames: readonly string[];
      readonly mailAddress: string;
    };
  },
): Html {
  const { language, problems, settings } = props;
  const words = formText(language);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <p>{words.settingsIntro(props.us)}</p>
      <Form action={settingsPlace({})}>
        <TextArea
          language={language}
          name="glns"
          label={words.glns}
          hint={words.glnsHint}
          value={settings.glns.join('\n')}
          rows={3}
          optional
          problems={problems}
        />
        <TextArea
          language={language}
          name="otherNames"
          label={words.names}
          hint={words.namesHint}
          value={settings.otherNames.join('\n')}
          rows={3}
          optional
          problems={problems}
        />
        <TextField
          language={language}
          name="mailAddress"
          type="email"
          label={words.mail}
          hint={words.mailHint}
          value={settings.mailAddress}
          optional
          problems={problems}
        />
        <Button>{words.settingsSave}</Button>
      </Form>
    </>
  );
}

/** On a case of the fund: the bills that came, how each stands, and for the desk the way to it. */
export function OnCase(props: {
  readonly language: Language;
  readonly invoices: readonly InvoiceCard[];
  /** Reads the invoices themselves. */
  readonly links: boolean;
}): Html | null {
  const { language, invoices } = props;
  if (invoices.length === 0) return null;
  const words = pageText(language);
  return (
    <section class="stack">
      <Heading level={2}>{oneText(language).onCase}</Heading>
      <Table
        language={language}
        caption={oneText(language).onCase}
        captionHidden
        rows={invoices}
        columns={[
          {
            heading: words.supplier,
            names: true,
            cell: (one) => {
              const name = <bdi>{one.supplierName || words.unknownSupplier}</bdi>;
              return props.links ? <a href={invoicePlace({ id: one.id })}>{name}</a> : name;
            },
          },
          { heading: words.number, cell: (one) => <bdi>{one.number}</bdi> },
          { heading: words.came, cell: (one) => <DateText day={one.on} language={language} style="short" /> },
          { heading: words.status, cell: (one) => <InvoiceTag language={language} status={one.status} /> },
          {
            heading: words.amount,
            numeric: true,
            cell: (one) => {
              const amount = one.pay ?? one.amount;
              return amount === null ? '' : <Amount ore={amount} language={language} full />;
            },
          },
        ]}
      />
    </section>
  );
}
