import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import type { Shown } from '../rules/answers.ts';
import type { About, Evaluation, Stage } from '../rules/evaluation.ts';
import { roomText } from '../text/room.ts';
import { answerPlace, roomOf, roomPlace } from '../urls.ts';
import { Quotes, Shares } from './figures.tsx';

/** On the page that everybody reads: the way to the questions while it is open, and afterwards what was answered. */
export function Public(props: {
  readonly language: Language;
  readonly code: Evaluation['code'];
  readonly stage: Stage;
  /** Null where too few answered. */
  readonly shown: Shown | null;
  readonly quotes: readonly string[];
}): Html | null {
  const { language, code, stage, shown, quotes } = props;
  const words = roomText(language);
  if (stage === 'open') {
    return (
      <Card as="section" colour="sol">
        <Heading level={2}>{words.public}</Heading>
        <p>{words.publicText}</p>
        <p>
          <LinkButton href={answerPlace({ code })} look="secondary">
            {words.publicGo}
          </LinkButton>
        </p>
      </Card>
    );
  }
  if (stage !== 'over' || (!shown && quotes.length === 0)) return null;
  return (
    <section class="stack">
      <Heading level={2}>{words.short}</Heading>
      {shown && (
        <>
          <p>{words.said(shown.answers)}</p>
          <Shares language={language} shown={shown} />
        </>
      )}
      {quotes.length > 0 && (
        <>
          <Heading level={3}>{words.quotes}</Heading>
          <Quotes quotes={quotes} />
        </>
      )}
    </section>
  );
}

/** On the page of those who arrange or drive it. */
export function Inside(props: {
  readonly language: Language;
  readonly about: About;
  readonly stage: Stage | null;
}): Html {
  const { language, about, stage } = props;
  const words = roomText(language);
  const early = stage === 'early' || (stage === null && about.kind === 'event');
  return (
    <section class="stack" id="hvordan-var-det">
      <Heading level={2}>{words.short}</Heading>
      {stage !== 'over' && <p>{early ? words.besideEarly : words.besideOpen}</p>}
      <p>
        <LinkButton href={roomPlace(roomOf(about))} look="secondary">
          {stage === 'over' ? words.besideSee : words.besideGo}
        </LinkButton>
      </p>
    </section>
  );
}
