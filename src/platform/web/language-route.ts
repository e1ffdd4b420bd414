import { readLanguage } from '../../kernel/language.ts';
import { FRAME_PATHS } from '../../ui/layout-paths.ts';
import { type Path, path, readPath } from './path.ts';
import { missing, type Web } from './web.ts';
import { anyone } from './who.ts';

const HOME = '/' as Path;
const languagePlace = path(FRAME_PATHS.language);

/** The switch in every page's menu: keeps the choice on the device and goes back to where the reader was. */
export function languageRoute(web: Web): void {
  web.post(languagePlace, anyone, (visit) => {
    const language = readLanguage(String(visit.form.get('language') ?? '')) ?? missing();
    visit.chooseLanguage(language);
    return visit.redirect(readPath(String(visit.form.get('back') ?? '')) ?? HOME);
  });
}
