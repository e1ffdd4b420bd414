import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { TrackedStep } from '../rules/tracker.ts';
import { slipText } from '../text/slip.ts';
import { type CaseLetters, Letters } from './letters.tsx';
import { Track } from './track.tsx';

/** What belongs to the applicant (and to staff for them): the way of the case, its letters, the slip, the page on paper. */
export interface ApplicantPart {
  readonly track: readonly TrackedStep[];
  readonly sheetHref: string;
  /** Null for who may read neither. */
  readonly letters: CaseLetters | null;
  /** Null while there is nothing to buy for. */
  readonly slip: { readonly print: string; readonly close: string; readonly out: number } | null;
}

export function ApplicantSection(props: { readonly language: Language; readonly part: ApplicantPart }): Html {
  const { language, part } = props;
  return (
    <>
      {part.track.length > 0 && <Track language={language} track={part.track} />}
      {part.slip && <SlipCard language={language} slip={part.slip} />}
      {part.letters && <Letters language={language} {...part.letters} />}
      <p>
        <a href={part.sheetHref}>{slipText(language).pageHref}</a>
      </p>
    </>
  );
}

function SlipCard(props: { readonly language: Language; readonly slip: NonNullable<ApplicantPart['slip']> }): Html {
  const { language, slip } = props;
  const words = slipText(language);
  return (
    <Card as="section" colour="accent">
      <div class="stack">
        <Heading level={2}>{words.heading}</Heading>
        <p>{words.intro}</p>
        <Form action={slip.print} class="actions">
          <Button name="antal" value="1">
            {words.print}
          </Button>
          <Button name="antal" value="8" look="secondary">
            {words.printEight}
          </Button>
        </Form>
        {slip.out > 0 && (
          <Disclosure summary={words.out(slip.out)}>
            <p>{words.closeText}</p>
            <Form action={slip.close}>
              <Button look="danger">{words.close}</Button>
            </Form>
          </Disclosure>
        )}
      </div>
    </Card>
  );
}
