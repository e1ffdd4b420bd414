import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { LinkButton } from '../../../ui/components/button.tsx';
import { Card, CardGrid } from '../../../ui/components/card.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Hero } from '../../../ui/components/hero.tsx';
import type { Season } from '../../../ui/drawings/street.tsx';
import { IdeaForm, type Card as Initiative, InitiativeCard, initiativesPlace } from '../../initiatives/public.ts';
import { frontText } from '../text.ts';
import { aboutPlace } from '../urls.ts';
import { ContactLines, type HouseContact } from './contact.tsx';

export interface VisitorProps {
  readonly language: Language;
  readonly season: Season;
  readonly houseName: string;
  readonly contact: HouseContact;
  readonly initiatives: readonly Initiative[];
  readonly departments: ReadonlyMap<string, string>;
  /** Cards of the catalogue that suit the season; null where there are none. */
  readonly catalogue: Html | null;
  /** The newest stories; null where none is told. */
  readonly stories: Html | null;
}

/** For somebody we do not know yet: one field for an idea, what grows here, and how to take part. */
export function VisitorPage(props: VisitorProps): Html {
  const { language } = props;
  const words = frontText(language);
  return (
    <>
      <Hero title={words.heroTitle} text={words.heroText(props.houseName)} season={props.season}>
        <IdeaForm language={language} departments={new Map()} asksContact byStaff={false} />
      </Hero>
      <Growing {...props} />
      {props.stories}
      {props.catalogue}
      <section>
        <Heading level={2}>{words.how}</Heading>
        <HowItWorks language={language} />
        <p>
          <a href={aboutPlace({})}>{words.readMore}</a>
        </p>
      </section>
      <Card as="section" colour="himmel">
        <Heading level={2}>{words.paper}</Heading>
        <p>{words.paperText}</p>
        <ContactLines language={language} contact={props.contact} />
      </Card>
    </>
  );
}

export function Growing(props: Pick<VisitorProps, 'language' | 'initiatives' | 'departments'>): Html {
  const { language, initiatives } = props;
  const words = frontText(language);
  return (
    <section>
      <Heading level={2}>{words.growing}</Heading>
      {initiatives.length === 0 ? (
        <EmptyState level={3} title={words.nothingGrows} text={words.nothingGrowsText} />
      ) : (
        <>
          <Cards {...props} />
          <p>
            <LinkButton href={initiativesPlace({})} look="secondary">
              {words.growingAll}
            </LinkButton>
          </p>
        </>
      )}
    </section>
  );
}

export function Cards(props: Pick<VisitorProps, 'language' | 'initiatives' | 'departments'>): Html {
  return (
    <CardGrid>
      {props.initiatives.map((card) => (
        <InitiativeCard language={props.language} card={card} departments={props.departments} />
      ))}
    </CardGrid>
  );
}

function HowItWorks(props: { readonly language: Language }): Html {
  return (
    <ol class="how">
      {frontText(props.language).howSteps.map(([title, text]) => (
        <li>
          <Card>
            <Heading level={3}>{title}</Heading>
            <p>{text}</p>
          </Card>
        </li>
      ))}
    </ol>
  );
}
