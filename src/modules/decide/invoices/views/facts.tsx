import type { Html } from '#jsx/jsx-runtime';
import { formatDay, formatPeriod } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Amount } from '../../../../ui/components/written.tsx';
import type { Facts } from '../rules/facts.ts';
import type { InvoiceFormat } from '../rules/invoice.ts';
import { writePayment } from '../rules/outcome.ts';
import { oneText } from '../text/one.ts';

export interface FileShown {
  readonly name: string;
  readonly href: string;
  readonly look: 'picture' | 'pdf' | 'other';
}

/** The invoice as a person reads it, whatever it came as. */
export function FactsView(props: { readonly language: Language; readonly facts: Facts }): Html {
  const { language, facts } = props;
  const words = oneText(language);
  const { supplier, buyer, deliveryFrom, deliveryUntil, payment } = facts;
  return (
    <section class="stack">
      <Heading level={2}>{words.facts}</Heading>
      <DescriptionList
        rows={[
          { term: words.from, content: <Party {...supplier} gln={null} language={language} /> },
          { term: words.to, content: <Party {...buyer} language={language} /> },
          { term: words.issued, content: facts.issueDate && formatDay(facts.issueDate, language) },
          { term: words.due, content: facts.dueDate && formatDay(facts.dueDate, language) },
          {
            term: words.delivered,
            content: deliveryFrom && formatPeriod(deliveryFrom, deliveryUntil ?? deliveryFrom, language),
          },
          { term: words.reference, content: facts.reference },
          { term: words.order, content: facts.orderReference },
          { term: words.credits, content: facts.precedingInvoice },
          { term: words.outlayWhy, content: facts.outlay },
          {
            term: payment?.fik ? words.slip : payment?.account ? words.account : words.iban,
            content: payment && <bdi>{writePayment(payment)}</bdi>,
          },
          { term: words.note, content: facts.note && <span lang="da">{facts.note}</span> },
        ]}
      />
      {facts.lines.length > 0 && <Lines {...props} />}
      <DescriptionList
        rows={[
          { term: words.net, content: facts.net !== null && <Amount ore={facts.net} language={language} full /> },
          { term: words.vat, content: facts.vat !== null && <Amount ore={facts.vat} language={language} full /> },
          {
            term: words.payable,
            content: facts.payable !== null && (
              <strong>
                <Amount ore={facts.payable} language={language} full />
              </strong>
            ),
          },
        ]}
      />
    </section>
  );
}

function Party(props: {
  readonly language: Language;
  readonly name: string | null;
  readonly cvr: string | null;
  readonly gln: string | null;
}): Html | null {
  const words = oneText(props.language);
  const parts = [props.name, props.cvr && words.cvr(props.cvr), props.gln && words.gln(props.gln)].filter(Boolean);
  return parts.length > 0 ? <bdi>{parts.join(', ')}</bdi> : null;
}

function Lines({ language, facts }: { readonly language: Language; readonly facts: Facts }): Html {
  const words = oneText(language);
  const priced = facts.lines.some((line) => line.net !== null);
  return (
    <Table
      language={language}
      caption={words.lines}
      rows={facts.lines}
      columns={[
        { heading: words.what, names: true, cell: (line) => <span lang="da">{line.name}</span> },
        ...(priced
          ? [
              { heading: words.quantity, numeric: true, cell: (line: (typeof facts.lines)[number]) => line.quantity },
              {
                heading: words.net,
                numeric: true,
                cell: (line: (typeof facts.lines)[number]) =>
                  line.net === null ? '' : <Amount ore={line.net} language={language} full />,
              },
            ]
          : []),
      ]}
    />
  );
}

/** What came: the picture itself where a browser can show it, else the way to the file. A picture beside the data is first. */
export function FileView(props: {
  readonly language: Language;
  readonly file: FileShown | null;
  readonly picture: FileShown | null;
  readonly format: InvoiceFormat;
  /** To say that the picture shows another bill. */
  readonly part?: Html | null;
}): Html {
  const { language, file, picture } = props;
  const words = oneText(language);
  return (
    <Card as="section">
      <div class="stack">
        <Heading level={2}>{picture ? words.files : words.file}</Heading>
        {!file && <p>{words.noFile}</p>}
        {picture && <OneFile {...props} file={picture} open={words.openPicture} />}
        {file && <OneFile {...props} file={file} open={words.openFile} />}
        {props.part}
      </div>
    </Card>
  );
}

function OneFile(props: {
  readonly language: Language;
  readonly file: FileShown;
  readonly format: InvoiceFormat;
  readonly open: string;
}): Html {
  const { language, file } = props;
  const words = oneText(language);
  return (
    <>
      {file.look === 'picture' && (
        <a href={file.href}>
          <img class="invoice-picture" src={file.href} alt={words.pictureAlt} loading="lazy" />
        </a>
      )}
      {file.look === 'other' && props.format === 'picture' && <p>{words.heic}</p>}
      <p>
        <LinkButton href={file.href} look="secondary">
          {file.look === 'other' ? words.saveFile : props.open}
        </LinkButton>
      </p>
      <p class="quiet">
        <bdi>{file.name}</bdi>
      </p>
    </>
  );
}
