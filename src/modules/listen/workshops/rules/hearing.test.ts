import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '../../../../kernel/id.ts';
import { whoHears } from './hearing.ts';
import type { Invitation } from './plan.ts';

const person = (id: string) => id as Id<'person'>;
const invitation = (personName: string, also: Partial<Invitation>): Invitation => ({
  ...{ id: personName as Invitation['id'], personName, email: null, phone: null, personId: null },
  ...{ organisationId: null, tableId: null, part: 'participant' as const, answer: null, came: null },
  ...also,
});
const names = (all: readonly { readonly personName: string }[]) => all.map(({ personName }) => personName);

test('everybody who was there and can be reached hears once, by whichever way they are known', () => {
  const heard = whoHears(
    [
      invitation('Bo', { email: 'bo@example.dk', answer: 'yes' }),
      invitation('Else', { email: 'bo@example.dk', answer: 'yes' }),
      invitation('Poul', { personId: person('poul'), came: true }),
      invitation('Poul igen', { personId: person('poul'), came: true }),
      invitation('Nanna', { personId: person('nanna') }),
    ],
    [person('poul'), person('nanna'), person('samira')],
    [
      { personName: 'Bo', email: 'BO@example.dk', phone: null },
      { personName: 'Samira', email: null, phone: '+4520304050' },
      { personName: 'Kim', email: 'kim@example.dk', phone: null },
      { personName: 'Kim igen', email: 'kim@example.dk', phone: null },
    ],
    new Map([[person('samira'), { email: null, phone: '+4520304050' }]]),
  );
  assert.deepEqual(names(heard.invited), ['Bo', 'Else', 'Poul']);
  assert.deepEqual(heard.guests, ['nanna', 'samira']);
  assert.deepEqual(names(heard.asked), ['Kim']);
});

test('who said no, or was noted as away, hears nothing by any way; who came all the same does', () => {
  const heard = whoHears(
    [
      invitation('Nej', { email: 'nej@example.dk', answer: 'no' }),
      invitation('Væk', { personId: person('away'), answer: 'yes', came: false }),
      invitation('Kom dog', { personId: person('came'), answer: 'no', came: true }),
    ],
    [person('away'), person('came')],
    [
      { personName: 'Nej', email: 'nej@example.dk', phone: null },
      { personName: 'Væk', email: 'vaek@example.dk', phone: null },
    ],
    new Map([[person('away'), { email: 'vaek@example.dk', phone: null }]]),
  );
  assert.deepEqual([names(heard.invited), heard.guests, heard.asked], [['Kom dog'], [], []]);
});
