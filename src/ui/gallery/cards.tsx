import { day } from '../../kernel/day.ts';
import { Avatar } from '../components/avatar.tsx';
import { Card, CardGrid } from '../components/card.tsx';
import { DateCard } from '../components/date-card.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { StoryCard } from '../components/story-card.tsx';
import { StatusTag, Tag } from '../components/tag.tsx';
import { Scene, type SceneName } from '../drawings/scene.tsx';
import { type Examples, exampleIn, LONG_NAME, LONG_WORD } from './example.ts';

const SCENES: readonly SceneName[] = ['seedling', 'bench', 'table', 'bicycle', 'flowerbed', 'mailbox', 'key', 'search'];

export const cardExamples: Examples = (language) => {
  const example = exampleIn('Kort');
  return [
    example(
      'initiativer',
      <CardGrid>
        {[
          <StoryCard
            href="/initiativer/1"
            title="Suppeaften i gården"
            scene="table"
            colour="sol"
            text="Hver anden torsdag laver vi suppe til alle, der har lyst."
            tags={[<StatusTag state="going">I gang</StatusTag>, <Tag colour="tegl">Beboere</Tag>]}
            people={['Ayşe Yıldız', 'Bo Lund']}
            footnote="Seneste nyt for 3 dage siden"
          />,
          <StoryCard
            href="/initiativer/2"
            title="Cykelværksted i kælderen"
            scene="bicycle"
            colour="accent"
            text="Vi lapper, smører og hjælper hinanden."
            tags={[<StatusTag state="waiting">Venter på svar</StatusTag>, <Tag colour="himmel">Boliger</Tag>]}
            people={['Niels Overgaard']}
          />,
          <StoryCard
            href="/initiativer/3"
            title={LONG_WORD}
            scene="flowerbed"
            colour="tegl"
            text={`En eng med vilde blomster. ${LONG_WORD}`}
            tags={<StatusTag state="resting">Hviler</StatusTag>}
            people={[LONG_NAME]}
          />,
        ]}
      </CardGrid>,
    ),
    example(
      'én, uden tegning',
      <StoryCard href="/initiativer/4" title="Fælles morgensang" level={3} text="Tirsdag kl. 8." />,
    ),
    example(
      'datokort',
      <CardGrid>
        {[
          <DateCard
            language={language}
            day={day('2026-11-26')}
            href="/kalender/1"
            title="Suppeaften"
            lines={['Kl. 18.00', 'Fælleshuset']}
          />,
          <DateCard
            language={language}
            day={day('2026-12-01')}
            href="/kalender/2"
            title="Julehygge for hele gården"
            lines={['Kl. 15.00', 'Ved bålet']}
            colour="tegl"
          />,
          <DateCard
            language={language}
            day={day('2027-05-03')}
            href="/kalender/3"
            title={LONG_WORD}
            lines={[LONG_NAME]}
            colour="himmel"
          />,
        ]}
      </CardGrid>,
    ),
    example(
      'farvede kort',
      <CardGrid narrow>
        {(['accent', 'tegl', 'sol', 'himmel', 'neutral'] as const).map((colour) => (
          <Card colour={colour}>
            <h3 class="ds-heading" data-size="xs">
              {colour}
            </h3>
            <p>
              Et kort med tekst og <a href="/galleri">en henvisning</a>.
            </p>
            <p class="quiet">Og en stille linje.</p>
          </Card>
        ))}
      </CardGrid>,
    ),
    example(
      'mærker',
      <p class="tags">
        <StatusTag state="going">I gang</StatusTag>
        <StatusTag state="waiting">Venter på svar</StatusTag>
        <StatusTag state="good">Bevilget</StatusTag>
        <StatusTag state="resting">Hviler</StatusTag>
        <StatusTag state="stopped">Stoppet</StatusTag>
        <Tag>Neutral</Tag>
        <Tag colour="himmel">Boliger</Tag>
        <Tag colour="accent">{LONG_WORD}</Tag>
      </p>,
    ),
    example(
      'personer',
      <p class="people">
        <Avatar name="Ayşe Yıldız" />
        <Avatar name="Østen Ærø" />
        <Avatar name="Bo" />
        <Avatar name={LONG_NAME} small />
        <bdi>{LONG_NAME}</bdi>
      </p>,
    ),
    example(
      'tomt, med én handling',
      <EmptyState
        title="Her er plads til den første idé"
        text="Det behøver ikke være stort. En bænk, en kop kaffe, en fælles gåtur."
        action={{ href: '/idé', label: 'Jeg har en idé' }}
      />,
    ),
    example(
      'tomt, uden handling',
      <EmptyState scene="bench" title="Intet venter på dig" text="Gå en tur i gården. Vi siger til." />,
    ),
    example(
      'tegninger',
      <CardGrid narrow>
        {SCENES.map((name) => (
          <Scene name={name} />
        ))}
      </CardGrid>,
    ),
  ];
};
