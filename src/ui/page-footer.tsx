import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../kernel/language.ts';
import { FRAME_PATHS } from './layout-paths.ts';
import { layoutText } from './layout-text.ts';

export function PageFooter(props: {
  readonly language: Language;
  readonly organisation: { readonly name: string };
  readonly guest: boolean;
}): Html {
  const words = layoutText(props.language);
  return (
    <footer class="page-footer">
      <p class="page-footer-name">
        <bdi>{props.organisation.name}</bdi>
        <span>{words.made}</span>
      </p>
      <nav aria-label={words.footer}>
        <ul>
          {!props.guest && (
            <>
              <li>
                <a href={FRAME_PATHS.about}>{words.about}</a>
              </li>
              <li>
                <a href={FRAME_PATHS.contact}>{words.contact}</a>
              </li>
              <li>
                <a href={FRAME_PATHS.sendInvoice}>{words.sendInvoice}</a>
              </li>
            </>
          )}
          <li>
            <a href={FRAME_PATHS.accessibility}>{words.accessibility}</a>
          </li>
          <li>
            <a href={FRAME_PATHS.privacy}>{words.privacy}</a>
          </li>
        </ul>
      </nav>
    </footer>
  );
}
