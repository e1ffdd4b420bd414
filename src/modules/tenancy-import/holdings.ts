import { type Activity, holding, nobodys } from '../../platform/privacy/holdings.ts';

/** What the import of homes keeps: a whole file may hold more than the columns that are used. */
export const tenancyImportHoldings: Activity = {
  key: 'tenancy_import',
  name: { da: 'Hentning af lejemål', en: 'Import of homes' },
  purpose: {
    da: 'At boligerne her er de samme som i administrationssystemet.',
    en: 'That the homes here are those of the housing system.',
  },
  people: { da: 'Beboere, hvis filen nævner dem', en: 'Residents, if the file names them' },
  data: {
    da: 'Boligers adresser og numre, og den fil, de kom i',
    en: 'Addresses and numbers of homes, and the file they came in',
  },
  basis: {
    da: 'GDPR art. 6, stk. 1, litra c og e (almenboligloven)',
    en: 'GDPR art. 6(1)(c) and (e) (the Danish Act on Non-profit Housing)',
  },
  recipients: { da: 'Ingen', en: 'Nobody' },
  holdings: [
    holding('tenancy_import', {
      called: { da: 'Hentede filer', en: 'Imported files' },
      columns: { file_name: 'words', content: 'words', columns: 'plain', uploaded_by: 'actor' },
      erased: 'nobody',
      keeps: { after: 'uploaded_at', period: { setting: 'importDays' }, law: 'accountability', rows: 'goes' },
    }),
    nobodys(
      'tenancy_import_problem',
      { da: 'Linjer, der ikke kunne læses', en: 'Lines that could not be read' },
      { field: 'plain', value: 'words', problem: 'plain', department_number: 'plain', number: 'plain' },
    ),
    nobodys(
      'tenancy_import_made',
      { da: 'Hvad en fil oprettede', en: 'What a file made' },
      { kind: 'plain', row_id: 'plain' },
    ),
    nobodys(
      'tenancy_import_row',
      { da: 'Hentede linjer', en: 'Imported lines' },
      {
        department_number: 'plain',
        department_name: 'plain',
        municipality: 'plain',
        number: 'plain',
        street: 'plain',
        house_number: 'plain',
        floor: 'plain',
        door: 'plain',
        postcode: 'plain',
        city: 'plain',
        building_key: 'plain',
        address_key: 'plain',
        kind: 'plain',
        tenancy_id: 'plain',
        fate: 'plain',
      },
    ),
  ],
};
