import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { CodeEntry } from '../../../ui/forms/code-entry.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { gatheringsText } from '../text/gatherings.ts';
import { invitationPlace } from '../urls.ts';

/** The card's code is typed, or is there already from the square code; pressing signs in, since looking must not. */
export function InvitationPage(props: {
  readonly language: Language;
  readonly code: string;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, problems } = props;
  const words = gatheringsText(language);
  return (
    <CodeEntry
      language={language}
      problems={problems}
      action={invitationPlace({})}
      lead={words.invitationLead}
      label={words.invitationCode}
      value={props.code}
      size={14}
      button={words.invitationEnter}
    />
  );
}
