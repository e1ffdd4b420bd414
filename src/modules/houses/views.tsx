import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../kernel/language.ts';
import type { Path } from '../../platform/web/path.ts';
import { Button, LinkButton } from '../../ui/components/button.tsx';
import { Heading } from '../../ui/components/heading.tsx';
import { Words } from '../../ui/components/written.tsx';
import { Form } from '../../ui/forms/form.tsx';
import { TextField } from '../../ui/forms/text-field.tsx';
import type { Tie } from './rules.ts';
import { housesText } from './text.ts';
import { askPlace, goPlace, myHousesPlace, tiePlace, untiePlace } from './urls.ts';

export interface HousesProps {
  readonly language: Language;
  readonly ties: readonly Tie[];
  readonly query: string;
  /** Houses that can be tied; null when nobody has looked for any. */
  readonly found: readonly { readonly slug: string; readonly name: string }[] | null;
}

export function HousesPage({ language, ties, query, found }: HousesProps): Html {
  const words = housesText(language);
  return (
    <>
      <p class="lead">{words.lead}</p>
      <p>{words.how}</p>
      <section class="stack">
        <Heading level={2}>{words.mine}</Heading>
        {ties.length === 0 && <p>{words.none}</p>}
        <ul class="plain-list">
          {ties.map((tie) => (
            <li>
              <OneTie language={language} tie={tie} />
            </li>
          ))}
        </ul>
      </section>
      <section class="stack">
        <Heading level={2}>{words.more}</Heading>
        <Form action={myHousesPlace({})} method="get">
          <TextField language={language} name="q" label={words.find} value={query} type="search" optional />
          <p>
            <Button look="secondary">{words.search}</Button>
          </p>
        </Form>
        {found && found.length === 0 && <p>{words.nobody}</p>}
        {found && found.length > 0 && (
          <ul>
            {found.map(({ slug, name }) => (
              <li>
                <a href={askPlace({ house: slug })}>
                  <Words>{words.tie(name)}</Words>
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function OneTie({ language, tie }: { readonly language: Language; readonly tie: Tie }): Html {
  const words = housesText(language);
  return (
    <div class="stack">
      <p>
        <strong>
          <Words>{tie.name}</Words>
        </strong>
        {!tie.tied && <>: {words.waits}</>}
      </p>
      <div class="actions">
        {tie.tied ? (
          <LinkButton href={goPlace({ house: tie.slug })} look="secondary">
            {words.goNamed(tie.name)}
          </LinkButton>
        ) : (
          <LinkButton href={askPlace({ house: tie.slug })} look="secondary">
            {words.tie(tie.name)}
          </LinkButton>
        )}
        <Form action={untiePlace({ house: tie.slug })} class="form-inline">
          <Button look="tertiary" label={words.removeNamed(tie.name)}>
            {words.remove}
          </Button>
        </Form>
      </div>
    </div>
  );
}

/** Both names, so that nobody is tied to a stranger. */
export function AskPage(props: {
  readonly language: Language;
  readonly code: string;
  readonly me: string;
  readonly here: string;
  readonly them: string;
  readonly there: string;
}): Html {
  const { language, code, me, here, them, there } = props;
  const words = housesText(language);
  return (
    <>
      <p class="lead">{words.ask(me, here, them, there)}</p>
      <p>{words.askWhat(there)}</p>
      <Form action={tiePlace({ code })}>
        <p>
          <Button>{words.yes}</Button>
        </p>
      </Form>
      <p>{words.askNot}</p>
    </>
  );
}

export function OverPage({ language }: { readonly language: Language }): Html {
  const words = housesText(language);
  return (
    <>
      <p>{words.overText}</p>
      <p>
        <a href={myHousesPlace({})}>{words.title}</a>
      </p>
    </>
  );
}

export function ClosedPage(props: {
  readonly language: Language;
  readonly here: string;
  readonly signIn: Path;
  /** The house that they came from. */
  readonly back: { readonly name: string; readonly href: string } | null;
}): Html {
  const { language, here, signIn, back } = props;
  const words = housesText(language);
  return (
    <>
      <p>{words.closedText(here)}</p>
      <p>
        <a href={signIn}>{words.signIn}</a>
      </p>
      {back && (
        <p>
          <a href={back.href}>{words.back(back.name)}</a>
        </p>
      )}
    </>
  );
}
