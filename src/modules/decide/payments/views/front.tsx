import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre, type Ore } from '../../../../kernel/money.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { OPEN_STATUSES } from '../rules/lists.ts';
import type { Status } from '../rules/payment.ts';
import { paymentsText } from '../text/pages.ts';
import { paymentsPlace } from '../urls.ts';

/** On finance's front page: how many payments wait where, each figure open to its rows. */
export function PaymentsCard(props: {
  readonly language: Language;
  readonly counts: Readonly<Partial<Record<Status, { readonly count: number; readonly sum: Ore }>>>;
}): Html {
  const { language, counts } = props;
  const words = paymentsText(language);
  const waiting = OPEN_STATUSES.filter((status) => counts[status]);
  return (
    <Card as="section" colour="himmel">
      <Heading level={2}>{words.title}</Heading>
      {waiting.length === 0 ? (
        <p>{words.allDone}</p>
      ) : (
        <ul>
          {waiting.map((status) => {
            const { count = 0, sum = 0 as Ore } = counts[status] ?? {};
            return (
              <li>
                <a href={paymentsPlace({}, { vis: status })}>{words.statuses[status]}</a>:{' '}
                {words.sumOf(count, formatOre(sum, language))}
              </li>
            );
          })}
        </ul>
      )}
      <p>
        <LinkButton href={paymentsPlace({})} look="secondary">
          {words.all}
        </LinkButton>
      </p>
    </Card>
  );
}
