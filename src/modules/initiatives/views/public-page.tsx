import type { Child, Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../kernel/day.ts';
import { formatDay, formatRelativeDay } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Path } from '../../../platform/web/path.ts';
import { LinkButton } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { DescriptionList } from '../../../ui/components/description-list.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import type { ThreadEntry } from '../../../ui/components/thread.tsx';
import { Breadcrumb } from '../../../ui/components/wayfinding.tsx';
import { Lines } from '../../../ui/components/written.tsx';
import { Scene } from '../../../ui/drawings/scene.tsx';
import type { May } from '../access.ts';
import { wantsHelp } from '../rules/quiet.ts';
import {
  driversOn,
  type Initiative,
  type Origin,
  openSteps,
  restingNow,
  type Status,
  type Step,
  statusOf,
  suggestionFor,
  waitingForCompany,
} from '../rules.ts';
import { initiativesText } from '../text/initiatives.ts';
import { insideText } from '../text/inside.ts';
import { interestText } from '../text/interest.ts';
import { quietText } from '../text/quiet.ts';
import { initiativesPlace, insidePlace, questionPlace } from '../urls.ts';
import {
  CATEGORY_COLOUR,
  CategoryTag,
  type DepartmentNames,
  InitiativeStatus,
  periodText,
  sceneOf,
  whereText,
} from './card.tsx';
import { Origins } from './origins.tsx';
import { PageTitle } from './page-title.tsx';
import { TakeOver, Waits } from './take-over.tsx';
import { ThreadSection } from './thread-section.tsx';

export interface InitiativeProps {
  readonly language: Language;
  readonly today: Day;
  readonly initiative: Initiative;
  readonly may: May;
  readonly departments: DepartmentNames;
  /** Display names of people by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly thread: readonly ThreadEntry[];
  /** Where what it grew out of can be read, by the reader; null: nowhere. */
  readonly originHref?: ((origin: Origin) => Path | null) | undefined;
  /** Where all of the thread stands, when these are only the newest. */
  readonly wholeThread?: Path;
}

export interface PublicPageProps extends InitiativeProps {
  /** A visitor who would drive it is led through sign-in and back. */
  readonly signInHref: string | null;
  readonly readerId: string | null;
  /** What other modules show beside it. */
  readonly beside?: Html | null;
}

/** What everybody sees. People stand here by name only when they said yes to it. */
export function PublicPage(props: PublicPageProps): Html {
  const { language, initiative, today, may } = props;
  const words = initiativesText(language);
  const status = statusOf(initiative, today);
  const waits = waitingForCompany(initiative, today).some((ask) => ask.personId === props.readerId);
  return (
    <>
      <div class="initiative-scene" data-color={CATEGORY_COLOUR[initiative.category]}>
        <Scene name={sceneOf(initiative)} />
      </div>
      <Breadcrumb language={language} steps={[{ href: initiativesPlace({}), label: words.initiatives }]} />
      <PageTitle lang="da">{initiative.title}</PageTitle>
      <p class="tags">
        <CategoryTag language={language} category={initiative.category} />
        <InitiativeStatus language={language} status={status} />
      </p>
      {may.seeInside && (
        <p>
          <LinkButton href={insidePlace({ id: initiative.id })} look={may.edit ? 'strong' : 'secondary'}>
            {may.edit ? insideText(language).goInside : insideText(language).seeInside}
          </LinkButton>
        </p>
      )}
      <StateNotice {...props} />
      <NextStep {...props} publicly />
      <Told title={words.what} text={initiative.what} />
      <Told title={words.why} text={initiative.why} />
      <Facts {...props} publicly />
      {waits ? <Waits language={language} /> : canTakeOver(status) && <TakeOver {...props} />}
      <ThreadSection {...props} />
      <Origins {...props} publicly />
      {props.beside}
    </>
  );
}

/** It rests, or it is over: said at the top, with the words of those who said so. */
export function StateNotice(props: InitiativeProps): Html | null {
  const { language, initiative, today } = props;
  const words = initiativesText(language);
  const parking = restingNow(initiative, today);
  if (initiative.end) {
    return (
      <Notice
        kind={initiative.end.result === 'done' ? 'success' : 'info'}
        heading={initiative.end.result === 'done' ? words.endedDone : words.endedStopped}
      >
        {initiative.end.words && <Lines text={initiative.end.words} />}
        <p>{words.closed}</p>
      </Notice>
    );
  }
  if (!parking) return <QuietNotice {...props} />;
  return (
    <Notice heading={words.restsBecause}>
      <Lines text={parking.reason} />
      {parking.askAgainOn && <p>{words.askAgain(formatDay(parking.askAgainOn, language))}</p>}
    </Notice>
  );
}

