import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { feedbackText } from '../text/feedback.ts';
import { codePlace } from '../urls.ts';

/** On the page of who follows a case by their own link: the way to the three questions. */
export function AskFollower(props: { readonly language: Language; readonly href: Path; readonly told: boolean }): Html {
  const words = feedbackText(props.language);
  return (
    <Card as="section">
      <Heading level={2}>{words.title}</Heading>
      <p>{props.told ? words.followTold : words.followText}</p>
      <LinkButton href={props.href} {...(props.told ? { look: 'secondary' as const } : {})}>
        {props.told ? words.followCorrect : words.followTell}
      </LinkButton>
    </Card>
  );
}

/** On the slip, which the shop reads too: nobody gets in by it. `own` for a signed-in reader who is part of the case. */
export function AskOnSlip(props: { readonly language: Language; readonly own: Path | null }): Html {
  const words = feedbackText(props.language);
  return (
    <section class="stack">
      <Heading level={2}>{words.slipTitle}</Heading>
      <p>
        {props.own ? words.slipSignedIn : words.slipText} <a href={props.own ?? codePlace({})}>{words.followTell}</a>
      </p>
    </section>
  );
}
