import type { Child, Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { FEWEST } from '../../../../kernel/small-groups.ts';
import { Card } from '../../../../ui/components/card.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import type { Count } from '../rules/event.ts';
import { insideText } from '../text/inside.ts';

/** What was counted. People are told of from five. */
export function Result({ language, count }: { readonly language: Language; readonly count: Count }): Html {
  const words = insideText(language);
  const { adults, children, knownPeople, firstPeople } = count;
  const guarded = (value: number): Child => (value > 0 && value < FEWEST ? words.fewHidden : String(value));
  const rest = knownPeople - firstPeople;
  const firstShown = [firstPeople, rest].every((value) => value === 0 || value >= FEWEST);
  return (
    <Card as="section" colour="accent">
      <Heading level={2}>{words.result}</Heading>
      {adults === null ? (
        <p>{words.resultNotCounted}</p>
      ) : (
        <DescriptionList
          rows={[
            { term: words.resultPeople, content: words.party(adults, children ?? 0) || '0' },
            { term: words.resultAbsent, content: count.signUps > 0 ? guarded(count.absent) : null },
            {
              term: words.resultFirst,
              content:
                knownPeople === 0
                  ? null
                  : firstShown
                    ? words.resultFirstText(firstPeople, knownPeople)
                    : words.fewHidden,
            },
            { term: words.resultHomes, content: count.knownHomes > 0 ? guarded(count.knownHomes) : null },
          ]}
        />
      )}
    </Card>
  );
}
