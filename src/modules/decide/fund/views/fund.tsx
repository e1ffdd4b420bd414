import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre, toOre } from '../../../../kernel/money.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { Card, CardGrid } from '../../../../ui/components/card.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { ProgressBar } from '../../../../ui/components/progress-bar.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Amount, DateText } from '../../../../ui/components/written.tsx';
import type { Figures, Supported } from '../rules/cases.ts';
import type { Fund, Policy } from '../rules/policy.ts';
import { formWords } from '../text/forms.ts';
import { fundsText } from '../text/funds.ts';
import { ledgerText } from '../text/ledger.ts';
import { fundText } from '../text/pages.ts';
import { applicationsPlace, applyPlace, fundPlace, ledgerPlace, newFundPlace } from '../urls.ts';
import { FundTabs } from './fund-tabs.tsx';

/** A fund with what holds today; both null between two periods. */
export interface FundNow {
  readonly fund: Fund;
  /** Whose money it is. */
  readonly organisation: string;
  readonly policy: Policy | null;
  readonly figures: Figures | null;
}

export interface FundProps extends FundNow {
  readonly language: Language;
  readonly supported: readonly Supported[];
  readonly departments: ReadonlyMap<string, string>;
  /** Signed in: there may be applications of one's own. */
  readonly known: boolean;
  readonly works: boolean;
  /** Opens funds. */
  readonly manages: boolean;
  readonly others: readonly Fund[];
  /** What came of its money; another module's. */
  readonly results?: Html | undefined;
  readonly nextRound: Policy['rounds'][number] | null;
}

/** What everybody may know of a fund: its rules, what is left, and what it said yes to. */
export function FundPage(props: FundProps): Html {
  const { language, policy, fund } = props;
  const words = fundText(language);
  return (
    <>
      <FundTabs language={language} fund={fund} current="fund" works={props.works} />
      <Left {...props} />
      {policy && (
        <section class="stack">
          <Heading level={2}>{words.whatFor}</Heading>
          <p lang="da">{policy.words}</p>
          <ul>
            {policy.grounds.map((ground) => (
              <li>{formWords(language).ground[ground]}</li>
            ))}
          </ul>
          <p>{words.approved(formatDay(policy.approvedOn, language))}</p>
        </section>
      )}
      {props.known && !props.works && (
        <p>
          <a href={applicationsPlace({})}>{words.myApplications}</a>
        </p>
      )}
      <SupportedTable {...props} />
      {props.results}
      <Others {...props} />
    </>
  );
}

function Left({ language, fund, organisation, policy, figures, nextRound }: FundProps): Html {
  const words = fundText(language);
  const several = fundsText(language);
  if (!policy || !figures) {
    return (
      <Notice>
        <p>{words.noPeriod}</p>
      </Notice>
    );
  }
  return (
    <Card as="section" colour="sol">
      <Heading level={2}>{words.left}</Heading>
      <ProgressBar
        id="left"
        label={words.left}
        value={figures.available}
        max={figures.available + figures.committed - figures.released}
        text={words.leftOf(
          formatOre(figures.available, language),
          formatOre(toOre(figures.available + figures.committed - figures.released), language),
        )}
      />
      <p>
        {mostWords(policy, figures, language)} {!nextRound && words.answerIn(policy.answerDays)}
      </p>
      {nextRound && (
        <p>
          <strong>{several.rounds}:</strong>{' '}
          {several.roundCloses(formatDay(nextRound.closesOn, language), formatDay(nextRound.answersOn, language))}
        </p>
      )}
      <p>
        {words.promiseFirst(organisation)} {several.owner(organisation)}
      </p>
      <p class="actions">
        <LinkButton href={applyPlace({}, { pulje: fund.id })}>{words.apply}</LinkButton>
        <LinkButton href={ledgerPlace({ fund: fund.id })} look="tertiary">
          {ledgerText(language).see}
        </LinkButton>
      </p>
    </Card>
  );
}

