import { type Check, type CheckCode, found } from './check.ts';
import { type Facts, plain } from './facts.ts';

/** The organisation whose money it is, as an invoice may name it. */
export interface Us {
  readonly name: string;
  readonly cvr: string | null;
  readonly otherNames: readonly string[];
  readonly glns: readonly string[];
  readonly departments: readonly string[];
}

/** Somebody who may not send an invoice in this case. Protected people's names are compared too, and never shown. */
export interface Involved {
  readonly as: 'applicant' | 'co_applicant' | 'household' | 'decider';
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

const BOARD = /bestyrelse|beboerforening|beboerråd|klub(?:ben)?$/;

/** Is it made out to the organisation? The company number decides, then the electronic address, then the name. */
export function buyerCheck({ buyer }: Facts, us: Us): Check {
  const name = plain(buyer.name ?? '');
  const told = { name: buyer.name ?? buyer.cvr ?? buyer.gln ?? '' };
  const rule = 'buyer';
  if (!buyer.cvr && !buyer.gln && name === '') return found(rule, 'buyer_missing');
  if (buyer.cvr && us.cvr && buyer.cvr !== us.cvr) return found(rule, 'buyer_other_cvr', told);
  const ours = [us.name, ...us.otherNames].map(plain).filter(Boolean);
  const named = ours.some((one) => ` ${name} `.includes(` ${one} `));
  if (BOARD.test(name) && !ours.includes(name)) return found(rule, 'buyer_board', told);
  const sure = (buyer.cvr !== null && buyer.cvr === us.cvr) || (buyer.gln !== null && us.glns.includes(buyer.gln));
  if (sure) return named || name === '' ? found(rule, 'buyer_ok') : found(rule, 'buyer_name_differs', told);
  if (ours.includes(name)) return found(rule, 'buyer_ok');
  const department = us.departments.map(plain).some((one) => one !== '' && ` ${name} `.includes(` ${one} `));
  if (department || (named && /\bafd/.test(name))) return found(rule, 'buyer_department', told);
  return named ? found(rule, 'buyer_name_differs', told) : found(rule, 'buyer_other', told);
}

const AS = {
  applicant: 'issuer_applicant',
  co_applicant: 'issuer_co_applicant',
  household: 'issuer_household',
  decider: 'issuer_decider',
} as const satisfies Record<Involved['as'], CheckCode>;

/** Is the issuer a third party? Compared by number, name, mail and telephone; a name that holds another is asked about. */
export function issuerCheck({ supplier }: Facts, us: Us, involved: readonly Involved[]): Check {
  const name = plain(supplier.name ?? '');
  const rule = 'issuer';
  if (name === '' && !supplier.cvr) return found(rule, 'issuer_missing');
  if (supplier.cvr ? supplier.cvr === us.cvr : name === plain(us.name)) return found(rule, 'issuer_us');
  const same = involved.find(
    (one) =>
      (name !== '' && plain(one.name) === name) ||
      (supplier.email !== null && one.email?.toLowerCase() === supplier.email) ||
      (supplier.phone !== null && one.phone !== null && phoneKey(one.phone) === phoneKey(supplier.phone)),
  );
  if (same) return found(rule, AS[same.as], { name: supplier.name ?? '' });
  const alike = involved.some((one) => plain(one.name).includes(' ') && ` ${name} `.includes(` ${plain(one.name)} `));
  return alike ? found(rule, 'issuer_resembles', { name: supplier.name ?? '' }) : found(rule, 'issuer_ok');
}

/** The last eight digits: with or without +45. */
function phoneKey(phone: string): string {
  return phone.replace(/\D/g, '').slice(-8);
}
