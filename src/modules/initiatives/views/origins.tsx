import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../kernel/format.ts';
import { Heading } from '../../../ui/components/heading.tsx';
import { Lines } from '../../../ui/components/written.tsx';
import type { Origin } from '../rules.ts';
import { initiativesText } from '../text/initiatives.ts';
import type { InitiativeProps } from './public-page.tsx';

const TO_THE_OFFICE: readonly string[] = ['idea', 'note'];

/** What it grew out of. Words that were written to the office, or at a table, stand on the inner page only. */
export function Origins(props: InitiativeProps & { readonly publicly?: boolean }): Html | null {
  const { language, initiative } = props;
  const words = initiativesText(language);
  if (initiative.origins.length === 0 && !initiative.registeredBy) return null;
  return (
    <section>
      <Heading level={2}>{words.origin}</Heading>
      {initiative.origins.map((origin) => (
        <figure class="origin">
          <figcaption class="quiet">{words.originKind[origin.sourceKind] ?? words.originOther}</figcaption>
          {!(props.publicly && TO_THE_OFFICE.includes(origin.sourceKind)) && (
            <blockquote class="quote" lang="da">
              <Lines text={origin.sentence} />
            </blockquote>
          )}
          {sourceLink(props, origin)}
        </figure>
      ))}
      <Registered {...props} />
    </section>
  );
}

function sourceLink({ language, originHref }: InitiativeProps, origin: Origin): Html | null {
  const href = originHref?.(origin);
  if (!href) return null;
  return (
    <p>
      <a href={href}>{initiativesText(language).seeSource[origin.sourceKind] ?? initiativesText(language).seeOther}</a>
    </p>
  );
}

/** Received on paper or by telephone: who wrote it in, and when. */
function Registered(props: InitiativeProps): Html | null {
  const { language, initiative } = props;
  const words = initiativesText(language);
  if (!initiative.registeredBy) return null;
  const staff = props.names.get(initiative.registeredBy) ?? words.someone;
  const day = formatDay(initiative.createdOn, language);
  return <p class="quiet">{initiative.channel === 'phone' ? words.byPhone(day, staff) : words.onPaper(day, staff)}</p>;
}
