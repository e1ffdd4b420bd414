import { type Child, type Html, rawHtmlWeWroteOurselves } from '#jsx/jsx-runtime';
import type { Language } from '../kernel/language.ts';
import { Notice, type NoticeKind } from './components/notice.tsx';
import { Breadcrumb } from './components/wayfinding.tsx';
import { layoutText } from './layout-text.ts';
import { PageFooter } from './page-footer.tsx';
import { PageHeader } from './page-header.tsx';

const DOCTYPE = rawHtmlWeWroteOurselves('<!doctype html>');

/** A one-time message after a step ("Tak, din idé er sendt"). */
export interface Flash {
  readonly kind: NoticeKind;
  readonly message: string;
}

export interface NavigationLink {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

/** The few ways that most people take, and behind "Mere" the others; what has no others needs no "Mere". */
export interface Navigation {
  readonly first: readonly NavigationLink[];
  readonly more: readonly NavigationLink[];
}

/** What every page knows about itself. All paths without the tenant's base. */
export interface LayoutProps {
  readonly language: Language;
  /** Also the h1, unless `heading` is false and the page brings its own (a hero). */
  readonly title: string;
  readonly heading?: boolean;
  /** `logo`: the path of its own picture. `practice`: nothing done here leaves it. */
  readonly organisation: {
    readonly name: string;
    readonly colour?: string | null;
    readonly logo?: string | null;
    readonly practice?: boolean;
  };
  /** Where we are, with its query: so that the language switch comes back here. */
  readonly path: string;
  readonly person: { readonly name: string } | null;
  /** A guest sees one thing of the house: ways to the rest are left out. */
  readonly guest?: boolean;
  /** Other houses in which this person is known, with the way there. */
  readonly houses?: readonly { readonly href: string; readonly name: string }[] | undefined;
  /** Counted as far as it is shown (page-header.tsx), and one further. */
  readonly turnCount: number;
  readonly navigation: Navigation;
  /** A sentence, said as good news, or one of another kind. */
  readonly flash: Flash | string | null;
  /** Style sheets in order (the tenant's theme last) and script files, as paths. */
  readonly assets: { readonly css: readonly string[]; readonly scripts: readonly string[] };
  /** Tables and walls of cards use the whole width; text keeps a readable line. */
  readonly wide?: boolean;
  /** Large print. */
  readonly large?: boolean;
  /** Ask search engines to stay away: everything behind sign-in and secret links. */
  readonly unlisted?: boolean;
  /** One sentence for search engines and link previews. */
  readonly description?: string | undefined;
  /** The page shows a form that was refused: its title says so first. */
  readonly refused?: boolean;
  /** The way up, above the title. */
  readonly trail?: readonly { readonly href: string; readonly label: Child }[] | undefined;
  /** Where hints about news come from (an event stream); without it nothing is followed. */
  readonly liveFrom?: string | undefined;
  readonly children?: Child;
}

export function Layout(props: LayoutProps): Html {
  const words = layoutText(props.language);
  return (
    <>
      {DOCTYPE}
      <html lang={props.language} data-color-scheme="auto" data-size={props.large ? 'lg' : 'md'}>
        <Head {...props} />
        <body>
          <a class="ds-skip-link" href="#indhold">
            {words.skip}
          </a>
          {props.organisation.practice && (
            <p class="practice-banner" role="note">
              {words.practice}
            </p>
          )}
          <PageHeader {...props} />
          <main id="indhold" class={props.wide ? 'page page-wide' : 'page'} tabindex={-1}>
            <div class="flash" role="status">
              <FlashMessage flash={props.flash} />
            </div>
            {props.trail && <Breadcrumb language={props.language} steps={props.trail} />}
            {props.heading !== false && (
              <h1 class="ds-heading page-title" data-size="lg">
                {props.title}
              </h1>
            )}
            {props.children}
          </main>
          <PageFooter language={props.language} organisation={props.organisation} guest={props.guest ?? false} />
        </body>
      </html>
    </>
  );
}

function Head(props: LayoutProps): Html {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {props.unlisted && <meta name="robots" content="noindex" />}
      {props.description && <meta name="description" content={props.description} />}
      <title>{`${props.refused ? `${layoutText(props.language).refused} ` : ''}${props.title} · ${props.organisation.name}`}</title>
      {props.liveFrom && <link rel="alternate" type="text/event-stream" href={props.liveFrom} />}
      {props.assets.css.map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
      {props.assets.scripts.map((src) => (
        <script type="module" src={src} />
      ))}
    </head>
  );
}

function FlashMessage(props: { readonly flash: Flash | string | null }): Html | null {
  if (!props.flash) return null;
  if (typeof props.flash === 'string') return <Notice kind="success">{props.flash}</Notice>;
  return <Notice kind={props.flash.kind}>{props.flash.message}</Notice>;
}
