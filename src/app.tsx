import { loadActor } from './modules/housing/public.ts';
import { turnCount } from './modules/turns/public.ts';
import type { WebDeps } from './platform/web/deps.ts';
import { languageRoute } from './platform/web/language-route.ts';
import { openWeb, type WebServer } from './platform/web/server.ts';

/** What the app is given by `main.ts`, and by every test. */
export interface AppDeps extends Omit<WebDeps, 'loadActor' | 'frame'> {
  /** The developer's rooms; absent in production. */
  readonly dev?: (web: WebServer) => void;
}

/** The contents page: everything the site answers. */
export function createApp(deps: AppDeps): WebServer {
  const web = openWeb({
    ...deps,
    loadActor,
    frame: async (tx) => ({ turnCount: await turnCount(tx), navigation: [], large: false }),
  });
  languageRoute(web);
  deps.dev?.(web);
  return web;
}
