import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { TabsNav } from '../../../../ui/components/wayfinding.tsx';
import type { Fund } from '../rules/policy.ts';
import { fundsText } from '../text/funds.ts';
import { applicationsPlace, fundPlace, ledgerPlace, meetingsPlace, policyPlace, waitingPlace } from '../urls.ts';

export type FundTab = 'fund' | 'policy' | 'ledger' | 'cases' | 'waiting' | 'meetings';

/** The pages of one fund. What staff and deciders use is shown to them only. */
export function FundTabs(props: {
  readonly language: Language;
  readonly fund: Pick<Fund, 'id' | 'name'>;
  readonly current: FundTab;
  /** Looks after its cases, or decides them. */
  readonly works: boolean;
}): Html {
  const { fund, current } = props;
  const words = fundsText(props.language);
  const at = { fund: fund.id };
  const tab = (name: FundTab, href: string, label: string) => ({ href, label, current: current === name });
  return (
    <TabsNav
      label={words.fundParts}
      tabs={[
        tab('fund', fundPlace(at), fund.name),
        tab('policy', policyPlace(at), words.policy),
        tab('ledger', ledgerPlace(at), words.ledger),
        ...(props.works
          ? [
              tab('cases', applicationsPlace({}, { pulje: fund.id }), words.cases),
              tab('waiting', waitingPlace(at), words.waiting),
              tab('meetings', meetingsPlace(at), words.meetings),
            ]
          : []),
      ]}
    />
  );
}
