import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { Table } from '../../../../ui/components/table.tsx';
import { Amount } from '../../../../ui/components/written.tsx';
import type { MeetingLine } from '../rules/meetings.ts';
import type { Fund } from '../rules/policy.ts';
import { referenceOf } from '../rules/reference.ts';
import { meetingsText } from '../text/meetings.ts';
import { applicationPlace } from '../urls.ts';

/** Cases with what is advised and the money left after each, as one reader may see them. */
export function CaseLines(props: {
  readonly language: Language;
  readonly fund: Pick<Fund, 'prefix'>;
  readonly lines: readonly MeetingLine[];
  readonly caption: string;
  readonly empty: string;
}): Html {
  const { language, fund, lines } = props;
  const words = meetingsText(language);
  return (
    <Table
      language={language}
      caption={props.caption}
      captionHidden
      rows={lines}
      empty={<p>{props.empty}</p>}
      columns={[
        {
          heading: words.case,
          names: true,
          cell: ({ one }) => (
            <a href={applicationPlace({ id: one.id })}>
              {referenceOf(fund, one.number)} <span lang="da">{one.title}</span>
            </a>
          ),
        },
        {
          heading: words.sought,
          numeric: true,
          cell: ({ one }) => <Amount ore={one.sought} language={language} />,
        },
        { heading: words.advice, cell: (line) => <Advice language={language} line={line} /> },
        { heading: words.left, numeric: true, cell: (line) => <Left language={language} line={line} /> },
      ]}
    />
  );
}

type LineProps = { readonly language: Language; readonly line: MeetingLine };

function Advice({ language, line }: LineProps): Html {
  const words = meetingsText(language);
  const { decision, advice } = line.one;
  if (decision) {
    const amount = decision.amount === null ? '' : ` ${formatOre(decision.amount, language)}`;
    return <strong>{words.decided(`${words.result[decision.result]}${amount}`)}</strong>;
  }
  if (line.takes === null) return <>{words.hidden}</>;
  if (!advice) return <>{words.noAdvice}</>;
  return (
    <>
      {words.result[advice.advice]} {advice.amount !== null && formatOre(advice.amount, language)}
    </>
  );
}

function Left({ language, line }: LineProps): Html {
  const words = meetingsText(language);
  if (line.left === null) return <>{words.hidden}</>;
  if (line.left < 0) return <strong>{words.tooLittle}</strong>;
  return <Amount ore={line.left} language={language} />;
}
