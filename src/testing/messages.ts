/**
 * Made-up turns and the jobs that carry messages about them, for tests of messages:
 *
 *     const { newTenant, work, ask, mailTo, newAddress } = await testMessages();
 */
import type { Day } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import { type News, openTurn, type Tongue, turnsJobs, turnsTurns } from '../modules/turns/public.ts';
import { path } from '../platform/web/path.ts';
import { type TestTenant, testDatabase } from './database.ts';
import { testPost } from './post.ts';

/** What the made-up turns are about. */
export const subject = { kind: 'ask', id: '1' };

/** `test.ask` waits for one person; holders of a role hear of `test.role` at once. */
const tongue: Tongue = {
  kinds: {
    ...turnsTurns,
    'test.ask': {
      sentence: () => 'Mette spørger, om du vil bære stole på lørdag.',
      action: () => 'Svar Mette',
      place: () => path('/spoergsmaal/1')({}),
    },
    'test.role': {
      sentence: () => 'Der er kommet en idé.',
      action: () => 'Læs idéen',
      place: () => path('/ideer/1')({}),
      instant: true,
    },
  },
  names: () => async () => new Map(),
};
export const NO_NEWS: News = { readers: async () => [], of: async () => [] };

export async function testMessages() {
  const { db, newTenant } = await testDatabase();
  const post = await testPost(db);
  return {
    db,
    newTenant,
    newAddress: post.newAddress,
    mailTo: post.to,
    /** Does all that is due at the house's clock. */
    work(house: TestTenant, given: { news?: News; sms?: boolean } = {}) {
      const { mail, sms } = post.ways;
      const ways = { mail, sms: given.sms === false ? null : sms };
      return post.work(house, turnsJobs({ tongue, news: given.news ?? NO_NEWS, ...ways }));
    },
    /** It is somebody's turn, with a day to answer by. */
    ask: (house: TestTenant, personId: Id<'person'>) =>
      house.tx((tx) => openTurn(tx, { kind: 'test.ask', subject, assignee: { personId }, due: '2026-05-08' as Day })),
    outgoing: (house: TestTenant) =>
      house.tx((tx) => tx.sql.selectFrom('outgoing').selectAll().orderBy('id').execute()),
  };
}
