import { formatPhone } from '../../kernel/format.ts';
import type { Brand } from './spec.ts';

/** What a house says of itself on paper. `phone` as it was typed. */
interface Sender {
  readonly streetLine: string;
  readonly postcode: string;
  readonly city: string;
  readonly phone: string;
  readonly email: string;
}

/** The organisation as its papers show it. `origin`: the absolute address of its front page. */
export function brandOf(
  tenant: { readonly name: string; readonly colour: string },
  sender: Sender | null,
  origin: string,
): Brand {
  const address = sender ? [sender.streetLine, `${sender.postcode} ${sender.city}`.trim()] : [];
  return {
    name: tenant.name,
    colour: tenant.colour,
    logo: null,
    address: address.filter((line) => line.trim() !== ''),
    telephone: sender?.phone ? formatPhone(sender.phone) : null,
    mail: sender?.email || null,
    web: origin.replace(/^https?:\/\//, ''),
  };
}
