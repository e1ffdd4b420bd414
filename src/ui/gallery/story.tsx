import { Button, LinkButton } from '../components/button.tsx';
import { Chart } from '../components/chart.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { Hero } from '../components/hero.tsx';
import { Notice } from '../components/notice.tsx';
import { PrintButton } from '../components/print-button.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { SeriesChart } from '../components/series-chart.tsx';
import { Steps } from '../components/steps.tsx';
import { Thread } from '../components/thread.tsx';
import { TurnList } from '../components/turn-list.tsx';
import { type Examples, exampleIn, LONG_NAME, LONG_WORD } from './example.ts';

const NOTHING_WAITS = { title: 'Intet venter på dig', text: 'Nyd det. Vi siger til, når nogen har brug for dig.' };

export const storyExamples: Examples = (language) => {
  const example = exampleIn('Fortælling');
  return [
    example(
      'forsidens hoved',
      <Hero title="God dag i gården" text="Her gror det, I finder på sammen. Hvad har du lyst til?" season="summer">
        <p class="actions">
          <LinkButton href="/ide">Jeg har en idé</LinkButton>
          <LinkButton href="/initiativer" look="secondary">
            Se, hvad der sker
          </LinkButton>
        </p>
      </Hero>,
    ),
    example('vinter', <Hero title="Vinter på Lyngbakken" text="Der er varme i fælleshuset." season="winter" />),
    example('forår', <Hero title="Nu spirer det" season="spring" />),
    example('efterår', <Hero title={`Efterår og ${LONG_WORD}`} season="autumn" />),
    example(
      'tråden',
      <Thread
        label="Tråden for Suppeaften i gården"
        entries={[
          {
            when: '3. august 2026',
            sentence: 'Idéen kom fra et X på dækkeservietten',
            icon: 'idea',
            who: 'Bord 4',
            quote: 'Kan vi ikke spise sammen en gang imellem?',
            lang: 'da',
          },
          {
            when: '9. august 2026',
            sentence: 'Ayşe blev spurgt, om hun ville stå for det, og sagde ja',
            icon: 'hand',
            who: 'Mette Holm',
          },
          {
            when: '1. september 2026',
            sentence: 'Puljen gav tilsagn om 4.500 kr.',
            icon: 'money',
            who: 'Organisationsbestyrelsen',
            href: '/pulje/1',
          },
          { when: '24. september 2026', sentence: '38 kom og spiste med', icon: 'people' },
          { when: '25. september 2026', sentence: `Billeder lagt op af ${LONG_NAME}`, icon: 'camera', who: LONG_NAME },
          { when: '1. oktober 2026', sentence: LONG_WORD, icon: 'check' },
        ]}
      />,
    ),
    example(
      'tråden, én ting',
      <Thread
        label="Tråden for en ny idé"
        entries={[{ when: 'i dag', sentence: 'Idéen kom ind fra forsiden', icon: 'idea' }]}
      />,
    ),
    example(
      'din tur',
      <TurnList
        empty={NOTHING_WAITS}
        items={[
          {
            href: '/1',
            sentence: 'Svar Niels om cykelværkstedet',
            about: 'Cykelværksted i kælderen',
            due: 'har ventet i 9 dage',
            late: true,
          },
          {
            href: '/2',
            sentence: 'Sig ja eller nej til at stå for suppeaftenen',
            about: 'Suppeaften i gården',
            due: 'senest i morgen',
          },
          { href: '/3', sentence: `Læs referatet fra ${LONG_WORD}`, about: LONG_NAME },
        ]}
      />,
    ),
    example('din tur, intet venter', <TurnList empty={NOTHING_WAITS} items={[]} />),
    example(
      'fremdrift',
      <div class="stack">
        <ProgressBar
          id="pulje"
          label="Puljen i 2026"
          value={62000}
          max={100000}
          text={<bdi>62.000 kr. af 100.000 kr.</bdi>}
        />
        <ProgressBar id="tom-bjælke" label="Tilmeldte" value={0} max={40} text="Ingen endnu" colour="himmel" />
        <ProgressBar id="fuld" label={LONG_WORD} value={44} max={40} text="44 af 40" colour="tegl" />
      </div>,
    ),
    example(
      'skridt',
      <Steps
        language={language}
        label="Fra idé til fest"
        steps={[
          { label: 'Idé', state: 'done', note: '3. august' },
          { label: 'Nogen står for den', state: 'done', href: '/x' },
          { label: 'Penge og sted', state: 'now', note: 'Venter på puljen' },
          { label: 'Vi gør det', state: 'next' },
          { label: 'Hvad kom der ud af det?', state: 'next' },
        ]}
      />,
    ),
    example(
      'beskeder',
      <div class="stack">
        <Notice kind="success">Tak! Vi har fået din idé.</Notice>
        <Notice kind="info" heading="Fælleshuset er lukket i uge 8">
          <p>Gulvet bliver slebet.</p>
        </Notice>
        <Notice kind="warning">Der er kun 2.300 kr. tilbage i puljen.</Notice>
        <Notice kind="danger" heading={LONG_WORD} level={3}>
          <p>Prøv igen om lidt, eller ring til os.</p>
        </Notice>
      </div>,
    ),
    example(
      'søjler',
      <Chart
        language={language}
        title="Deltagere i 2026"
        summary="Flest kom i Birkegården."
        labelHeading="Afdeling"
        valueHeading="Deltagere"
        tableLabel="Se tallene"
        points={[
          { label: 'Birkegården', value: 184, text: '184' },
          { label: 'Engvænget', value: 96, text: '96' },
          { label: LONG_WORD, value: 12, text: '12' },
          { label: 'Søparken', value: 0, text: '0' },
        ]}
      />,
    ),
    example(
      'linje',
      <SeriesChart
        title="Aktive initiativer"
        summary="Fra 4 til 17 på et år."
        points={[4, 5, 5, 8, 11, 10, 14, 17].map((value, index) => ({
          label: `${index + 1}. måned`,
          value,
          aim: null,
          breaks: false,
        }))}
      />,
    ),
    example(
      'fold ud, print, knapper',
      <div class="stack">
        <Disclosure summary="Hvad må pengene bruges til?">
          <p>Mad, leje og materialer. Ikke løn.</p>
        </Disclosure>
        <p class="actions">
          <PrintButton language={language} />
          <LinkButton href="/x">Stærk</LinkButton>
          <LinkButton href="/x" look="secondary">
            Rolig
          </LinkButton>
          <LinkButton href="/x" look="tertiary">
            Stille
          </LinkButton>
          <Button look="danger">Slet idéen</Button>
        </p>
      </div>,
    ),
  ];
};
