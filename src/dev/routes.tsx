import type { Role } from '../kernel/actor.ts';
import type { Id } from '../kernel/id.ts';
import { readId } from '../kernel/id.ts';
import type { Language } from '../kernel/language.ts';
import type { Database } from '../platform/db/database.ts';
import { missing, type Web } from '../platform/web/web.ts';
import { anyone } from '../platform/web/who.ts';
import type { Example } from '../ui/gallery/example.ts';
import { GalleryPage } from '../ui/gallery.tsx';
import type { DevClock, Move } from './clock.ts';
import { arrivedMail } from './smtp.ts';
import { everybody, queuedJobs, sentTexts, waitingMessages } from './store.ts';
import { devText } from './text.ts';
import {
  asPlace,
  clockPlace,
  devPlace,
  frontPlace,
  galleryPlace,
  jobsPlace,
  mailPlace,
  outboxPlace,
  signInAsPlace,
} from './urls.ts';
import { DevPage, JobsPage, MailPage, MOVES, OutboxPage, SignInAs } from './views.tsx';

export interface DevRooms {
  readonly database: Database;
  readonly clock: DevClock;
  gallery(language: Language): readonly Example[];
  roleName(role: Role, language: Language): string;
  /** What the development broker vouches by. */
  readonly ways: readonly string[];
}

/** The developer's rooms. `main.ts` loads this file only on a developer's own machine. */
export function devRoutes(web: Web, rooms: DevRooms): void {
  web.get(devPlace, anyone, async (visit) => {
    const { language, tx } = visit;
    const people = await everybody(tx);
    const { daysAhead } = rooms.clock;
    const roleName = (role: Role) => rooms.roleName(role, language);
    const known = { language, now: tx.now, daysAhead, people, roleName, ways: rooms.ways };
    const body = <DevPage {...known} />;
    return visit.page({ title: devText(language).title, wide: true }, body);
  });

  web.get(asPlace, anyone, async (visit) => {
    const person = (await everybody(visit.tx)).find((one) => one.id === visit.params.id) ?? missing();
    return visit.page({ title: person.name }, <SignInAs language={visit.language} person={person} />);
  });

  web.post(signInAsPlace, anyone, async (visit) => {
    const id: Id<'person'> = readId<'person'>(String(visit.form.get('person'))) ?? missing();
    const person = (await everybody(visit.tx)).find((one) => one.id === id) ?? missing();
    await visit.signIn(id, 'mail');
    return visit.redirect(frontPlace({}), devText(visit.language).signedInAs(person.name));
  });

  web.post(clockPlace, anyone, async (visit) => {
    await rooms.clock.move(readMove(String(visit.form.get('by'))) ?? missing());
    return visit.redirect(devPlace({}), devText(visit.language).moved);
  });

  web.get(outboxPlace, anyone, async (visit) => {
    const mails = await arrivedMail(rooms.database);
    const texts = await sentTexts(visit.tx);
    const waiting = await waitingMessages(visit.tx);
    const { now } = visit.tx;
    const body = <OutboxPage language={visit.language} mails={mails} texts={texts} waiting={waiting} now={now} />;
    return visit.page({ title: devText(visit.language).outbox, wide: true }, body);
  });

  web.get(mailPlace, anyone, async (visit) => {
    const id = Number(visit.params.id);
    const mail = (await arrivedMail(rooms.database)).find((one) => one.id === id) ?? missing();
    return visit.page(
      { title: mail.subject },
      <MailPage language={visit.language} mail={mail} site={visit.tx.origin} />,
    );
  });

  web.get(jobsPlace, anyone, async (visit) => {
    const jobs = await queuedJobs(rooms.database);
    return visit.page(
      { title: devText(visit.language).jobs, wide: true },
      <JobsPage language={visit.language} jobs={jobs} />,
    );
  });

  web.get(galleryPlace, anyone, (visit) =>
    visit.page(
      { title: devText(visit.language).gallery, wide: true },
      <GalleryPage examples={rooms.gallery(visit.language)} />,
    ),
  );
}

function readMove(text: string): Move | null {
  if (text === 'morning') return text;
  return MOVES.find((move) => String(move) === text) ?? null;
}
