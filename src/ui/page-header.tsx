import type { Html } from '#jsx/jsx-runtime';
import { LANGUAGES, type Language } from '../kernel/language.ts';
import { HouseMark } from './drawings/house-mark.tsx';
import { Form } from './forms/form.tsx';
import type { LayoutProps, NavigationLink } from './layout.tsx';
import { FRAME_PATHS } from './layout-paths.ts';
import { layoutText } from './layout-text.ts';

/** More than that wait: how many is nobody's concern. */
export const MOST_TURNS_SHOWN = 99;

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { da: 'Dansk', en: 'English' };

export function PageHeader(props: LayoutProps): Html {
  const words = layoutText(props.language);
  return (
    <header class="page-header">
      <div class="page-header-row">
        <a class="brand" href={FRAME_PATHS.home} aria-label={words.home(props.organisation.name)}>
          {props.organisation.logo ? <img class="brand-logo" src={props.organisation.logo} alt="" /> : <HouseMark />}
          <span class="brand-name">{props.organisation.name}</span>
        </a>
        <div class="page-header-person">
          {props.person ? (
            <TurnLink language={props.language} count={props.turnCount} path={props.path} />
          ) : (
            <div class="wide-ways">
              <LanguageSwitch language={props.language} path={props.path} />
              <a href={FRAME_PATHS.signIn}>{words.signIn}</a>
            </div>
          )}
          <PersonMenu {...props} />
        </div>
      </div>
      {props.navigation.first.length > 0 && (
        <nav class="main-navigation" aria-label={words.mainNavigation}>
          <ul>
            <Ways links={props.navigation.first} />
            {props.navigation.more.length > 0 && (
              <li>
                <details class="menu">
                  <summary class="menu-button" aria-current={props.navigation.more.some(isHere) ? 'true' : undefined}>
                    {words.more}
                  </summary>
                  <ul class="menu-sheet">
                    <Ways links={props.navigation.more} />
                  </ul>
                </details>
              </li>
            )}
          </ul>
        </nav>
      )}
    </header>
  );
}

const isHere = ({ current }: NavigationLink): boolean => current;

function Ways({ links }: { readonly links: readonly NavigationLink[] }): Html {
  return (
    <>
      {links.map((link) => (
        <li>
          <a href={link.href} aria-current={isHere(link) ? 'page' : undefined}>
            {link.label}
          </a>
        </li>
      ))}
    </>
  );
}

function TurnLink(props: { readonly language: Language; readonly count: number; readonly path: string }): Html {
  const words = layoutText(props.language);
  const here = props.path.split('?')[0] === FRAME_PATHS.turn;
  const many = props.count > MOST_TURNS_SHOWN;
  return (
    <a class="turn-link" href={FRAME_PATHS.turn} aria-current={here ? 'page' : undefined} data-live="turns">
      {words.turn}
      {props.count > 0 && (
        <>
          <span class="turn-count" aria-hidden="true">
            {many ? `${MOST_TURNS_SHOWN}+` : props.count}
          </span>
          <span class="only-heard">: {many ? words.turnsMany(MOST_TURNS_SHOWN) : words.turnCount(props.count)}</span>
        </>
      )}
    </a>
  );
}

/** A visitor's menu holds two ways only: where there is room, they stand beside it instead. */
function PersonMenu(props: LayoutProps): Html {
  const words = layoutText(props.language);
  return (
    <details class={props.person ? 'menu' : 'menu menu-of-visitor'}>
      <summary class="menu-button">
        {props.person ? (
          <>
            <span class="only-heard">{words.person('')}</span>
            <bdi>{props.person.name}</bdi>
          </>
        ) : (
          words.menu
        )}
      </summary>
      <div class="menu-sheet">
        {props.person ? (
          <>
            <a href={FRAME_PATHS.settings}>{words.settings}</a>
            {props.houses && props.houses.length > 0 && (
              <nav class="menu-houses" aria-labelledby="andre-huse">
                <p id="andre-huse">{words.houses}</p>
                {props.houses.map(({ href, name }) => (
                  <a href={href}>
                    <bdi>{name}</bdi>
                  </a>
                ))}
              </nav>
            )}
            <Form action={FRAME_PATHS.signOut} class="menu-form">
              <button type="submit">{words.signOut}</button>
            </Form>
          </>
        ) : (
          <a href={FRAME_PATHS.signIn}>{words.signIn}</a>
        )}
        <LanguageSwitch language={props.language} path={props.path} />
      </div>
    </details>
  );
}

function LanguageSwitch(props: { readonly language: Language; readonly path: string }): Html {
  return (
    <Form action={FRAME_PATHS.language} class="menu-form" label={layoutText(props.language).language}>
      <input type="hidden" name="back" value={props.path} />
      {LANGUAGES.filter((language) => language !== props.language).map((language) => (
        <button type="submit" name="language" value={language} lang={language}>
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </Form>
  );
}
