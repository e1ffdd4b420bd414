import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { Pagination, TabsNav } from '../../../../ui/components/wayfinding.tsx';
import { Amount, DateText } from '../../../../ui/components/written.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { SearchBox } from '../../../../ui/forms/search-box.tsx';
import { INVOICES_A_PAGE, type InvoiceCard, type InvoiceStatus, SHELVES, type Shelf } from '../rules/invoice.ts';
import type { EmptyMail } from '../rules/mail.ts';
import { pageText } from '../text/pages.ts';
import { invoicePlace, invoicesPlace, newPlace, seenPlace, settingsPlace } from '../urls.ts';

export interface ListProps {
  readonly language: Language;
  readonly invoices: readonly InvoiceCard[];
  readonly total: number;
  readonly page: number;
  readonly shelf: Shelf;
  readonly search: string;
  readonly counts: Readonly<Record<Exclude<Shelf, 'all'>, number>>;
  readonly mails: readonly EmptyMail[];
  readonly may: { readonly add: boolean; readonly settings: boolean };
}

/** What suppliers have sent: what waits first. */
export function InvoicesPage(props: ListProps): Html {
  const { language, shelf, search, counts, may } = props;
  const words = pageText(language);
  return (
    <>
      {may.add && (
        <p class="actions">
          <LinkButton href={newPlace({})}>{words.add}</LinkButton>
          {may.settings && (
            <LinkButton href={settingsPlace({})} look="tertiary">
              {words.settings}
            </LinkButton>
          )}
        </p>
      )}
      <TabsNav
        label={words.shelvesLabel}
        tabs={SHELVES.map((one) => ({
          href: invoicesPlace({}, { vis: one === 'waiting' ? null : one }),
          label: words.shelves[one],
          current: one === shelf,
          ...(one === 'all' ? {} : { count: counts[one] }),
        }))}
      />
      <SearchBox language={language} action={invoicesPlace({}, { vis: 'all' })} value={search} label={words.search} />
      <Table
        language={language}
        caption={words.shelves[shelf]}
        captionHidden
        rows={props.invoices}
        empty={
          <EmptyState
            scene="seedling"
            title={search ? words.noneFound(search) : words.empty[shelf]}
            text={search ? undefined : words.emptyText}
          />
        }
        columns={[
          {
            heading: words.supplier,
            names: true,
            cell: (one) => (
              <a href={invoicePlace({ id: one.id })}>
                <bdi>{one.supplierName || words.unknownSupplier}</bdi>
              </a>
            ),
          },
          { heading: words.number, cell: (one) => <bdi>{one.number}</bdi> },
          { heading: words.project, cell: (one) => (one.title ? <span lang="da">{one.title}</span> : words.noProject) },
          { heading: words.came, cell: (one) => <DateText day={one.on} language={language} style="short" /> },
          { heading: words.status, cell: (one) => <InvoiceTag language={language} status={one.status} /> },
          {
            heading: words.amount,
            numeric: true,
            cell: (one) => (one.amount === null ? '' : <Amount ore={one.amount} language={language} full />),
          },
        ]}
      />
      <Pagination
        language={language}
        page={props.page}
        pages={Math.max(1, Math.ceil(props.total / INVOICES_A_PAGE))}
        href={(page) => invoicesPlace({}, { vis: shelf === 'waiting' ? null : shelf, q: search || null, side: page })}
      />
      {props.mails.length > 0 && <Mails {...props} />}
    </>
  );
}

function Mails({ language, mails, may }: ListProps): Html {
  const words = pageText(language);
  const refusals: Readonly<Record<string, string>> = words.mailRefused;
  return (
    <section class="stack">
      <Heading level={2}>{words.mails}</Heading>
      <p>{words.mailsText}</p>
      {mails.map((mail) => (
        <Card as="article">
          <Heading level={3}>{mail.subject || words.unknownSender}</Heading>
          <p>
            {mail.sender ?? words.unknownSender}, <DateText day={mail.on} language={language} />
          </p>
          {mail.words && <p class="prewrap">{mail.words}</p>}
          {mail.refusals.map((refusal) => (
            <p>{refusals[refusal] ?? words.mailRefused.kind_unknown}</p>
          ))}
          {may.add && (
            <Form action={seenPlace({ id: mail.id })}>
              <Button look="secondary" label={`${words.mailSeen}: ${mail.subject}`}>
                {words.mailSeen}
              </Button>
            </Form>
          )}
        </Card>
      ))}
    </section>
  );
}

const LOOKS = {
  untyped: 'waiting',
  waiting: 'waiting',
  accepted: 'good',
  returned: 'stopped',
  rejected: 'stopped',
} as const satisfies Record<InvoiceStatus, string>;

export function InvoiceTag(props: { readonly language: Language; readonly status: InvoiceStatus }): Html {
  return <StatusTag state={LOOKS[props.status]}>{pageText(props.language).statuses[props.status]}</StatusTag>;
}
