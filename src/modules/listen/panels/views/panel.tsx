import type { Html } from '#jsx/jsx-runtime';
import { dayOf } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Tag } from '../../../../ui/components/tag.tsx';
import { DateText, Lines } from '../../../../ui/components/written.tsx';
import { initiativePlace } from '../../../initiatives/public.ts';
import type { May } from '../access.ts';
import type { DrawRow } from '../rules/draw.ts';
import type { Recommendation } from '../rules/meeting.ts';
import type { Panel, Stage } from '../rules/panel.ts';
import type { Leaning } from '../rules/profile.ts';
import { callText } from '../text/call.ts';
import { type DepartmentNames, groupName } from '../text/groups.ts';
import { sheetText } from '../text/sheet.ts';
import {
  applicantsPlace,
  callLettersPlace,
  drawsPlace,
  drumPlace,
  editPanelPlace,
  minePlace,
  mirrorPlace,
  newMeetingPlace,
  posterPlace,
  profilePlace,
  questionsPlace,
  recommendationsPlace,
  signUpPlace,
  signUpSheetPlace,
} from '../urls.ts';
import { StageTag } from './list.tsx';
import { Selectors, type SelectorsProps } from './selectors.tsx';

export interface PanelProps {
  readonly language: Language;
  readonly panel: Panel;
  readonly stage: Stage;
  readonly canSignUp: boolean;
  readonly may: May;
  /** The reader's own application, when they are signed in and have one. */
  readonly mine: string | null;
  /** Whom an open group lacks; null while it is too small to tell. */
  readonly lacking: readonly Leaning[] | null;
  readonly departments: DepartmentNames;
  readonly draws: readonly Pick<DrawRow, 'id' | 'kind' | 'state' | 'number' | 'askedAt'>[];
  readonly recommendations: readonly Recommendation[];
  readonly selectors: SelectorsProps | null;
}

/** What everybody reads of a focus group, and the way to the rest for those who work with it. */
export function PanelPage(props: PanelProps): Html {
  const { language, panel, may } = props;
  const words = callText(language);
  return (
    <>
      <p class="tags">
        <Tag>{words.kinds[panel.kind]}</Tag>
        <StageTag language={language} stage={props.stage} />
      </p>
      {props.mine && (
        <Notice kind="success" heading={words.myPlace}>
          <p>{words.myPlaceText}</p>
          <p>
            <LinkButton href={minePlace({ code: props.mine })} look="secondary">
              {words.myPlace}
            </LinkButton>
          </p>
        </Notice>
      )}
      <section class="stack">
        <Lines text={panel.purpose} />
      </section>
      {props.canSignUp && !props.mine && (
        <p>
          <LinkButton href={signUpPlace({ id: panel.id })}>{may.arrange ? words.signUpFor : words.signUp}</LinkButton>
        </p>
      )}
      <Facts {...props} />
      {panel.kind === 'open' && <Lacking {...props} />}
      <section class="stack">
        <Heading level={2}>{panel.kind === 'open' ? words.howOpen : words.howDrawn}</Heading>
        <p>{panel.kind === 'open' ? words.howOpenText : words.howDrawnText}</p>
      </section>
      <PublicDraws {...props} />
      <SaidAndDone {...props} />
      {(may.seeComposition || may.arrange) && <Work {...props} />}
      {props.selectors && <Selectors {...props.selectors} />}
    </>
  );
}

function Facts({ language, panel }: PanelProps): Html {
  const words = callText(language);
  const { boardLimit } = panel;
  return (
    <DescriptionList
      rows={[
        { term: words.practical, content: panel.practical && <Lines text={panel.practical} /> },
        { term: words.seats, content: panel.kind === 'drawn' ? String(panel.seats) : '' },
        { term: words.closes, content: panel.closesOn && <DateText day={panel.closesOn} language={language} /> },
        { term: words.answers, content: panel.kind === 'drawn' && words.answersText(panel.offerDays) },
        { term: words.minAge, content: words.minAgeText(panel.minAge) },
        {
          term: words.board,
          content: boardLimit === 0 ? words.boardNone : boardLimit !== null && words.boardSome(boardLimit),
        },
      ]}
    />
  );
}

function Lacking({ language, lacking, departments }: PanelProps): Html {
  const words = callText(language);
  return (
    <section class="stack">
      <Heading level={2}>{words.lacking}</Heading>
      {lacking === null && <p>{words.lackingFew}</p>}
      {lacking?.length === 0 && <p>{words.lackingNone}</p>}
      {lacking && lacking.length > 0 && (
        <p class="tags">
          {lacking.map((cell) => (
            <Tag colour="sol">{groupName(language, cell, departments)}</Tag>
          ))}
        </p>
      )}
    </section>
  );
}

function PublicDraws({ language, panel, draws }: PanelProps): Html | null {
  const words = callText(language);
  if (draws.length === 0) return null;
  return (
    <section class="stack">
      <Heading level={2}>{words.publicDraws}</Heading>
      <ul>
        {draws.map((draw) => (
          <li>
            <a href={drumPlace({ id: panel.id, draw: draw.id })}>
              {words.drawOn(formatDay(dayOf(draw.askedAt), language))}
            </a>
            {': '}
            {draw.number !== null
              ? words.drawnNumber(String(draw.number).padStart(3, '0'))
              : draw.state === 'stopped'
                ? words.givenUp
                : words.notDrawnYet}
          </li>
        ))}
      </ul>
    </section>
  );
}

function SaidAndDone({ language, recommendations }: PanelProps): Html {
  const words = callText(language);
  return (
    <section class="stack" id="sagde">
      <Heading level={2}>{words.saidDid}</Heading>
      {recommendations.length === 0 && <p>{words.nothingSaid}</p>}
      {recommendations.map((one) => (
        <Card as="article">
          <p class="quiet">{words.saidOn(formatDay(one.saidOn, language))}</p>
          <Lines text={one.says} />
          {one.answer && one.answeredOn ? (
            <>
              <p class="quiet">{words.weDid(formatDay(one.answeredOn, language))}</p>
              <Lines text={one.answer} />
            </>
          ) : (
            <p>{words.noAnswerYet}</p>
          )}
          {one.initiativeId && (
            <p>
              <a href={initiativePlace({ id: one.initiativeId })}>{words.grewInto}</a>
            </p>
          )}
        </Card>
      ))}
    </section>
  );
}

function Work({ language, panel, may, canSignUp }: PanelProps): Html {
  const words = callText(language);
  const { id } = panel;
  const links: readonly (readonly [boolean, string, string])[] = [
    [may.select, applicantsPlace({ id }), words.applicants],
    [may.select && panel.kind === 'drawn', drawsPlace({ id }), words.draws],
    [may.seeComposition, mirrorPlace({ id }), words.mirror],
    [may.arrange, profilePlace({ id }), words.profile],
    [may.select, newMeetingPlace({ id }), words.meetings],
    [may.select, questionsPlace({ id }), words.prioritising],
    [may.arrange, recommendationsPlace({ id }), words.recommendations],
    [may.arrange, editPanelPlace({ id }), words.edit],
    [may.arrange, posterPlace({ id }), words.poster],
    [may.arrange && canSignUp, signUpSheetPlace({ id }), sheetText(language).link],
    [may.arrange, callLettersPlace({ id }), words.letters],
  ];
  return (
    <section class="stack">
      <Heading level={2}>{words.work}</Heading>
      <ul class="link-list">
        {links
          .filter(([shown]) => shown)
          .map(([, href, label]) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
      </ul>
    </section>
  );
}
