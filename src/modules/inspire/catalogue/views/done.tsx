import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Amount } from '../../../../ui/components/written.tsx';
import { initiativePlace } from '../../../initiatives/public.ts';
import { type Done, experienceOf } from '../rules/done.ts';
import { catalogueText } from '../text/catalogue.ts';
import { voicesText } from '../text/voices.ts';

/** Who has done it, what it really cost, and how many came: from the rows, typed by nobody. */
export function DoneSection(props: {
  readonly language: Language;
  readonly done: readonly Done[];
  readonly departments: ReadonlyMap<string, string>;
  /** Where those who did it are asked; null for those who may not, and where nobody can be. */
  readonly askHref: string | null;
}): Html {
  const { language, done } = props;
  const words = catalogueText(language);
  const { times, paid, came } = experienceOf(done);
  return (
    <section>
      <Heading level={2}>{words.done}</Heading>
      {times === 0 ? (
        <p>{words.doneNone}</p>
      ) : (
        <>
          <p>
            {words.doneTimes(times)} {paid && words.really(formatOre(paid.middle, language), paid.of)}{' '}
            {came && words.cameBetween(came.fewest, came.most)}
          </p>
          <Table
            language={language}
            caption={words.done}
            captionHidden
            columns={[
              {
                heading: words.doneWhat,
                names: true,
                cell: ({ initiativeId, title }) => (
                  <a href={initiativePlace({ id: initiativeId })} lang="da">
                    {title}
                  </a>
                ),
              },
              { heading: words.doneWhere, cell: (one) => placesOf(one, props.departments, words.everybody) },
              {
                heading: words.doneWhen,
                cell: ({ on }) => <bdi class="amount">{formatDay(on, language, 'short')}</bdi>,
              },
              {
                heading: words.doneCost,
                numeric: true,
                cell: (one) => (one.paid === null ? words.unknown : <Amount ore={one.paid} language={language} />),
              },
              { heading: words.doneCame, numeric: true, cell: (one) => cameText(one, words) },
            ]}
            rows={done}
          />
          <p class="quiet">{words.numbersFrom}</p>
          {props.askHref && (
            <p>
              <LinkButton href={props.askHref} look="secondary">
                {voicesText(language).ask}
              </LinkButton>
            </p>
          )}
        </>
      )}
    </section>
  );
}

export function placesOf(one: Done, departments: ReadonlyMap<string, string>, everybody: string): string {
  if (one.wholeOrganisation) return everybody;
  return one.departmentIds.flatMap((id) => departments.get(id) ?? []).join(', ');
}

function cameText({ came }: Done, words: { readonly few: string; readonly unknown: string }): string {
  if (came === null) return words.unknown;
  return came === 'few' ? words.few : String(came);
}
