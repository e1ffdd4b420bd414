import sharp from 'sharp';
import { verbs } from '../modules/decide/results/seed.ts';
import { must, type Scene, type Stage } from './tell.ts';

/**
 * What came of the first year: five told about, one with a picture for everybody, and the others asked for this morning.
 * What is told and paid in full is closed by the clock.
 */
export function resultsScenes(): readonly Scene[] {
  return [
    {
      ago: 100,
      by: 'tove',
      async play(tx, stage) {
        const id = of(stage, 'strikkekreds');
        const answers = {
          came: 8,
          best: 'To nye kom med, og den ene havde aldrig strikket før.',
          differently: 'Købe mere blåt garn.',
        };
        must(await verbs.giveFeedback(tx, id, answers), 'strikkekreds');
      },
    },
    {
      ago: 96,
      by: 'jytte',
      async play(tx, stage) {
        const id = of(stage, 'naturture');
        const answers = {
          came: 67,
          best: 'Vi så en isfugl, og dem med rollator kom hele vejen rundt.',
          differently: 'Begynde en time senere om vinteren.',
        };
        must(await verbs.giveFeedback(tx, id, answers), 'naturture');
        const photo = must(await verbs.addPhoto(tx, id, await meadowPicture()), 'naturture');
        stage.photos.set('naturture', photo);
      },
    },
    {
      ago: 95,
      by: 'jonas',
      async play(tx, stage) {
        const id = of(stage, 'naturture');
        const photo = stage.photos.get('naturture');
        if (!photo) throw new Error('Cannot show the picture of "naturture": it was not added');
        await verbs.showWords(tx, id, true);
        await verbs.showPhoto(tx, id, photo, true);
        await verbs.showWords(tx, of(stage, 'strikkekreds'), true);
      },
    },
    {
      ago: 90,
      by: 'jonas',
      async play(tx, stage) {
        const id = of(stage, 'vintermiddage');
        const answers = { came: 96, best: 'Folk blev siddende og vaskede op sammen.', differently: 'Flere stole.' };
        must(await verbs.giveFeedback(tx, id, answers, 'paper'), 'vintermiddage');
        await verbs.showWords(tx, id, true);
      },
    },
    {
      ago: 60,
      by: 'daniel',
      async play(tx, stage) {
        const id = of(stage, 'spilleaftener');
        const answers = { came: 34, best: 'De unge styrede det hele selv.', differently: 'Mindre pizza, mere frugt.' };
        must(await verbs.giveFeedback(tx, id, answers), 'spilleaftener');
      },
    },
    {
      ago: 4,
      by: 'clara',
      async play(tx, stage) {
        const id = of(stage, 'nabokor');
        const answers = {
          came: 124,
          best: 'At høre fire afdelinger synge det samme.',
          differently: 'Få fat i flere basser.',
        };
        must(await verbs.giveFeedback(tx, id, answers), 'nabokor');
      },
    },
    // The morning of today: the clock finds who has not been heard from.
    {
      ago: 0,
      by: null,
      async play(tx) {
        await verbs.remindAll(tx);
      },
    },
  ];
}

function of(stage: Stage, key: string) {
  const id = stage.applications.get(key);
  if (!id) throw new Error(`Cannot tell how "${key}" went: nobody has applied for it`);
  return id;
}

/** Drawn by ourselves: grass, a path and a bird. Nobody is on it. */
export async function meadowPicture() {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900" viewBox="0 0 1200 900">
    <rect width="1200" height="900" fill="#bfe0ee"/><circle cx="980" cy="170" r="80" fill="#ffd667"/>
    <path d="M0 470q300-120 620-40t580-30v500H0z" fill="#8cb860"/><path d="M0 640q380-90 700 10t500-20v270H0z" fill="#5f9448"/>
    <path d="M520 900q60-190 10-300t90-170h50q-140 90-70 190t100 280z" fill="#e6d3a8"/>
    <path d="M300 250q40-50 80 0q40-50 80 0q-40-20-80 20q-40-40-80-20z" fill="#3a4a55"/>
    ${[120, 260, 760, 900, 1040].map((x) => `<g fill="#fff"><circle cx="${x}" cy="720" r="16"/><circle cx="${x}" cy="720" r="7" fill="#f2b600"/></g>`).join('')}
  </svg>`;
  return {
    bytes: new Uint8Array(await sharp(Buffer.from(drawing)).jpeg({ quality: 82 }).toBuffer()),
    name: 'engen.jpg',
    alt: 'En sti gennem engen med hvide blomster og en fugl over bakken',
    people: 'nobody' as const,
    mayBePublic: true,
    consent: 'Jeg har selv lavet billedet. Der er ingen på det.',
  };
}
