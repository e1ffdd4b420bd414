import { encode } from 'uqr';
import type { Palette } from './palette.ts';

/** A QR code as an SVG of one path, with the four light modules around it that the standard asks for (ISO/IEC 18004). */
export function qrSvg(content: string): string {
  return svgOf(encode(content, { ecc: 'M', border: QUIET }));
}

const QUIET = 4;

/**
 * The same for a sheet that is photographed from afar: modules of at least 1.1 mm, where the words are short enough for it.
 * `room`: mm that its dark part may fill; `around`: mm that are white on all sides of that. Answers its place within the
 * room's upper right corner, in mm. A page's address of up to 53 signs has modules of 1.1 mm in 34 mm.
 */
export function qrSvgIn(
  content: string,
  room: number,
  around: number,
): { readonly svg: string; readonly side: number; readonly module: number } {
  const codes = (['M', 'L'] as const).map((ecc) => {
    const code = encode(content, { ecc, border: 0 });
    return { code, module: Math.min(room / code.size, around / QUIET) };
  });
  const [careful, plain] = codes;
  if (!careful || !plain) throw new Error('Cannot draw a square code: none was made');
  // A code that mends fewer faults with larger modules reads better from afar than the other way round.
  const { code, module } = careful.module >= LEAST_MODULE ? careful : plain;
  return { svg: svgOf(code), side: code.size * module, module };
}

const LEAST_MODULE = 1.1;

