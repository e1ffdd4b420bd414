import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { FEWEST } from '../../../../kernel/small-groups.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { QrCode } from '../../../../ui/components/qr-code.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { Lines } from '../../../../ui/components/written.tsx';
import { Checkbox } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import type { May } from '../access.ts';
import { hasTooMany, type Shown, type Written } from '../rules/answers.ts';
import { type About, type Evaluation, mayBeAsked, type Stage } from '../rules/evaluation.ts';
import { roomText } from '../text/room.ts';
import {
  answerPlace,
  endPlace,
  PAPERS,
  paperPlace,
  quotePlace,
  restartPlace,
  roomOf,
  roomPlace,
  slipPlace,
} from '../urls.ts';
import { Questions } from './answering.tsx';
import { Shares } from './figures.tsx';

export interface RoomProps {
  readonly language: Language;
  readonly today: Day;
  readonly about: About;
  /** Null before anybody has made the link. */
  readonly evaluation: Evaluation | null;
  readonly stage: Stage | null;
  /** The address of the site, without a slash at its end. */
  readonly origin: string;
  readonly may: May;
  /** Of what has ended; null where too few answered. */
  readonly shown: Shown | null;
  /** People who were counted; null for what is no event, and where nobody has counted. */
  readonly came: number | null;
  readonly words: readonly Written[];
  readonly problems?: FormProblems | undefined;
}

/** For those who arranged it: how to ask, and what came of it. */
export function RoomPage(props: RoomProps): Html {
  const { language, evaluation, stage, may } = props;
  const words = roomText(language);
  if (!evaluation || !stage) return <Begin {...props} />;
  return (
    <>
      <p class="lead">{words.lead}</p>
      <Standing {...props} evaluation={evaluation} stage={stage} />
      {may.arrange && (stage === 'open' || stage === 'early') && <Ways {...props} evaluation={evaluation} />}
      {may.arrange && props.words.length > 0 && <WhatTheyWrote {...props} />}
      {may.arrange && stage === 'open' && <Slip {...props} />}
      {may.arrange && stage === 'open' && hasTooMany(evaluation.answers, props.came) && <Restart {...props} />}
      {may.arrange && (stage === 'open' || stage === 'early') && <End {...props} stage={stage} />}
    </>
  );
}

function Begin({ language, about, may }: RoomProps): Html {
  const words = roomText(language);
  return (
    <>
      <p class="lead">{words.lead}</p>
      {may.arrange && (
        <>
          <p>{about.kind === 'event' ? words.makeEvent : words.makeInitiative}</p>
          <Form action={roomPlace(roomOf(about))}>
            <Button>{words.make}</Button>
          </Form>
        </>
      )}
    </>
  );
}

type Opened = RoomProps & { readonly evaluation: Evaluation; readonly stage: Stage };

/** Whoever has the code can answer on one more device: those who know the evening see it here. */
function TooMany({ language, evaluation: { answers }, came }: Opened): Html | null {
  return came !== null && hasTooMany(answers, came) ? <p>{roomText(language).moreThanCame(came)}</p> : null;
}

function whyNoFigures({ answers, endedOn }: Pick<Evaluation, 'answers' | 'endedOn'>) {
  if (endedOn === null) return 'waits';
  if (answers === 0) return 'none';
  return answers < FEWEST ? 'few' : 'fewCount';
}

