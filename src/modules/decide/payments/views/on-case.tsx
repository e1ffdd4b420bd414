import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Heading } from '../../../../ui/components/heading.tsx';
import { listed } from '../rules/lists.ts';
import type { Payment } from '../rules/payment.ts';
import { paymentsText } from '../text/pages.ts';
import { PaymentTable } from './list.tsx';

/** On the case that the money was promised to: where its payments are. */
export function OnCase(props: { readonly language: Language; readonly payments: readonly Payment[] }): Html | null {
  const { language, payments } = props;
  const words = paymentsText(language);
  if (payments.length === 0) return null;
  return (
    <section class="stack">
      <Heading level={2}>{words.onCase}</Heading>
      <PaymentTable language={language} caption={words.onCase} payments={payments.map(listed)} withStatus />
    </section>
  );
}
