import type { Html } from '#jsx/jsx-runtime';
import { formatDay, formatPeriod } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Amount } from '../../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import type { May } from '../access.ts';
import type { Application } from '../rules/application.ts';
import type { Finding } from '../rules/findings.ts';
import { soughtOf, untouchedRefusal } from '../rules/money.ts';
import type { Status } from '../rules/status.ts';
import { applyingText } from '../text/applying.ts';
import { formWords } from '../text/forms.ts';
import { fundText } from '../text/pages.ts';
import { paperText } from '../text/paper.ts';
import { type ApplicantPart, ApplicantSection } from './applicant-part.tsx';
import { CaseMoney } from './case-money.tsx';
import { CaseWork, type WorkProps } from './case-work.tsx';
import { CaseStatus } from './cases.tsx';
import { fieldsAt, problemsAt } from './refused.ts';
import { Findings } from './says.tsx';

export interface CaseProps {
  readonly language: Language;
  readonly application: Application;
  /** "P-0007"; null before it was sent in. */
  readonly reference: string | null;
  readonly status: Status;
  readonly findings: readonly Finding[];
  readonly may: May;
  /** Whether the reader stands aside in this case. */
  readonly aside: boolean;
  /** What is left of the fund, for those who advise and decide. */
  readonly available: number | null;
  /** Display names of people and departments, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Where the applicant answers and withdraws; null when this reader does neither. */
  readonly places: {
    readonly answer: ((question: string) => string) | null;
    readonly withdraw: string | null;
  };
  /** For those who look after the case or decide it; null for all others. */
  readonly work: WorkProps | null;
  /** What other modules show of it. */
  readonly neighbours?: Html | null;
  /** For the applicant, and for staff. */
  readonly mine: ApplicantPart | null;
  readonly problems?: FormProblems | undefined;
  /** The whole link of who follows it without an account. */
  readonly ownAddress?: string;
  /** Where the form with the problems posts to. */
  readonly refusedAt?: string | undefined;
}

/** One case as its reader may see it. */
export function CaseView(props: CaseProps): Html {
  const { language, application, status, may, problems } = props;
  const asked = props.places.answer !== null && application.questions.some((one) => one.answeredOn === null);
  const words = fundText(language);
  const undecided = application.decisions.length === 0 && application.end === null;
  return (
    <>
      <ErrorSummary language={language} problems={problems} ids={fieldsAt(props)} />
      <p class="tags">
        <CaseStatus language={language} status={status} /> {props.reference && `${words.number} ${props.reference}. `}
        {undecided &&
          application.submission &&
          (may.attend || may.decide || props.aside ? words.promisedBy : words.waitsUntil)(
            formatDay(application.submission.answerBy, language),
          )}
      </p>
      {(application.channel === 'paper' || application.channel === 'phone') && (
        <p>{receivedWords(application, language)}</p>
      )}
      {props.aside && (
        <Notice>
          <p>{words.aside}</p>
        </Notice>
      )}
      <Decisions language={language} application={application} />
      {asked && !may.attend && <Questions {...props} />}
      {undecided && props.ownAddress && <KeepLink {...props} address={props.ownAddress} />}
      {props.mine && <ApplicantSection language={language} part={props.mine} />}
      <Sheet {...props} />
      {(!asked || may.attend) && <Questions {...props} />}
      {undecided && (may.attend || may.seeDeliberation) && (
        <Findings language={language} findings={props.findings} heading={words.policySays} />
      )}
      {props.work && <CaseMoney language={language} application={application} reference={props.reference} />}
      {props.work && <CaseWork {...props} work={props.work} />}
      {props.neighbours}
      {props.places.withdraw &&
        may.withdraw &&
        untouchedRefusal(application) === null &&
        !['refused', 'settled', 'completed', 'withdrawn', 'cancelled', 'lapsed'].includes(status) && (
          <Disclosure summary={words.withdraw}>
            <Form action={props.places.withdraw}>
              <TextArea
                language={language}
                id="withdraw-words"
                name="words"
                label={words.withdrawWords}
                rows={3}
                optional
              />
              <Button look="danger">{words.withdraw}</Button>
            </Form>
          </Disclosure>
        )}
    </>
  );
}

/** Nobody finds the page again but by its link. */
function KeepLink({ language, application, address }: CaseProps & { readonly address: string }): Html {
  const words = applyingText(language);
  const reachable = application.applicantEmail || application.applicantPhone || application.applicantAddress;
  return (
    <Notice heading={words.keepLink}>
      <p>{words.keepLinkText}</p>
      <p>
        <a href={address}>{address}</a>
      </p>
      <p>{reachable ? words.reached : words.unreached}</p>
    </Notice>
  );
}

