import type { Html } from '#jsx/jsx-runtime';
import { danishAccount, writtenIban } from '../../../../engines/payment-file/accounts.ts';
import type { Language } from '../../../../kernel/language.ts';
import { writeSlip } from '../rules/accounts.ts';
import type { Place } from '../rules/payment.ts';
import { paymentsText } from '../text/pages.ts';

/** Where the money goes, as people compare it with paper. */
export function AccountText({ to, language }: { readonly to: Place; readonly language: Language }): Html {
  const words = paymentsText(language);
  if (to.kind === 'unknown') return <>{words.accountUnknown}</>;
  if (to.kind === 'slip') return <bdi>{writeSlip(to)}</bdi>;
  const danish = danishAccount(to.iban);
  return (
    <>
      {danish && (
        <>
          {words.regNo(danish.registration, danish.account)}
          <br />
        </>
      )}
      <bdi class="quiet">{writtenIban(to.iban)}</bdi>
    </>
  );
}
