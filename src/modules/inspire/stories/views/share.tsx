import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import type { SmsSize } from '../../../../platform/sms/segments.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { FieldFrame, linksOf } from '../../../../ui/forms/field-frame.tsx';
import type { Story } from '../rules/story.ts';
import { writingText } from '../text/writing.ts';
import { htmlPlace, plainPlace, posterPlace, screenPlace } from '../urls.ts';

export interface ShareProps {
  readonly language: Language;
  readonly story: Story;
  readonly html: string;
  readonly plain: string;
  readonly sms: { readonly text: string; readonly size: SmsSize };
}

/** The one text, as newsletter, SMS, poster and screen. */
export function SharePage(props: ShareProps): Html {
  const { language, story, sms } = props;
  const words = writingText(language);
  const id = story.id as string;
  return (
    <>
      <p class="lead">{words.shareIntro}</p>
      {story.state !== 'published' && (
        <Notice kind="warning">
          <p>{words.notPublished}</p>
        </Notice>
      )}
      <section class="stack">
        <Heading level={2}>{words.newsletter}</Heading>
        <Copied language={language} name="html" label={words.html} hint={words.htmlHint} text={props.html} />
        <Copied language={language} name="plain" label={words.plain} text={props.plain} />
        <p class="actions">
          <LinkButton href={htmlPlace({ id })} look="secondary" download>
            {words.getHtml}
          </LinkButton>
          <LinkButton href={plainPlace({ id })} look="secondary" download>
            {words.getPlain}
          </LinkButton>
        </p>
      </section>
      <section class="stack">
        <Heading level={2}>{words.sms}</Heading>
        <Copied language={language} name="sms" label={words.smsText} text={sms.text} rows={3} />
        <p class="quiet">{sizeText(language, sms.size)}</p>
      </section>
      <section class="stack">
        <Heading level={2}>{words.paper}</Heading>
        <ul>
          <li>
            <a href={posterPlace({ id })}>{words.posterA4}</a>
          </li>
          <li>
            <a href={posterPlace({ id }, { format: 'a3' })}>{words.posterA3}</a>
          </li>
          <li>
            <a href={screenPlace({})}>{words.screen}</a>
          </li>
        </ul>
      </section>
    </>
  );
}

/** A text to be marked and copied; nothing is sent. */
function Copied(props: {
  readonly language: Language;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly text: string;
  readonly rows?: number;
}): Html {
  const links = linksOf(props);
  return (
    <FieldFrame {...props} links={links}>
      <textarea class="ds-input" id={links.id} rows={props.rows ?? 8} readonly aria-describedby={links.describedBy}>
        {props.text}
      </textarea>
    </FieldFrame>
  );
}

function sizeText(language: Language, { encoding, units, segments }: SmsSize): string {
  const words = writingText(language);
  const special = encoding === 'ucs2' ? ` ${words.smsSpecial}` : '';
  return (segments === 1 ? words.smsOne(units) : words.smsMany(units, segments)) + special;
}
