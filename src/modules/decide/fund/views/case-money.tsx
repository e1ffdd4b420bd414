import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import { type Ore, toOre } from '../../../../kernel/money.ts';
import { Table } from '../../../../ui/components/table.tsx';
import { Amount, DateText } from '../../../../ui/components/written.tsx';
import { type Application, commitmentOf } from '../rules/application.ts';
import { moneyOf } from '../rules/money.ts';
import { handlingText } from '../text/handling.ts';
import { ledgerText } from '../text/ledger.ts';

interface Move {
  readonly on: Day;
  readonly kind: 'committed' | 'released' | 'claimed' | 'paid';
  readonly amount: Ore;
  readonly words: string;
}

/** Every row behind what a case can still use. Nothing before there is a yes. */
export function CaseMoney(props: {
  readonly language: Language;
  readonly application: Application;
  /** "P-0007". */
  readonly reference: string | null;
}): Html | null {
  const { language, application, reference } = props;
  if (!commitmentOf(application)) return null;
  const words = handlingText(language);
  const columns = ledgerText(language);
  return (
    <section class="stack">
      <Table
        language={language}
        caption={words.money}
        rows={movesOf(application)}
        columns={[
          { heading: columns.day, cell: (one) => <DateText day={one.on} language={language} style="short" /> },
          { heading: columns.what, names: true, cell: (one) => words.moneyRows[one.kind], foot: words.moneyLeft },
          { heading: columns.about, cell: (one) => one.words },
          {
            heading: columns.amount,
            numeric: true,
            foot: <Amount ore={moneyOf(application).remaining} language={language} full />,
            cell: (one) => <Amount ore={one.amount} language={language} full />,
          },
        ]}
      />
      {reference && (
        <p>
          {words.reference}: <strong>{reference}</strong>
        </p>
      )}
    </section>
  );
}

function movesOf(application: Application): readonly Move[] {
  const { decisions, releases, claims, payments } = application;
  const out = (amount: Ore) => toOre(-amount);
  const moves: Move[] = [
    ...decisions.flatMap((one): Move[] =>
      one.amount === null ? [] : [{ on: one.on, kind: 'committed', amount: one.amount, words: one.reference }],
    ),
    ...releases.map((one): Move => ({ on: one.on, kind: 'released', amount: out(one.amount), words: '' })),
    // What a credit note will bring counts when it has come.
    ...claims
      .filter((one) => one.open && one.amount > 0)
      .map((one): Move => ({ on: one.on, kind: 'claimed', amount: out(one.amount), words: one.reference })),
    ...payments.map((one): Move => ({ on: one.on, kind: 'paid', amount: out(one.amount), words: one.reference })),
  ];
  return moves.sort((one, other) => one.on.localeCompare(other.on));
}
