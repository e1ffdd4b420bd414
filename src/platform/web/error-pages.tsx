import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../kernel/language.ts';
import { FRAME_PATHS } from '../../ui/layout-paths.ts';
import { errorText } from './error-text.ts';
import type { PageHead } from './web.ts';

/** What can go wrong on the way to a page, and how it is told. */
export type Trouble = 'missing' | 'tooMany' | 'tooLarge' | 'busy' | 'stale' | 'broken';

const STATUS = { missing: 404, tooMany: 429, tooLarge: 413, busy: 503, stale: 403, broken: 500 } as const;

export function statusOfTrouble(trouble: Trouble): number {
  return STATUS[trouble];
}

/** When it may go better, for programs that send: the memory is free again within seconds, a crowd is gone within a minute. */
export function waitOfTrouble(trouble: Trouble): Readonly<Record<string, string>> {
  return trouble === 'busy' ? { 'retry-after': '60' } : {};
}

export function troubleHead(trouble: Trouble, language: Language): PageHead {
  return { title: errorText(language)[trouble] };
}

/** One sentence about what happened and one way on. */
export function TroublePage(props: {
  readonly trouble: Trouble;
  readonly language: Language;
  readonly requestId: string;
  readonly signedIn: boolean;
}): Html {
  const words = errorText(props.language);
  return (
    <section class="trouble flow">
      <p class="ds-paragraph">
        {words[`${props.trouble}Body`]} {props.trouble === 'broken' && <code>{props.requestId}</code>}
      </p>
      <p class="actions">
        <a class="ds-button" href={FRAME_PATHS.home}>
          {words.home}
        </a>
        {props.trouble === 'missing' && !props.signedIn && (
          <a class="ds-button" data-variant="secondary" href={FRAME_PATHS.signIn}>
            {words.signIn}
          </a>
        )}
      </p>
    </section>
  );
}
