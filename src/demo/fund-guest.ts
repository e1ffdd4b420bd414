import { addDays } from '../kernel/day.ts';
import { kroner } from '../kernel/money.ts';
import { aPage, verbs } from '../modules/decide/fund/seed.ts';
import { must, type Scene } from './tell.ts';

/** Somebody without account applies to the municipality's fund, and follows it by the link in a mail. Nobody has looked at it yet. */
export function guestScenes(): readonly Scene[] {
  return [
    {
      ago: 2,
      by: null,
      async play(tx, stage) {
        const fund = stage.funds.get('kommunen');
        if (!fund) throw new Error('Cannot tell of the guest: there is no fund to apply to');
        const page = aPage(tx, {
          title: 'Fælles fuglekasser',
          applicantName: 'Rosa Lindskov',
          applicantEmail: 'rosa.lindskov@vesterby.test',
          purpose: 'Vi bygger fuglekasser en søndag, og børnene maler dem. De kommer op langs stien bag husene.',
          participants: 24,
          startsOn: addDays(tx.today, 50),
          endsOn: addDays(tx.today, 50),
          lines: [
            { what: 'Brædder og skruer', supplier: 'Byggemarkedet', amount: kroner(1_600) },
            { what: 'Maling', supplier: 'Farvehandlen', amount: kroner(400) },
          ],
          otherMoney: kroner(500),
          otherMoneyWords: 'Vi samler ind i opgangen.',
          whoBuys: 'Rosa og Ahmed',
          remains: 'To boremaskiner',
          remainsOwner: 'department',
          minors: true,
          grounds: ['smaller_group'],
          groundReason: 'Vi er en lille flok, der vil i gang.',
          departmentIds: [stage.department('rugmarken')],
        });
        must(await verbs.submit(tx, (await verbs.startApplication(tx, fund, page)).id), 'fuglekasser');
      },
    },
  ];
}
