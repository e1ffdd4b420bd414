import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import { formatDay, formatPeriod } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { type Fund, type Policy, RULES, type Rule, type Terms } from '../rules/policy.ts';
import { formWords } from '../text/forms.ts';
import { policyText } from '../text/policy.ts';
import { newPolicyPlace, policyPlace } from '../urls.ts';
import { FundTabs } from './fund-tabs.tsx';

export interface PoliciesProps {
  readonly language: Language;
  readonly fund: Fund;
  readonly works: boolean;
  readonly today: Day;
  /** The newest first. */
  readonly versions: readonly Pick<Policy, 'number' | 'startsOn' | 'endsOn' | 'approvedOn'>[];
  readonly shown: Policy;
  /** The version before the one shown, and what this one changed in it. */
  readonly before: Policy | null;
  readonly changes: readonly Rule[];
  /** The number of the version in force today. */
  readonly inForce: number | null;
  readonly manages: boolean;
}

/** The policy as it was approved, what it changed, and every version there was. */
export function PoliciesPage(props: PoliciesProps): Html {
  const { language, fund, shown } = props;
  const words = policyText(language);
  const row = (rule: Rule) => ({ term: words[rule], content: ruleText(rule, shown, language) });
  return (
    <>
      <FundTabs language={language} fund={fund} current="policy" works={props.works} />
      {props.manages && (
        <p class="actions">
          <LinkButton href={newPolicyPlace({ fund: fund.id })} look="secondary">
            {words.write}
          </LinkButton>
          <LinkButton href={newPolicyPlace({ fund: fund.id }, { periode: 'ny' })} look="secondary">
            {words.next}
          </LinkButton>
        </p>
      )}
      <Card as="section" colour={shown.number === props.inForce ? 'accent' : 'neutral'}>
        <Heading level={2}>
          {words.version(shown.number)} · {standing(props, shown)}
        </Heading>
        <p>{words.approvedBy(formatDay(shown.approvedOn, language), shown.approvedReference)}</p>
        <div lang="da">
          {shown.words.split(/\n{2,}/).map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </div>
      </Card>
      <Changes {...props} />
      <section class="stack">
        <Heading level={2}>{words.rulesHeading}</Heading>
        <DescriptionList rows={RULES.filter((rule) => rule !== 'words').map(row)} />
      </section>
      <Table
        language={language}
        caption={words.versions}
        rows={props.versions}
        columns={[
          {
            heading: words.versionHeading,
            names: true,
            cell: (one) => (
              <a
                href={policyPlace({ fund: fund.id }, { udgave: one.number })}
                aria-current={one.number === shown.number ? 'true' : undefined}
              >
                {words.version(one.number)}
              </a>
            ),
          },
          { heading: words.approvedOn, cell: (one) => formatDay(one.approvedOn, language) },
          { heading: words.period, cell: (one) => formatPeriod(one.startsOn, one.endsOn, language) },
          { heading: words.standing, cell: (one) => standing(props, one) },
        ]}
      />
    </>
  );
}

function standing({ language, inForce, today }: PoliciesProps, one: Pick<Policy, 'number' | 'startsOn'>): string {
  const words = policyText(language);
  if (one.number === inForce) return words.inForce;
  return one.startsOn > today ? words.coming : words.over;
}

function Changes({ language, before, shown, changes }: PoliciesProps): Html {
  const words = policyText(language);
  if (!before) return <p>{words.first}</p>;
  const rules = changes.filter((rule) => rule !== 'words');
  return (
    <section class="stack">
      <Heading level={2}>{words.changed}</Heading>
      {changes.length === 0 && <p>{words.nothingChanged}</p>}
      {rules.length > 0 && (
        <Table
          language={language}
          caption={words.changed}
          captionHidden
          rows={rules}
          columns={[
            { heading: words.rule, names: true, cell: (rule) => words[rule] },
            { heading: words.before, cell: (rule) => ruleText(rule, before, language) },
            { heading: words.after, cell: (rule) => ruleText(rule, shown, language) },
          ]}
        />
      )}
      {changes.includes('words') && (
        <Disclosure summary={words.wordsBefore}>
          <p lang="da">{before.words}</p>
        </Disclosure>
      )}
    </section>
  );
}

/** A rule as it is said. */
function ruleText(rule: Rule, terms: Terms, language: Language): string {
  const words = policyText(language);
  const form = formWords(language);
  switch (rule) {
    case 'total':
    case 'projectMax':
    case 'delegatedLimit':
      return formatOre(terms[rule], language);
    case 'startsOn':
    case 'endsOn':
      return formatDay(terms[rule], language);
    case 'grounds':
      return terms.grounds.map((one) => form.ground[one]).join('; ');
    case 'applicants':
      return terms.applicants.map((one) => form.kinds[one]).join(', ');
    case 'decidingRole':
      return words.roles[terms.decidingRole];
    case 'delegatedRole':
      return terms.delegatedRole ? words.roles[terms.delegatedRole] : words.nobody;
    case 'answerDays':
    case 'reportDueDays':
      return `${terms[rule]} ${words.days}`;
    case 'coFinancingPerMille':
      return `${terms.coFinancingPerMille / 10} ${words.percent}`.replace('.', language === 'da' ? ',' : '.');
    case 'allocation':
      return words.allocations[terms.allocation];
    case 'rounds':
      return roundsText(terms, language);
    case 'carriesOver':
    case 'amountsIncludeVat':
    case 'allowsPrivateOutlays':
    case 'asksOwnBoard':
    case 'tellsMunicipality':
      return terms[rule] ? words.yes : words.no;
    case 'words':
      return terms.words;
  }
}

function roundsText({ rounds }: Terms, language: Language): string {
  const words = policyText(language);
  if (rounds.length === 0) return words.none;
  return rounds
    .map((round) => words.roundLine(formatDay(round.closesOn, language), formatDay(round.answersOn, language)))
    .join('; ');
}