/** What one project can have: what the policy says, or what is left where that is less. */
function mostWords({ projectMax }: Policy, { available }: Figures, language: Language): string {
  const words = fundText(language);
  if (available >= projectMax) return words.atMost(formatOre(projectMax, language));
  return available > 0 ? words.atMostLeft(formatOre(available, language)) : words.noneLeft;
}

function SupportedTable({ language, supported, departments }: FundProps): Html {
  const words = fundText(language);
  return (
    <Table
      language={language}
      caption={words.supported}
      rows={supported}
      empty={<p>{words.supportedNone}</p>}
      columns={[
        { heading: words.project, names: true, cell: (one) => <span lang="da">{one.title}</span> },
        {
          heading: words.departments,
          cell: (one) =>
            one.departmentIds
              .map((id) => departments.get(id))
              .filter(Boolean)
              .join(', '),
        },
        { heading: words.day, cell: (one) => <DateText day={one.on} language={language} style="short" /> },
        { heading: words.amount, numeric: true, cell: (one) => <Amount ore={one.amount} language={language} /> },
      ]}
    />
  );
}

function Others({ language, others, manages }: FundProps): Html | null {
  const words = fundsText(language);
  if (others.length === 0 && !manages) return null;
  return (
    <section class="stack">
      {others.length > 0 && (
        <>
          <Heading level={2}>{words.others}</Heading>
          <p>{words.otherIs}</p>
          <ul>
            {others.map((one) => (
              <li>
                <a href={fundPlace({ fund: one.id })}>{one.name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {manages && (
        <p>
          <a href={newFundPlace({})}>{words.newFund}</a>
        </p>
      )}
    </section>
  );
}

/** All funds side by side: whose, what is left, what they are for. */
export function FundsPage(props: {
  readonly language: Language;
  readonly funds: readonly FundNow[];
  readonly known: boolean;
  readonly manages: boolean;
  readonly results?: Html | undefined;
}): Html {
  const { language } = props;
  const words = fundsText(language);
  return (
    <>
      <p class="lead">{words.intro}</p>
      <CardGrid>
        {props.funds.map((one) => (
          <FundCard language={language} {...one} />
        ))}
      </CardGrid>
      {props.results}
      <p class="actions">
        {props.known && <a href={applicationsPlace({})}>{fundText(language).applications}</a>}
        {props.manages && <a href={newFundPlace({})}>{words.newFund}</a>}
      </p>
    </>
  );
}

function FundCard(props: FundNow & { readonly language: Language }): Html {
  const { language, fund, policy, figures } = props;
  const words = fundText(language);
  return (
    <Card colour="sol">
      <Heading level={2}>
        <a href={fundPlace({ fund: fund.id })}>{fund.name}</a>
      </Heading>
      <p>{fundsText(language).owner(props.organisation)}</p>
      {policy && figures ? (
        <>
          <ProgressBar
            id={`left-${fund.id}`}
            label={words.left}
            value={figures.available}
            max={figures.available + figures.committed - figures.released}
            text={words.leftOf(
              formatOre(figures.available, language),
              formatOre(toOre(figures.available + figures.committed - figures.released), language),
            )}
          />
          <p>
            {mostWords(policy, figures, language)} {policy.allocation !== 'rounds' && words.answerIn(policy.answerDays)}
          </p>
          <LinkButton href={applyPlace({}, { pulje: fund.id })}>{words.applyTo(fund.name)}</LinkButton>
        </>
      ) : (
        <p>{words.noPeriod}</p>
      )}
    </Card>
  );
}

/** Before the first policy is approved. */
export function NoFundPage(props: { readonly language: Language; readonly manages: boolean }): Html {
  const words = fundText(props.language);
  return (
    <EmptyState
      title={words.noFund}
      text={words.noFundText}
      {...(props.manages ? { action: { href: newFundPlace({}), label: fundsText(props.language).newFund } } : {})}
    />
  );
}
