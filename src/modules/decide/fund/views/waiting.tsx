import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre, type Ore } from '../../../../kernel/money.ts';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { Amount, DateText } from '../../../../ui/components/written.tsx';
import type { ApplicationId } from '../rules/application.ts';
import type { WaitingCard } from '../rules/cases.ts';
import type { Fund } from '../rules/policy.ts';
import { handlingText } from '../text/handling.ts';
import { fundText } from '../text/pages.ts';
import { applicationPlace } from '../urls.ts';
import { FundTabs } from './fund-tabs.tsx';

export interface WaitingProps {
  readonly language: Language;
  readonly fund: Fund;
  readonly waiting: readonly WaitingCard[];
  /** Null between two periods. */
  readonly available: Ore | null;
  /** The one whose turn it is. */
  readonly nextId: ApplicationId | null;
  readonly today: Day;
}

/** Who waits for money, in the order in which they came to wait. */
export function WaitingPage(props: WaitingProps): Html {
  const { language, fund, available } = props;
  const words = handlingText(language);
  const pages = fundText(language);
  const rows = props.waiting.map((one, at) => ({ one, place: at + 1 }));
  return (
    <>
      <FundTabs language={language} fund={fund} current="waiting" works />
      {available !== null && rows.length > 0 && (
        <p class="lead">{words.waitingIntro(formatOre(available, language))}</p>
      )}
      <Table
        language={language}
        caption={words.waitingTitle(fund.name)}
        captionHidden
        rows={rows}
        empty={<EmptyState title={words.waitingNone} text={words.waitingNoneText} />}
        columns={[
          { heading: words.place, cell: ({ place }) => place },
          {
            heading: pages.project,
            names: true,
            cell: ({ one }) => (
              <a lang="da" href={applicationPlace({ id: one.id })}>
                {one.title}
              </a>
            ),
          },
          { heading: pages.applicant, cell: ({ one }) => one.applicantName },
          { heading: words.since, cell: ({ one }) => <DateText day={one.since} language={language} style="short" /> },
          { heading: pages.sought, numeric: true, cell: ({ one }) => <Amount ore={one.sought} language={language} /> },
          { heading: words.status, cell: ({ one }) => <Standing {...props} one={one} /> },
        ]}
      />
    </>
  );
}

function Standing({ language, one, nextId, today, available }: WaitingProps & { readonly one: WaitingCard }): Html {
  const words = handlingText(language);
  if (one.id === nextId) return <StatusTag state="good">{words.canHelp}</StatusTag>;
  if (one.startsOn === null || one.startsOn <= today) return <StatusTag state="stopped">{words.begun}</StatusTag>;
  if (available !== null && available > 0 && one.sought > available) {
    return <StatusTag state="waiting">{words.partOnly(formatOre(available, language))}</StatusTag>;
  }
  return <StatusTag state="resting">{words.waits}</StatusTag>;
}
