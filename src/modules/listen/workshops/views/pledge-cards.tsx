import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { type Option, Select } from '../../../../ui/forms/select.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { MOST_PLEDGE, type Pledge } from '../rules/after.ts';
import { pledgeCardsText } from '../text/pledge-cards.ts';
import { pledgeCardsPdfPlace, pledgeCardsPlace } from '../urls.ts';

/** The cards to print, where papers are printed. */
export function PledgeCardPrints(props: { readonly language: Language; readonly id: string }): Html {
  const { language, id } = props;
  const words = pledgeCardsText(language);
  return (
    <section class="stack" aria-labelledby="skridtkort">
      <Heading level={2} id="skridtkort">
        {words.papers}
      </Heading>
      <p>{words.printWhy}</p>
      <p class="actions">
        <LinkButton href={pledgeCardsPdfPlace({ id })} look="secondary" download>
          {words.print}
        </LinkButton>
        <a href={pledgeCardsPdfPlace({ id }, { blanke: 'ja' })} download>
          {words.printBlank}
        </a>
      </p>
    </section>
  );
}

/** One card after the other, by the keyboard alone: the fields stand in the order of the card. */
export function PledgeCardsPage(props: {
  readonly language: Language;
  readonly id: string;
  readonly tables: readonly Option[];
  /** The table of the card before. */
  readonly table: string;
  readonly latest: readonly Pledge[];
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, id, tables, table, latest, problems } = props;
  const words = pledgeCardsText(language);
  const common = { language, problems, optional: true, autocomplete: 'off' };
  return (
    <>
      <p class="lead">{words.enterLead}</p>
      <Form action={pledgeCardsPlace({ id })}>
        <ErrorSummary language={language} problems={problems} />
        {tables.length > 0 && (
          <Select
            {...common}
            name="stepTable"
            label={words.table}
            empty={words.noTable}
            value={table}
            options={tables}
          />
        )}
        <TextField
          {...common}
          name="step"
          label={words.step}
          maxlength={MOST_PLEDGE}
          optional={false}
          autofocus={!problems}
        />
        <TextField {...common} name="stepName" label={words.who} maxlength={120} />
        <TextField {...common} name="stepWhen" label={words.when} hint={words.whenHint} maxlength={120} />
        <TextField {...common} name="stepContact" label={words.contact} hint={words.contactHint} maxlength={120} />
        <p>
          <Button>{words.save}</Button>
        </p>
      </Form>
      {latest.length > 0 && (
        <section class="stack">
          <Heading level={2}>{words.latest}</Heading>
          <ul>
            {latest.map(({ words: said, personName }) => (
              <li>
                <Words>{said}</Words>
                {personName && (
                  <>
                    {', '}
                    <Words>{personName}</Words>
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
