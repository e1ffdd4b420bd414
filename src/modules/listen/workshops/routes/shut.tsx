import type { Visit } from '../../../../platform/web/web.ts';
import { doorsText } from '../text/doors.ts';
import { ShutPage } from '../views/doors.tsx';
import { LinkShut } from './seen.ts';

type Came = Pick<Visit, 'language' | 'page' | 'form' | 'path'>;

/** Whoever comes by a link that is closed, or was changed, is told so, and keeps what they wrote. */
export function kindly<V>(answer: (visit: V) => Promise<Response>): (visit: V & Came) => Promise<Response> {
  return async (visit) => {
    try {
      return await answer(visit);
    } catch (error) {
      if (!(error instanceof LinkShut)) throw error;
      return shutPage(visit, error.why);
    }
  };
}

function shutPage({ language, page, form, path }: Came, why: LinkShut['why']): Promise<Response> {
  const words = doorsText(language);
  const posted = [...form.keys()].length > 0;
  const fields = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' && !name.startsWith('_') ? [[name, value] as const] : [],
  );
  const pictures = [...form.values()].some((value) => typeof value !== 'string');
  const view = ShutPage({ language, why, sent: posted ? { to: path, fields: pictures ? [] : fields } : null });
  const title = why === 'renewed' ? words.shutRenewedTitle : words.shutClosedTitle;
  return page({ title, unlisted: true, status: why === 'renewed' ? 404 : posted ? 422 : 200 }, view);
}
