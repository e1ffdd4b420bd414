import { type Facts, numberKey, supplierKey } from './facts.ts';
import type { InvoiceFormat } from './invoice.ts';
import { saidOn } from './picture-text.ts';

/** One file of those that came together, after somebody has looked into it. */
export interface Part {
  readonly name: string;
  readonly format: InvoiceFormat;
  readonly facts: Facts | null;
  /** What a PDF without data says; empty where nothing can be read of it. */
  readonly text: string;
}

/** One invoice: its file, and what shows the same bill to the eye. */
export interface Bill<One extends Part> {
  readonly file: One;
  readonly picture: One | null;
}

/**
 * Files that came together, as invoices. Many programs send a bill twice in one mail: as XML and as PDF. The PDF is the
 * picture when it holds the same bill, says its number and amount, bears the same name, bears the invoice's number, or when
 * there is nothing else that either could belong to; and never when what stands on it is another bill. Two that only look alike ("faktura 117.xml", "faktura 118.pdf") stay two: a bill too many is seen
 * and rejected, one too few is seen by nobody.
 */
export function billsOf<One extends Part>(parts: readonly One[]): Bill<One>[] {
  const pictureOf = new Map<One, One>();
  const free = (among: readonly One[]) =>
    among.filter((one) => !pictureOf.has(one) && ![...pictureOf.values()].includes(one));
  const data = parts.filter(isData);
  const pictures = parts.filter((one) => !isData(one));
  for (const belongs of [isSameBill, saysTheSame, hasSameName, bearsNumber]) {
    for (const one of free(data)) {
      const picture = free(pictures).find((other) => belongs(one, other));
      if (picture) pictureOf.set(one, picture);
    }
  }
  const [[last, ...moreData], [picture, ...morePictures]] = [free(data), free(pictures)];
  if (last && picture && moreData.length === 0 && morePictures.length === 0 && mayBelong(last, picture)) {
    pictureOf.set(last, picture);
  }
  const used = new Set(pictureOf.values());
  return parts.filter((one) => !used.has(one)).map((file) => ({ file, picture: pictureOf.get(file) ?? null }));
}

function isData({ format, facts }: Part): boolean {
  return facts !== null && format !== 'factur-x';
}

/** A PDF with data of its own: the same supplier, number and amount. */
function isSameBill({ facts: one }: Part, { facts: other }: Part): boolean {
  if (!one || !other) return false;
  return (
    one.kind === other.kind &&
    one.payable === other.payable &&
    numberKey(one.number) === numberKey(other.number) &&
    supplierKey(one.supplier) === supplierKey(other.supplier)
  );
}

function saysTheSame({ facts }: Part, other: Part): boolean {
  return facts !== null && other.facts === null && saidOn(other.text, facts) === 'same';
}

/** Nothing that stands on it says that it is another bill. */
function mayShow({ facts }: Part, other: Part): boolean {
  return facts !== null && other.facts === null && saidOn(other.text, facts) !== 'another';
}

function hasSameName(one: Part, other: Part): boolean {
  return mayShow(one, other) && stemOf(one) === stemOf(other);
}

const SHORTEST_NUMBER = 3;

/** "Faktura 2026-117.pdf" bears 2026117; "1170.pdf" does not bear 117. */
function bearsNumber(one: Part, other: Part): boolean {
  const number = numberKey(one.facts?.number ?? null);
  if (!mayShow(one, other) || number.length < SHORTEST_NUMBER) return false;
  return new RegExp(`(?<!\\d)0*${number}(?!\\d)`, 'u').test(stemOf(other).replace(/[^\p{L}\p{N}]/gu, ''));
}

/** Alone with each other in the mail: unless the picture has data of its own, or is its numbered neighbour. */
function mayBelong(one: Part, other: Part): boolean {
  const bare = (part: Part) => stemOf(part).replace(/\d+/g, '');
  return mayShow(one, other) && (bare(one) !== bare(other) || !/\d/.test(stemOf(other)));
}

function stemOf({ name }: Part): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\.[^.]*$/, '')
    .trim();
}
