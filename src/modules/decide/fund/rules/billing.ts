import type { Path } from '../../../../platform/web/path.ts';

/** How a supplier's invoice reaches the house. The invoices know it; the contents page passes it on. */
export interface Billing {
  /** Location numbers (EAN/GLN) for e-invoices; may be none. */
  readonly glns: readonly string[];
  /** Where suppliers mail invoices to; empty when they cannot. */
  readonly mail: string;
  /** A page where anybody can send one, with the reference written already. */
  sendPath(reference: string): Path;
}

/** Whom invoices are made out to, and how they are sent. */
export interface BillTo {
  readonly name: string;
  readonly cvr: string | null;
  readonly address: readonly string[];
  readonly glns: readonly string[];
  readonly mail: string;
  /** Absolute; null where invoices are not taken on the web. */
  readonly sendUrl: string | null;
}