function svgOf({ data, size }: ReturnType<typeof encode>): string {
  // Dark modules that touch become one bar, so that no viewer draws a hairline between them.
  const bars = data.flatMap((row, y) =>
    row.flatMap((dark, x) => {
      if (!dark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      return `M${x} ${y}h${(end < 0 ? size : end) - x}v1H${x}z`;
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${bars.join('')}" fill="#1c1a17"/></svg>`;
}

const WIDTH = 2100;
const HEIGHT = 640;
const GROUND = 585;

/** A friendly street along the foot of a poster, 2100 by 640, in the organisation's own colour among warm ones. */
export function streetSvg({ fill, ink, tint }: Palette): string {
  const walls = [fill, '#e9b44c', '#d9795d', tint, '#7fa99b', '#f2d3a2'];
  const houses = [
    { x: 60, width: 270, height: 300, roof: 'gable' },
    { x: 330, width: 330, height: 400, roof: 'flat' },
    { x: 660, width: 250, height: 280, roof: 'gable' },
    { x: 1010, width: 300, height: 350, roof: 'gable' },
    { x: 1310, width: 340, height: 430, roof: 'flat' },
    { x: 1650, width: 280, height: 310, roof: 'gable' },
  ] as const;
  const drawn = houses.map((house, index) => houseSvg(house, walls[index] ?? fill, ink, index)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<path d="M0 470c260-70 520-40 820-10s700-80 1280-20v200H0z" fill="#dfe8c8"/>
${drawn}${tree(958, 150)}${tree(1995, 190)}${bush(640)}${bush(1640)}
<path d="M0 ${GROUND}h${WIDTH}v${HEIGHT - GROUND}H0z" fill="#b9cf94"/>
${flags(ink, fill)}${people(ink, fill)}</svg>`;
}

type House = { readonly x: number; readonly width: number; readonly height: number; readonly roof: 'gable' | 'flat' };

function houseSvg({ x, width, height, roof }: House, wall: string, ink: string, index: number): string {
  const top = GROUND - height;
  const cap =
    roof === 'gable'
      ? `<path d="M${x - 18} ${top + 6}L${x + width / 2} ${top - 110}L${x + width + 18} ${top + 6}z" fill="#a8523a" stroke="#a8523a" stroke-width="14" stroke-linejoin="round"/><rect x="${x + width * 0.68}" y="${top - 105}" width="34" height="70" rx="6" fill="#8f4530"/>`
      : `<rect x="${x - 10}" y="${top - 16}" width="${width + 20}" height="30" rx="12" fill="${ink}"/>`;
  const door = index % 2 === 0 ? x + width * 0.16 : x + width * 0.62;
  return `<g><rect x="${x}" y="${top}" width="${width}" height="${height + 6}" rx="10" fill="${wall}"/>${cap}${windows(x, width, top, height)}
<path d="M${door} ${GROUND}v-78a32 32 0 0 1 64 0v78z" fill="#fffaf0"/><path d="M${door + 7} ${GROUND}v-76a25 25 0 0 1 50 0v76z" fill="#8f4530"/><circle cx="${door + 46}" cy="${GROUND - 42}" r="5" fill="#f6d98b"/></g>`;
}

function windows(x: number, width: number, top: number, height: number): string {
  const columns = width > 290 ? 3 : 2;
  const step = width / columns;
  let drawn = '';
  for (let y = top + 34, row = 0; y < top + height - 150; y += 96, row++) {
    for (let column = 0; column < columns; column++) {
      const left = x + step * column + (step - 56) / 2;
      const lit = (row + column) % 2 === 0 ? '#fff3c4' : '#fffaf0';
      drawn += `<rect x="${left}" y="${y}" width="56" height="64" rx="9" fill="${lit}"/><path d="M${left + 28} ${y}v64M${left} ${y + 30}h56" stroke="#8a7a63" stroke-width="5"/><rect x="${left - 5}" y="${y + 62}" width="66" height="10" rx="5" fill="#8a7a63"/>`;
      if ((row + column) % 3 === 1) drawn += flowerBox(left, y + 58);
    }
  }
  return drawn;
}

function flowerBox(left: number, y: number): string {
  const blooms = [8, 28, 48].map(
    (dx) =>
      `<circle cx="${left + dx}" cy="${y - 5}" r="9" fill="#e4572e"/><circle cx="${left + dx}" cy="${y - 5}" r="3" fill="#ffe08a"/>`,
  );
  return `<rect x="${left - 2}" y="${y - 2}" width="60" height="16" rx="6" fill="#5f8a4f"/>${blooms.join('')}`;
}

function tree(x: number, height: number): string {
  const top = GROUND - height;
  return `<rect x="${x - 9}" y="${top}" width="18" height="${height + 4}" rx="8" fill="#7b5b3e"/><circle cx="${x}" cy="${top - 30}" r="66" fill="#6f9a5b"/><circle cx="${x - 42}" cy="${top + 8}" r="46" fill="#7fab68"/><circle cx="${x + 44}" cy="${top + 6}" r="44" fill="#628c50"/><circle cx="${x - 18}" cy="${top - 44}" r="9" fill="#e4572e"/><circle cx="${x + 30}" cy="${top - 12}" r="9" fill="#e4572e"/><circle cx="${x - 46}" cy="${top + 12}" r="9" fill="#e4572e"/>`;
}

function bush(x: number): string {
  return `<g fill="#7fab68"><circle cx="${x - 30}" cy="${GROUND - 14}" r="34"/><circle cx="${x + 10}" cy="${GROUND - 24}" r="42"/><circle cx="${x + 48}" cy="${GROUND - 10}" r="30"/></g>`;
}

/** A garland between the two tall houses: it is a party. */
function flags(ink: string, fill: string): string {
  const colours = [fill, '#e4572e', '#f2c14e', '#7fa99b'];
  let drawn = `<path d="M655 212C800 330 1160 330 1316 186" fill="none" stroke="${ink}" stroke-width="5"/>`;
  for (let index = 1; index < 12; index++) {
    const t = index / 12;
    const x = bezier(t, 655, 800, 1160, 1316);
    const y = bezier(t, 212, 330, 330, 186);
    drawn += `<path d="M${x - 17} ${y}h34l-17 40z" fill="${colours[index % colours.length]}"/>`;
  }
  return drawn;
}

function bezier(t: number, a: number, b: number, c: number, d: number): number {
  const u = 1 - t;
  return Math.round(u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d);
}

/** Neighbours around a long table. */
function people(ink: string, fill: string): string {
  const guests = [
    { x: 770, coat: fill, skin: '#f0c7a0', hair: '#4a3423' },
    { x: 850, coat: '#d9795d', skin: '#8d5a3b', hair: '#231a14' },
    { x: 1060, coat: '#e9b44c', skin: '#e3b48c', hair: '#d8d2c8' },
    { x: 1140, coat: '#5b7f95', skin: '#c68b5e', hair: '#3a2a1e' },
  ];
  const drawn = guests
    .map(
      ({ x, coat, skin, hair }) =>
        `<path d="M${x - 32} ${GROUND + 20}v-62a32 32 0 0 1 64 0v62z" fill="${coat}"/><circle cx="${x}" cy="${GROUND - 96}" r="27" fill="${skin}"/><path d="M${x - 28} ${GROUND - 98}a28 28 0 0 1 56 0q-28-18-56 0z" fill="${hair}"/><path d="M${x - 10} ${GROUND - 86}q10 9 20 0" fill="none" stroke="#5a2f1e" stroke-width="4" stroke-linecap="round"/>`,
    )
    .join('');
  const cups = [800, 905, 1010, 1105]
    .map((x) => `<path d="M${x} ${GROUND - 38}h26l-4 26h-18z" fill="#fffaf0"/>`)
    .join('');
  return `${drawn}<rect x="715" y="${GROUND - 14}" width="490" height="22" rx="9" fill="#8a5a3a"/><path d="M750 ${GROUND + 4}v48M1170 ${GROUND + 4}v48" stroke="#6d452b" stroke-width="14" stroke-linecap="round"/>${cups}<path d="M940 ${GROUND - 52}h44v38h-44z" fill="${ink}"/><circle cx="950" cy="${GROUND - 66}" r="13" fill="#f2c14e"/><circle cx="974" cy="${GROUND - 70}" r="13" fill="#e4572e"/>`;
}
