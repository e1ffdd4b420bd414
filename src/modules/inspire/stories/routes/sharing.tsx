import { brandOf } from '../../../../platform/documents/brand.ts';
import { renderPdf } from '../../../../platform/documents/pdf.ts';
import type { PosterSpec } from '../../../../platform/documents/spec.ts';
import { readFile } from '../../../../platform/files/files.ts';
import { missing, TYPESETTING, type Web } from '../../../../platform/web/web.ts';
import { anyone } from '../../../../platform/web/who.ts';
import { ownOrganisation } from '../../../housing/public.ts';
import { newsletterHtml, newsletterText } from '../letters/newsletter.ts';
import { posterOf } from '../letters/papers.ts';
import { smsOf } from '../letters/sms.ts';
import type { Story } from '../rules/story.ts';
import { photoFiles } from '../store/stories.ts';
import { writingText } from '../text/writing.ts';
import { htmlPlace, plainPlace, posterPlace, sharePlace, storyPlace } from '../urls.ts';
import { placesOf } from '../views/parts.tsx';
import { SharePage } from '../views/share.tsx';
import { commonOf, type OneStory, seen, trailTo } from './seen.ts';

/** The one text as newsletter, SMS and poster; each made when it is asked for, so that what is taken back is not in it. */
export function sharingRoutes(web: Web): void {
  web.get(sharePlace, anyone, share);
  web.get(htmlPlace, anyone, async (visit) => {
    const { story } = await seen(visit);
    const bytes = newsletterHtml(story, blockOf(visit));
    return visit.file({ bytes, type: 'text/html; charset=utf-8', name: `${story.heading}.html` });
  });
  web.get(plainPlace, anyone, async (visit) => {
    const { story } = await seen(visit);
    const bytes = newsletterText(story, blockOf(visit));
    return visit.file({ bytes, type: 'text/plain; charset=utf-8', name: `${story.heading}.txt` });
  });
  web.get(posterPlace, anyone, poster, TYPESETTING);
}

/** In the language that the story is written in, whoever fetches it. */
function blockOf({ tx }: OneStory) {
  return { language: tx.tenant.language, origin: tx.origin };
}

async function share(visit: OneStory): Promise<Response> {
  const { tx, language } = visit;
  const { story } = await seen(visit);
  return visit.page({ title: writingText(language).shareTitle, trail: trailTo(visit, story), unlisted: true }, () =>
    SharePage({
      language,
      story,
      html: newsletterHtml(story, blockOf(visit)),
      plain: newsletterText(story, blockOf(visit)),
      sms: smsOf(story, tx.origin + storyPlace({ id: story.id })),
    }),
  );
}

/** More names than this are no line over a heading. */
const MOST_NAMED = 2;

/** As PDF, to look at and to print; where nothing can typeset, the page itself prints well. */
async function poster(visit: OneStory): Promise<Response> {
  const { tx, query } = visit;
  const { story } = await seen(visit);
  const organisation = await ownOrganisation(tx);
  const { departments } = await commonOf(visit);
  const { language } = tx.tenant;
  const spec = posterOf(story, query.get('format') === 'a3' ? 'a3' : 'a4', {
    language,
    origin: tx.origin,
    place:
      story.departmentIds.length > MOST_NAMED || story.wholeOrganisation
        ? ''
        : placesOf({ language, departments }, story),
    phone: organisation.phone || null,
    picture: await pictureOf(visit, story),
  });
  const pdf = await renderPdf(spec, await brandOf(tx, organisation));
  if (!pdf.ok) missing();
  return visit.file({ bytes: pdf.value, type: 'application/pdf', name: `${story.heading}.pdf`, inline: true });
}

type Picture = NonNullable<PosterSpec['picture']>;

const KINDS: Readonly<Record<string, Picture['kind']>> = { jpeg: 'jpg', png: 'png', webp: 'webp' };

async function pictureOf({ tx }: OneStory, story: Story): Promise<Picture | null> {
  const [photo] = story.photos;
  const files = photo && (await photoFiles(tx, story.id, photo.id));
  const file = files && (await readFile(tx, files.large));
  const kind = file && KINDS[file.kind];
  return kind ? { kind, bytes: file.bytes, alt: photo.alt } : null;
}