/** "Modtaget på papir 12. marts 2026." */
function receivedWords({ channel, receivedOn }: Application, language: Language): string {
  const how = channel === 'phone' ? 'phone' : 'paper';
  if (!receivedOn) return fundText(language).receivedBy[how];
  return applyingText(language).receivedBy(how, formatDay(receivedOn, language));
}

/** Who was asked to apply too, but for those who said no. */
function togetherWith({ coApplicants }: Application): string {
  const asked = coApplicants.filter((one) => one.declinedOn === null);
  return asked.map((one) => one.name).join(', ');
}

function takesPart({ minors, nonResidents }: Application, language: Language): string {
  const words = paperText(language);
  return [minors && words.minors, nonResidents && words.nonResidents].filter(Boolean).join(', ');
}

function remainsWords({ remains, remainsOwner }: Application, language: Language): string {
  const words = paperText(language);
  const owner = remainsOwner && `${words.owner} ${words.owners[remainsOwner]}`;
  return remains && [remains, owner].filter(Boolean).join('. ');
}

/** What the applicant wrote. */
function Sheet({ language, application, names, may }: CaseProps): Html {
  const words = fundText(language);
  const paper = paperText(language);
  const { startsOn, endsOn } = application;
  const contact = [application.applicantEmail, application.applicantPhone].filter(Boolean).join(', ');
  const row = (term: string, content: string | number | null) => (content ? [{ term, content: String(content) }] : []);
  return (
    <section class="stack">
      <div lang="da">
        {application.purpose.split(/\n{2,}/).map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </div>
      <DescriptionList
        rows={[
          ...row(words.applicant, application.applicantName),
          ...row(paper.coApplicants, togetherWith(application)),
          ...(may.seeContact ? row(words.contact, contact) : []),
          ...row(words.participants, application.participants),
          ...row(words.period, startsOn && formatPeriod(startsOn, endsOn ?? startsOn, language)),
          ...row(words.departments, application.departmentIds.map((id) => names.get(id) ?? '').join(', ')),
          ...row(
            words.ground,
            [...application.grounds.map((ground) => formWords(language).ground[ground]), application.groundReason].join(
              '. ',
            ),
          ),
          ...row(paper.whoBuys, application.whoBuys),
          ...row(paper.takesPart, takesPart(application, language)),
          ...row(words.remains, remainsWords(application, language)),
          ...row(words.otherMoney, application.otherMoney ? formatOre(application.otherMoney, language) : null),
        ]}
      />
      <Table
        language={language}
        caption={words.budget}
        rows={application.lines}
        columns={[
          { heading: words.what, names: true, cell: (line) => line.what, foot: words.sought },
          { heading: words.supplier, cell: (line) => line.supplier },
          {
            heading: words.amount,
            numeric: true,
            foot: <Amount ore={soughtOf(application)} language={language} />,
            cell: (line) => <Amount ore={line.amount} language={language} />,
          },
        ]}
      />
    </section>
  );
}

function Decisions({
  language,
  application,
}: {
  readonly language: Language;
  readonly application: Application;
}): Html {
  const words = fundText(language);
  return (
    <>
      {application.decisions.map((decision) => (
        <Card as="section" colour={decision.result === 'commit' ? 'accent' : 'neutral'}>
          <Heading level={2}>
            {words.results[decision.result]} {decision.amount !== null && formatOre(decision.amount, language)}
          </Heading>
          {decision.words && <p lang="da">{decision.words}</p>}
          <DescriptionList
            rows={[
              { term: words.day, content: formatDay(decision.on, language) },
              ...(decision.reference ? [{ term: words.reference, content: decision.reference }] : []),
              ...(decision.terms ? [{ term: words.terms, content: decision.terms }] : []),
              ...(decision.reason ? [{ term: words.reason, content: words.reasons[decision.reason] }] : []),
              ...(decision.expiresOn
                ? [{ term: words.expires, content: formatDay(decision.expiresOn, language) }]
                : []),
            ]}
          />
        </Card>
      ))}
    </>
  );
}

function Questions(props: CaseProps): Html | null {
  const { language, application, places } = props;
  const words = fundText(language);
  if (application.questions.length === 0) return null;
  return (
    <section class="stack">
      <Heading level={2}>{words.questions}</Heading>
      {application.questions.map((question) => (
        <Card as="article">
          <p lang="da">{question.words}</p>
          {question.answeredOn !== null && (
            <p lang="da">
              <strong>{words.answer}:</strong> {question.answer}
            </p>
          )}
          {question.answeredOn === null && places.answer && (
            <Form action={places.answer(question.id)}>
              <TextArea
                language={language}
                name="words"
                label={words.answer}
                rows={3}
                problems={problemsAt(props, places.answer(question.id))}
              />
              <Button>{words.answerSend}</Button>
            </Form>
          )}
        </Card>
      ))}
    </section>
  );
}
