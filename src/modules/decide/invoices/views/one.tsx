import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Ore } from '../../../../kernel/money.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { DateText } from '../../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import type { May } from '../access.ts';
import type { Check } from '../rules/check.ts';
import type { History, InvoiceRow } from '../rules/invoice.ts';
import type { Promised, Suggestion } from '../rules/matching.ts';
import type { AcceptRefusal, Given } from '../rules/outcome.ts';
import { oneText } from '../text/one.ts';
import { pageText } from '../text/pages.ts';
import { correctPlace, invoicePlace, partPlace } from '../urls.ts';
import { FactsView, type FileShown, FileView } from './facts.tsx';
import { Matching, Rules } from './judging.tsx';
import { InvoiceTag } from './list.tsx';
import { HistoryView, OutcomeForms } from './outcome.tsx';

export interface OneProps {
  readonly language: Language;
  readonly invoice: InvoiceRow;
  readonly file: FileShown | null;
  readonly picture: FileShown | null;
  readonly may: May;
  readonly mayType: boolean;
  readonly commitment: Promised | null;
  readonly caseHref: string | null;
  readonly judged: {
    readonly commitment: Promised | null;
    readonly checks: readonly Check[];
    readonly answers: readonly Given[];
    /** What stands in the way of paying all of it, and of paying a part. */
    readonly full: AcceptRefusal | null;
    readonly part: AcceptRefusal | null;
    readonly pay: Ore;
  } | null;
  readonly suggestions: readonly Suggestion[];
  readonly history: readonly History[];
  /** Other bills of the same mail, where nothing could be read of this one. */
  readonly cameWith: readonly { readonly id: InvoiceRow['id']; readonly number: string }[];
  readonly paidOn: Day | null;
  readonly letter: { readonly to: string; readonly subject: string; readonly body: string };
  readonly names: ReadonlyMap<string, string>;
  readonly problems?: FormProblems | undefined;
}

/** One invoice: what it says beside the file, what it belongs to, whether it may be paid, and what shall happen. */
export function InvoiceView(props: OneProps): Html {
  const { language, invoice, may, mayType } = props;
  const words = oneText(language);
  const { facts } = invoice;
  return (
    <>
      <ErrorSummary language={language} problems={props.problems} />
      <p class="tags">
        <InvoiceTag language={language} status={invoice.status} />{' '}
        <span>
          <DateText day={invoice.on} language={language} />, {pageText(language).ways[invoice.way]}
        </span>
      </p>
      {!may.handle && <p class="quiet">{words.onlyReading}</p>}
      {invoice.senderEmail && (
        <p>
          {words.senderMail}: <bdi>{invoice.senderEmail}</bdi>
        </p>
      )}
      {invoice.senderWords && (
        <p class="prewrap">
          {words.senderWords}: <span lang="da">{invoice.senderWords}</span>
        </p>
      )}
      {props.cameWith.length > 0 && (
        <p>
          {words.cameWith}{' '}
          {props.cameWith.map((one, at) => (
            <>
              {at > 0 && ', '}
              <a href={invoicePlace({ id: one.id })}>{one.number || words.unnumbered}</a>
            </>
          ))}
          . {words.cameWithText}
        </p>
      )}
      <div class="invoice-beside">
        <div class="stack">
          {facts ? (
            <FactsView language={language} facts={facts} />
          ) : (
            <Notice kind="warning">
              <p>{words.nothingRead}</p>
            </Notice>
          )}
          {mayType && may.handle && (
            <p>
              <LinkButton href={correctPlace({ id: invoice.id })} look={facts ? 'secondary' : 'strong'}>
                {facts ? words.correct : words.typeIn}
              </LinkButton>
            </p>
          )}
        </div>
        <FileView
          language={language}
          file={props.file}
          picture={props.picture}
          format={invoice.format}
          part={may.handle && props.picture && invoice.result === null ? <OtherBill {...props} /> : null}
        />
      </div>
      <Matching {...props} />
      <Rules {...props} />
      <HistoryView {...props} />
      <OutcomeForms {...props} />
    </>
  );
}

/** Two files of one mail were taken for one bill, and somebody sees that they are two. */
function OtherBill({ language, invoice }: OneProps): Html {
  const words = oneText(language);
  return (
    <Disclosure summary={words.otherBill}>
      <Form action={partPlace({ id: invoice.id })}>
        <p>{words.otherBillText}</p>
        <Button look="secondary">{words.otherBillSend}</Button>
      </Form>
    </Disclosure>
  );
}