function Standing(props: Opened): Html {
  const { language, today, evaluation, stage, shown } = props;
  const words = roomText(language);
  const { answers, endedOn, askedParties, until } = evaluation;
  if (stage === 'over') {
    return (
      <Card as="section" colour="accent">
        <Heading level={2}>{words.figures}</Heading>
        {shown ? (
          <>
            <p>{words.answers(shown.answers)}</p>
            <TooMany {...props} />
            <Shares language={language} shown={shown} />
          </>
        ) : (
          <p>{words[whyNoFigures(evaluation)]}</p>
        )}
        <p class="quiet">{words.untilEnded(formatDay(endedOn ?? until, language))}</p>
      </Card>
    );
  }
  return (
    <Card as="section" colour="accent">
      <p>
        <strong>{answers > 0 && answers < FEWEST ? words.fewSoFar : words.answers(answers)}</strong>
      </p>
      <TooMany {...props} />
      <p>{words.until(formatDay(until, language))}</p>
      {askedParties !== null && <p>{words.asked(askedParties)}</p>}
      {mayBeAsked(evaluation, today) && <p>{words.asks}</p>}
      <p class="quiet">{words.counts}</p>
      {answers > 0 && <p class="quiet">{words.waits}</p>}
    </Card>
  );
}

function Ways({ language, about, evaluation, origin }: RoomProps & { readonly evaluation: Evaluation }): Html {
  const words = roomText(language);
  const { code } = evaluation;
  const address = answerPlace({ code });
  const paper = (slags: string) => paperPlace(roomOf(about), { slags });
  return (
    <section class="stack">
      <DescriptionList
        rows={[
          { term: words.link, content: <a href={address}>{origin.replace(/^https?:\/\//, '') + address}</a> },
          { term: words.code, content: <strong>{`${code.slice(0, 4)}-${code.slice(4)}`}</strong> },
        ]}
      />
      <QrCode content={origin + address} alt={words.qrAlt} />
      <p class="actions">
        <LinkButton href={paper(PAPERS.poster)}>{words.poster}</LinkButton>
        <LinkButton href={paper(PAPERS.slips)} look="secondary">
          {words.slips}
        </LinkButton>
      </p>
    </section>
  );
}

function WhatTheyWrote({ language, about, words: written, may }: RoomProps): Html {
  const words = roomText(language);
  return (
    <section class="stack" id="ord">
      <Heading level={2}>{words.words}</Heading>
      <p class="quiet">{words.wordsLead}</p>
      {written.map(({ id, words: said, shown }) => (
        <div class="stack">
          <blockquote class="quote">
            <Lines text={said} />
          </blockquote>
          {shown && (
            <p class="tags">
              <StatusTag state="going">{words.shown}</StatusTag>
            </p>
          )}
          {may.show && (
            <Form action={quotePlace({ ...roomOf(about), answer: id })}>
              <Button
                look="tertiary"
                name="vis"
                value={shown ? 'nej' : 'ja'}
                label={(shown ? words.hideLabel : words.showLabel)(said.slice(0, 80))}
              >
                {shown ? words.hide : words.show}
              </Button>
            </Form>
          )}
        </div>
      ))}
    </section>
  );
}

function Slip({ language, about, problems }: RoomProps): Html {
  const words = roomText(language);
  return (
    <section class="stack" id="seddel">
      <Heading level={2}>{words.slip}</Heading>
      <p>{words.slipHint}</p>
      <ErrorSummary language={language} problems={problems} />
      <Form action={slipPlace(roomOf(about))}>
        <Questions language={language} problems={problems} />
        <Button look="secondary">{words.slipSave}</Button>
      </Form>
    </section>
  );
}

/** The tick is the confirmation. */
function Restart({ language, about }: RoomProps): Html {
  const words = roomText(language);
  return (
    <Disclosure summary={words.restart}>
      <p>{words.restartText}</p>
      <Form action={restartPlace(roomOf(about))}>
        <Checkbox language={language} name="sikker" label={words.restartSure} />
        <Button look="danger">{words.restartGo}</Button>
      </Form>
    </Disclosure>
  );
}

function End({ language, about, stage }: RoomProps & { readonly stage: Stage }): Html {
  const words = roomText(language);
  return (
    <Disclosure summary={words.end}>
      <p>{stage === 'early' ? words.endBefore : words.endText}</p>
      <Form action={endPlace(roomOf(about))}>
        <Button look="danger">{words.endGo}</Button>
      </Form>
    </Disclosure>
  );
}
