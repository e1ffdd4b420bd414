import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import type { Path } from '../../../platform/web/path.ts';
import { Card, CardGrid } from '../../../ui/components/card.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { frontText } from '../text.ts';

/** What a drawer of the office holds: its name, what it is for, and where it leads. */
export type Drawer = keyof ReturnType<typeof frontText>['drawers'];

/** Everything that only the staff do, by what they come to do. */
export function OfficePage(props: {
  readonly language: Language;
  readonly shelves: readonly {
    readonly name: 'people' | 'paper' | 'house';
    readonly drawers: readonly [Drawer, Path][];
  }[];
}): Html {
  const words = frontText(props.language);
  return (
    <div class="stack">
      {props.shelves.map((shelf) => (
        <section class="stack">
          <Heading level={2}>{words.shelves[shelf.name]}</Heading>
          <CardGrid>
            {shelf.drawers.map(([drawer, href]) => (
              <Card>
                <Heading level={3}>
                  <a class="whole-card" href={href}>
                    {words.drawers[drawer][0]}
                  </a>
                </Heading>
                <p>{words.drawers[drawer][1]}</p>
              </Card>
            ))}
          </CardGrid>
        </section>
      ))}
    </div>
  );
}
