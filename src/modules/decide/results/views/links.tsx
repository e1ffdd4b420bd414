import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { followUpText } from '../text/follow-up.ts';
import { statusText } from '../text/status.ts';
import { supportedText } from '../text/supported.ts';
import { followUpPlace, resultsPlace, statusPlace } from '../urls.ts';

/** From the fund's own page to what came of it, and for those who look after it to what is lacking. */
export function ResultLinks(props: {
  readonly language: Language;
  readonly status: boolean;
  readonly handles: boolean;
}): Html {
  const { language } = props;
  return (
    <ul>
      <li>
        <a href={resultsPlace({})}>{supportedText(language).link}</a>
      </li>
      {props.handles && (
        <li>
          <a href={followUpPlace({})}>{followUpText(language).link}</a>
        </li>
      )}
      {props.status && (
        <li>
          <a href={statusPlace({})}>{statusText(language).title}</a>
        </li>
      )}
    </ul>
  );
}
