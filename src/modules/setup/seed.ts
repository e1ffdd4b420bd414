import type { Id } from '../../kernel/id.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { aPerson } from '../housing/seed.ts';
import { beginSetup } from './commands/progress.ts';

/** A house on its first day: nobody but its first secretary. */
export async function firstDay(tx: TenantDb): Promise<Id<'person'>> {
  await beginSetup(tx);
  return aPerson(tx, { name: 'Karen Mose', email: 'karen@example.dk', roles: ['secretariat'] });
}

/**
 * What a housing system hands out on a Friday afternoon: Windows-1252, semicolons, two lines above the heading, columns that
 * hold two things, and every oddity that we have been told of. All of it is invented; 4999 is no Danish postcode.
 */
export function oddAddressFile(): Uint8Array {
  const rows = [
    'Lejemålsoversigt;;;;;;;;;',
    'Udskrevet 3.5.26 af KM;;;;;;;;;',
    ';;;;;;;;;',
    'Afd.nr;Afdeling;Lejemålsnr;Adresse;Postnr. og by;Boligtype;Areal;Ibrugtaget;Lejer;Status',
    '1;Rosenhaven;0101;Rosenvænget 12 B, st. tv;4999 Vesterby;Familie;78,5;1.2.24;Jensen, Åse;Udlejet',
    '1;Rosenhaven;0102;Rosenvænget 12B, st.th.;4999 Vesterby;Familiebolig;64;1.2.24;"Møller; Ib";Udlejet',
    '1;Rosenhaven;0103;Rosenvænget 12 B, 1. th.;4999  Vesterby;familie;64 m²;01-02-2024;;Ledig',
    '1;Rosenhaven;0104;Rosenvænget 12b, 1.sal tv;4999 Vesterby;Familie;1.064;2024-02-01;Navn beskyttet;Udlejet',
    '1;Rosenhaven;0104;Rosenvænget 12B, 1. tv;4999 Vesterby;Familie;64;1.2.24;Fraflyttet 1.4.26;Fraflyttet',
    '1;Rosenhaven;0105;c/o Holm, Rosenvænget 14, 2. mf;4999 Vesterby;Ældrebolig;52;1.2.24;Holm, Tove;Udlejet',
    '2;Sømarken;0201;Sømarken 1;4999 Vesterby;Ungdomsbolig;31;1.8.19;Nørgård, Bo;Udlejet',
    '2;Sømarken;0202;Sømarken 3;499 Vesterby;Familie;90;1.8.19;Østergaard, Liv;Udlejet',
    '2;Sømarken;0203;Sømarken 5;4999 Vesterby;Erhvervslejemål;140;1.8.19;Bageren ApS;Udlejet',
    '2;Sømarken;0204;;4999 Vesterby;Familie;90;1.8.19;;Ledig',
    '2;Sømarken;0205;Sømarken 7, kl;4999 Vesterby;Familie;45;31.2.24;Dam, Else;Udlejet',
    '2;Sømarken;0206;Sømarken 9;4999 Vesterby;;88;;;',
    ';;;;;;;;;',
    'I alt 12 lejemål;;;;;;1.706,5;;;',
    ';;;;;;;;;',
  ];
  return new Uint8Array(Buffer.from(`${rows.join('\r\n')}\r\n`, 'latin1'));
}

/** Homes in `oddAddressFile` that can come in, and rows that cannot. */
export const ODD_FILE = { homes: 7, refused: 6, departments: 2 } as const;

/** Colleagues and boards as somebody keeps them in a spreadsheet. */
export function oddPeopleFile(): Uint8Array {
  const rows = [
    'Navn;Rolle;Afdeling;E-mail;Mobil;Valgt til',
    'Else Dam;Formand for organisationsbestyrelsen;;else@example.dk;;31.5.28',
    'Jonas Krogh;Organisationsbestyrelsen;;jonas@example.dk;;31.5.28',
    'Tove Lund;OB;;;31 12 34 56;31-05-2028',
    'Lise Krogh;Økonomi;;lise@example.dk;;',
    'Ib Møller;Formand;Rosenhaven;ib@example.dk;;31.5.27',
    'Åse Jensen;Bestyrelsesmedlem;1;aase@example.dk;;31.5.27',
  ];
  return new Uint8Array(Buffer.from(`${rows.join('\r\n')}\r\n`, 'utf8'));
}
