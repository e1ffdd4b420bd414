import { type Html, rawHtmlWeWroteOurselves } from '#jsx/jsx-runtime';

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** The season of a month (1-12), as gardens in Denmark know it. */
export function seasonOf(month: number): Season {
  if (month === 12 || month <= 2) return 'winter';
  if (month <= 5) return 'spring';
  return month <= 8 ? 'summer' : 'autumn';
}

/** Our street: a row of friendly houses, neighbours between them, and whatever the season brings. 1200 × 300. */
export function Street(props: { readonly season: Season }): Html {
  return STREETS[props.season];
}

const GROUND = 262;

interface House {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly wall: string;
  readonly roof: string;
  readonly shape: 'gable' | 'flat' | 'slope' | 'step';
  readonly door: number;
}

const HOUSES: readonly House[] = [
  { x: 36, width: 92, height: 92, wall: 'wall', roof: 'roof', shape: 'gable', door: 34 },
  { x: 134, width: 120, height: 148, wall: 'tegl', roof: 'roof-dark', shape: 'flat', door: 16 },
  { x: 262, width: 84, height: 110, wall: 'sun-pale', roof: 'tegl', shape: 'gable', door: 12 },
  { x: 430, width: 104, height: 118, wall: 'sky-pale', roof: 'sky-deep', shape: 'slope', door: 64 },
  { x: 540, width: 88, height: 96, wall: 'wall', roof: 'tegl', shape: 'step', door: 32 },
  { x: 742, width: 128, height: 156, wall: 'leaf-pale', roof: 'roof', shape: 'flat', door: 84 },
  { x: 876, width: 90, height: 104, wall: 'tegl', roof: 'roof-dark', shape: 'gable', door: 34 },
  { x: 1052, width: 106, height: 122, wall: 'sun-pale', roof: 'roof', shape: 'gable', door: 18 },
];

function house(one: House): string {
  const { x, width, height } = one;
  const top = GROUND - height;
  return [
    `<path class="fill-${one.wall}" d="M${x} ${GROUND}V${top}h${width}v${height}z"/>`,
    roofOf(one, top),
    windowsOf(one, top),
    `<path class="fill-${one.roof}" d="M${x + one.door} ${GROUND}v-34a12 12 0 0 1 24 0v34z"/>`,
    `<circle class="fill-sun" cx="${x + one.door + 18}" cy="${GROUND - 18}" r="2"/>`,
  ].join('');
}

function roofOf({ x, width, roof, shape }: House, top: number): string {
  const fill = `class="fill-${roof}"`;
  const middle = x + width / 2;
  if (shape === 'flat') return `<path ${fill} d="M${x - 5} ${top - 9}h${width + 10}v13H${x - 5}z"/>`;
  if (shape === 'slope')
    return `<path ${fill} d="M${x - 6} ${top + 2}V${top - 16}L${x + width + 6} ${top - 46}V${top + 2}z"/>`;
  if (shape === 'step') {
    return `<path ${fill} d="M${x - 4} ${top + 2}v-16h16v-14h16v-14h${width - 56}v14h16v14h16v16z"/>`;
  }
  const chimney = `<path class="fill-roof-dark" d="M${middle + 14} ${top - 40}h13v30h-13z"/>`;
  return `${chimney}<path ${fill} d="M${x - 8} ${top + 2} ${middle} ${top - 46}l${width / 2 + 8} 48z"/>`;
}

// Some neighbours are at home: their windows are lit, more so in dark mode.
function windowsOf({ x, width, height, door }: House, top: number): string {
  const across = width > 100 ? 3 : 2;
  const gap = (width - across * 20) / (across + 1);
  const floors = Math.floor((height - 24) / 42);
  let drawn = '';
  for (let floor = 0; floor < floors; floor += 1) {
    for (let column = 0; column < across; column += 1) {
      const left = Math.round(x + gap + column * (20 + gap));
      const up = top + 16 + floor * 42;
      if (up + 26 > GROUND - 50 && left < x + door + 32 && left + 20 > x + door - 8) continue;
      const lit = (floor * 7 + column * 5 + x) % 3 === 0 ? 'lit' : 'window';
      drawn += `<rect class="fill-${lit}" x="${left}" y="${up}" width="20" height="24" rx="3"/>`;
    }
  }
  return drawn;
}

const TREES = [
  { x: 386, size: 34 },
  { x: 684, size: 42 },
  { x: 1008, size: 32 },
  { x: 1180, size: 38 },
];

function tree({ x, size }: { readonly x: number; readonly size: number }, season: Season): string {
  const trunk = `<path class="line-trunk" d="M${x} ${GROUND}v-${size + 16}"/>`;
  const y = GROUND - size - 34;
  if (season === 'winter') {
    const reach = Math.round(size * 0.7);
    return `${trunk}<path class="line-branch" d="M${x} ${y + 26}l-${reach}-${reach}M${x} ${y + 26}l${reach}-${reach}M${x} ${y + 30}v-${size + 8}M${x - 10} ${y + 16}v-18M${x + 10} ${y + 16}v-18"/>`;
  }
  const crown = season === 'autumn' ? 'fill-autumn' : 'fill-leaf';
  const spots = season === 'spring' ? 'fill-blossom' : season === 'autumn' ? 'fill-sun' : 'fill-leaf-light';
  return `${trunk}<circle class="${crown}" cx="${x}" cy="${y}" r="${size}"/><g class="${spots}"><circle cx="${x - 12}" cy="${y - 10}" r="7"/><circle cx="${x + 14}" cy="${y + 2}" r="5"/><circle cx="${x - 4}" cy="${y + 14}" r="5"/></g>`;
}