/** Its people asked for help: everybody may see that. That they were asked how it goes is theirs. */
function QuietNotice({ language, initiative, today, may }: InitiativeProps): Html | null {
  const { question } = initiative;
  const words = quietText(language);
  if (!question || statusOf(initiative, today) !== 'under_way') return null;
  const waits = question.settledOn === null && may.edit;
  const help = wantsHelp(question);
  if (!waits && !help) return null;
  return (
    <Notice heading={help ? words.wantsHelp : words.waitsForAnswer}>
      {help && <p>{words.wantsHelpText}</p>}
      {may.edit && (
        <p>
          <LinkButton href={questionPlace({ id: initiative.id })} look="secondary">
            {help ? words.turnHelpAction : words.turnAction}
          </LinkButton>
        </p>
      )}
    </Notice>
  );
}

/** There is always one next step: the one that was written, or what the rows suggest. */
export function NextStep(props: InitiativeProps & { readonly publicly?: boolean }): Html | null {
  const { language, initiative, today } = props;
  const words = initiativesText(language);
  const [step] = initiative.end ? [] : openSteps(initiative);
  const suggestion = suggestionFor(initiative, today);
  if (!step && !suggestion) return null;
  return (
    <Card colour="sol" as="section">
      <Heading level={2}>{words.next}</Heading>
      {step ? <StepWords {...props} step={step} /> : suggestion && <p>{words.suggestion[suggestion]}</p>}
    </Card>
  );
}

export function StepWords(props: InitiativeProps & { readonly step: Step; readonly publicly?: boolean }): Html {
  const { language, step, today } = props;
  const words = initiativesText(language);
  return (
    <>
      <p lang="da" class="step-says">
        {step.says}
      </p>
      <p class="quiet">
        {step.personId ? words.nextWho(nameOf(props, step.personId, props.publicly)) : words.nextNobody}
        {step.dueOn && ' '}
        {step.dueOn &&
          (step.dueOn < today
            ? words.nextLate(formatRelativeDay(step.dueOn, today, language))
            : words.nextBy(formatDay(step.dueOn, language)))}
      </p>
    </>
  );
}

export function Facts(props: InitiativeProps & { readonly publicly?: boolean }): Html {
  const { language, initiative } = props;
  const words = initiativesText(language);
  const drivers = driverNames(props);
  return (
    <DescriptionList
      rows={[
        { term: words.who, content: drivers.length > 0 ? joined(drivers) : nobodyYet(props) },
        {
          term: interestText(language).title,
          content: initiative.joining > 0 && interestText(language).count(initiative.joining),
        },
        { term: words.forWhom, content: whereText(language, initiative, props.departments) },
        { term: words.when, content: <bdi>{periodText(language, initiative)}</bdi> },
        { term: words.where, content: initiative.place },
      ]}
    />
  );
}

/** By name; on the public page those who did not say yes to that are counted. */
function driverNames(props: InitiativeProps & { readonly publicly?: boolean }): readonly string[] {
  const driving = driversOn(props.initiative, props.today);
  const named = driving.filter((driver) => !props.publicly || driver.namePublic);
  const names = named.map((driver) => nameOf(props, driver.personId, props.publicly));
  const others = driving.length - named.length;
  if (others === 0) return names;
  const counted = initiativesText(props.language).residents(others);
  return [...names, names.length > 0 ? counted : counted.charAt(0).toUpperCase() + counted.slice(1)];
}

/** Who would, but not alone, is told on the inner page only: an answer is nobody else's business. */
function nobodyYet(props: InitiativeProps & { readonly publicly?: boolean }): string {
  const words = initiativesText(props.language);
  const waiting = props.publicly ? [] : waitingForCompany(props.initiative, props.today);
  return waiting.map((ask) => words.wantsCompany(nameOf(props, ask.personId))).join('. ') || words.nobodyDrives;
}

export function Told(props: { readonly title: string; readonly text: string }): Html | null {
  if (!props.text) return null;
  return (
    <section>
      <Heading level={2}>{props.title}</Heading>
      <div lang="da">
        <Lines text={props.text} />
      </div>
    </section>
  );
}

/** The display name; on the public page only of a driver who said yes to it. */
export function nameOf(props: InitiativeProps, personId: string, publicly?: boolean): string {
  const words = initiativesText(props.language);
  const agreed = props.initiative.drivers.some((driver) => driver.personId === personId && driver.namePublic);
  return publicly && !agreed ? words.someone : (props.names.get(personId) ?? words.someone);
}

function canTakeOver(status: Status): boolean {
  return status === 'idea' || status === 'looking' || status === 'parked';
}

function joined(names: readonly string[]): Child {
  return names.map((name, index) => (
    <>
      {index > 0 && ', '}
      <bdi>{name}</bdi>
    </>
  ));
}
