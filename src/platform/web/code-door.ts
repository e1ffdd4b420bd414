import type { z } from 'zod';
import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../kernel/language.ts';
import type { FormProblems } from '../../ui/forms/problems.ts';
import type { TenantDb } from '../db/tenant-db.ts';
import { problemIn, readForm } from './form.ts';
import type { Path, Place } from './path.ts';
import type { Limits, Visit, Web } from './web.ts';
import { anyone } from './who.ts';

/** A page where a code is typed off paper, in the field `kode`. */
export interface CodeDoor {
  readonly place: Place<string>;
  /** How often somebody may try: the codes are short enough to be typed. */
  readonly limits: Limits & Pick<Required<Limits>, 'rate'>;
  /** What the page is called, and what is said of a code that nobody has been given. */
  words(language: Language): { readonly title: string; readonly unknown: string };
  form(language: Language): z.ZodType<{ readonly kode: string }>;
  view(props: { readonly language: Language; readonly problems: FormProblems | undefined }): Html;
  /** Where the code leads; null where it is nobody's. */
  leads(tx: TenantDb, code: string): Promise<Path | null>;
}

/** Opens it for anyone: no search engine lists it, and a code that leads nowhere stays typed (422). */
export function codeDoor(web: Web, door: CodeDoor): void {
  const show = ({ language, page }: Visit, problems?: FormProblems): Promise<Response> => {
    const head = { title: door.words(language).title, unlisted: true, status: problems ? 422 : 200 } as const;
    return page(head, door.view({ language, problems }));
  };
  web.get(door.place, anyone, (visit) => show(visit));
  web.post(
    door.place,
    anyone,
    async (visit) => {
      const { tx, language, form } = visit;
      const read = readForm(door.form(language), form);
      if (!read.ok) return show(visit, read.refusal);
      const to = await door.leads(tx, read.value.kode);
      return to ? visit.redirect(to) : show(visit, problemIn(form, 'kode', door.words(language).unknown));
    },
    door.limits,
  );
}