function person(x: number, coat: string, waving = false): string {
  const arm = waving ? `M${x + 6} 232l11-13` : `M${x + 7} 232l6 12`;
  return `<path class="line-arm" d="${arm}"/><path class="fill-${coat}" d="M${x - 10} ${GROUND}v-22a10 10 0 0 1 20 0v22z"/><circle class="fill-skin" cx="${x}" cy="222" r="8"/>`;
}

const BUNTING =
  '<path class="line-string" d="M346 168c26 20 58 22 84 2M628 178c34 22 78 22 114 0"/><path class="fill-sun" d="m360 176 12 6-9 9z"/><path class="fill-tegl" d="m384 184 13-1-5 12z"/><path class="fill-leaf" d="m408 182 12-6-1 13z"/><path class="fill-tegl" d="m648 188 12 4-8 10z"/><path class="fill-sky-deep" d="m676 194 13 0-6 11z"/><path class="fill-sun" d="m704 192 12-4-3 13z"/>';
const LONG_TABLE =
  '<path class="fill-cloth" d="M634 234h92l4 8H630z"/><path class="line-wood" d="m642 262 5-20M718 262l-5-20"/><path class="fill-roof" d="M654 226h12v8h-12z"/><circle class="fill-sun" cx="682" cy="230" r="4"/><path class="fill-sky-deep" d="M698 224h7v10h-7z"/>';

function seasonal(season: Season): string {
  if (season === 'winter') {
    return '<g class="fill-snow"><circle cx="90" cy="60" r="4"/><circle cx="230" cy="36" r="3"/><circle cx="400" cy="80" r="4"/><circle cx="520" cy="40" r="3"/><circle cx="660" cy="70" r="4"/><circle cx="720" cy="30" r="3"/><circle cx="830" cy="50" r="4"/><circle cx="990" cy="40" r="3"/><circle cx="1100" cy="70" r="4"/><circle cx="1010" cy="120" r="3"/><circle cx="392" cy="140" r="3"/></g><g class="fill-snow"><circle cx="1022" cy="246" r="15"/><circle cx="1022" cy="224" r="10"/></g><path class="fill-tegl" d="m1022 223 12 3-12 2z"/>';
  }
  if (season === 'autumn') {
    return '<g class="fill-autumn"><circle cx="640" cy="256" r="4"/><circle cx="730" cy="250" r="3"/><circle cx="362" cy="254" r="4"/><circle cx="410" cy="258" r="3"/><circle cx="984" cy="252" r="4"/></g>';
  }
  const petals = season === 'spring' ? 'fill-blossom' : 'fill-sun';
  return `<g class="line-stem"><path d="M354 262v-12M366 262v-16M972 262v-14M984 262v-10M996 262v-13"/></g><g class="${petals}"><circle cx="354" cy="248" r="5"/><circle cx="366" cy="243" r="5"/><circle cx="984" cy="250" r="5"/></g><g class="fill-tegl"><circle cx="972" cy="246" r="5"/><circle cx="996" cy="247" r="5"/></g>`;
}

function street(season: Season): Html {
  const sky =
    '<circle class="fill-sun" cx="950" cy="64" r="32"/><g class="fill-cloud"><path d="M640 60a14 14 0 0 1 14-14 20 20 0 0 1 38 0 14 14 0 0 1 2 27h-40a14 14 0 0 1-14-13zM1010 78a12 12 0 0 1 12-12 18 18 0 0 1 34 0 12 12 0 0 1 2 24h-36a12 12 0 0 1-12-12z"/></g>';
  const soil = season === 'winter' ? 'fill-snow' : 'fill-ground';
  const ground = `<path class="fill-hill" d="M0 230c150-40 300-34 460-12s300-30 460-24 200 30 280 20v86H0z"/><path class="${soil}" d="M0 258c200-6 400 4 600 0s400-4 600 0v42H0z"/>`;
  const people =
    person(372, 'roof', true) +
    person(404, 'sky-deep') +
    person(622, 'tegl') +
    person(738, 'leaf-dark', true) +
    person(1030, 'sky-deep', season !== 'winter');
  const party = season === 'winter' ? '' : BUNTING;
  const inside = [
    sky,
    ground,
    TREES.map((one) => tree(one, season)).join(''),
    HOUSES.map(house).join(''),
    party,
    season === 'winter' ? '' : LONG_TABLE,
    seasonal(season),
    season === 'winter' ? person(380, 'roof', true) + person(640, 'tegl') : people,
  ].join('');
  return rawHtmlWeWroteOurselves(
    `<svg class="street" viewBox="0 0 1200 300" width="1200" height="300" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false">${inside}</svg>`,
  );
}

const STREETS: Readonly<Record<Season, Html>> = {
  spring: street('spring'),
  summer: street('summer'),
  autumn: street('autumn'),
  winter: street('winter'),
};
