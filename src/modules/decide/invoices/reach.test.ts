import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner } from '../../../kernel/money.ts';
import { testApp } from '../../../testing/app.ts';
import { loadActor } from '../../housing/public.ts';
import { anOrganisation, aPerson } from '../../housing/seed.ts';
import { aFund, anApplication, answer } from '../fund/seed.ts';
import { anInvoice } from './seed.ts';

const { newHouse } = await testApp();

test('an officer of the municipality sees and chooses no case of the housing organisation', async () => {
  const house = await newHouse();
  const as = async <T>(id: Id<'person'>, work: Parameters<typeof house.tx<T>>[0]) =>
    house.as((await house.tx((tx) => loadActor(tx, id))) ?? assert.fail(), work);
  const { maja, inge, theirs, ours } = await house.tx(async (tx) => {
    const organisationId = await anOrganisation(tx);
    const roles = [{ role: 'municipal_officer' as const, organisationId }];
    return {
      maja: await aPerson(tx, { name: 'Maja Vest', email: 'maja@kommune.example', roles }),
      inge: await aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }),
      theirs: await aFund(tx, { organisationId, prefix: 'K', decidingRole: 'municipal_officer' }),
      ours: await aFund(tx),
    };
  });
  const promised = async (who: Id<'person'>, fundId: Id<'fund'>, title: string) => {
    const id = await house.tx((tx) => anApplication(tx, fundId, { title, applicantName: `${title} Holm` }));
    const decision = { result: 'commit', amount: kroner(4_000), terms: '', words: '' } as const;
    await as(who, (tx) => answer(tx, id, { key: 'x', startsIn: 40, departments: 1, page: {} as never, decision }, '1'));
    return id;
  };
  await promised(maja, theirs, 'Kommunens kor');
  const secret = await promised(inge, ours, 'Hemmelig suppe');
  const bill = await house.tx((tx) =>
    anInvoice(tx, {
      number: '1',
      issueDate: addDays('2026-05-03' as Day, 1),
      reference: 'K-0001',
      lines: [{ name: 'Noder', price: kroner(3_200) }],
    }),
  );
  const officer = await house.signedIn(maja);
  const page = await officer.get(`/fakturaer/${bill}`);
  assert.match(page.text, /Kommunens kor/);
  assert.doesNotMatch(page.text, /Hemmelig suppe/);
  const token = page.root.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? '';
  const moved = await officer.post(`/fakturaer/${bill}/tilsagn`, { _csrf: token, application: secret });
  assert.equal(moved.status, 422);
  assert.match(moved.text, /Kommunens kor/);
  assert.doesNotMatch(moved.text, /Hemmelig suppe/);
});
