import { dayOf } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Id } from '../../../../kernel/id.ts';
import { newRoleAt } from '../rules/approving.ts';
import { paymentsText } from '../text/pages.ts';
import type { PaymentProps } from './payment.tsx';

/** "Rollen er givet af Karen 2. maj": under the yes of whoever got the role shortly before; null for all others. */
export function newRoleText(
  approval: { readonly by: Id<'person'>; readonly at: Date },
  { language, names, newRoles, lookBack }: Pick<PaymentProps, 'language' | 'names' | 'newRoles' | 'lookBack'>,
): string | null {
  const given = newRoleAt(approval, newRoles, lookBack);
  const by = given?.by ? (names.get(given.by) ?? null) : null;
  return given && paymentsText(language).newRole(by, formatDay(dayOf(given.at), language));
}
