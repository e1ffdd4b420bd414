import { deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';

/** What programs have fallen over: each is tried in fields, in addresses and in queries. */
const TEXTS: readonly string[] = [
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    'null',
    'undefined',
    'NaN',
    '[object Object]',
    'true',
    '{}',
    '[]',
    '%',
    '%00',
    '%zz',
  ],
  ...['-1', '0', '1e309', '9'.repeat(40), '0x10', '1,2,3', '٣٤', '½', '1.000.000.000.000,00', '-0', '9007199254740993'],
  ...['2026-02-30', '0000-00-00', '99999-01-01', '1970-01-01T00:00:00Z', '31-12-2026', '24:61'],
  ...[`'; drop table person; --`, `' or 1=1 --`, '$1', '\\', '"', '`', '${7*7}', '{{7*7}}', '%s%n', '$(id)', '| id'],
  ...['../../../etc/passwd', '..\\..\\windows', 'file:///etc/passwd', 'http://169.254.169.254/', '//evil.example'],
  ...['a\r\nBcc: alle@evil.example', 'a\nb', '\u2028', '\ud800', '\u202e', '\ufeff', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢', '👩‍👩‍👧‍👦', '﷽'],
  ...['018f0000-0000-7000-8000-000000000000', '00000000-0000-0000-0000-000000000000', '__proto__', 'constructor'],
  ...['æ'.repeat(3000), 'a '.repeat(2000), '('.repeat(500), 'a@'.repeat(200), '1'.repeat(2000), ' '.repeat(3000)],
];

/** The same for the same seed. */
export function nasty(seed: number, count: number): string[] {
  const text = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...TEXTS) },
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  return fc.sample(text, { seed, numRuns: count });
}

/** Long runs that an expression may walk through again and again, each as long as one likes. */
export const LONG_RUNS: readonly ((signs: number) => string)[] = [
  (signs) => `a@${'.'.repeat(signs)}@`,
  (signs) => `a${' '.repeat(signs)}x`,
  (signs) => `${'1'.repeat(signs)}x`,
  (signs) => `${'a.'.repeat(signs / 2)}@`,
  (signs) => `x${', '.repeat(signs / 2)}x`,
  (signs) => `x${'-'.repeat(signs)}x`,
];

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** A header of a picture that says it is larger than any memory. */
function hugePng(): Uint8Array {
  const head = Buffer.alloc(33);
  head.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  head.writeUInt32BE(65_000, 16);
  head.writeUInt32BE(65_000, 20);
  head.set([8, 6, 0, 0, 0], 24);
  return new Uint8Array(head);
}

/** A workbook of one part that unpacks to a thousand times itself. */
function bomb(): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(8_000_000, 32));
  const name = Buffer.from('xl/workbook.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(8_000_000, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  local.copy(entry, 6, 4, 30);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, name, packed, entry, name, end]));
}

/** Files that are not what they say, unfold without end, ask elsewhere, or run. */
export const FILES: readonly File[] = (
  [
    ['tom.pdf', ''],
    ['../../../../tmp/sti.csv', 'Vej;Nr\nÆblevej;1\n'],
    ['a"\r\nx: y.csv', 'Vej;Nr\n=cmd|calc;1\n'],
    ['billede.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="qz()"><script>qz()</script></svg>'],
    ['billede.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="qz()"/>'],
    ['side.pdf', '<html><script>qz()</script>'],
    ['side.html', '<!doctype html><script>qz()</script>'],
    ['fil.xml', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Invoice>&x;</Invoice>'],
    [
      'latter.xml',
      `<!DOCTYPE a [<!ENTITY a "${'x'.repeat(99)}"><!ENTITY b "${'&a;'.repeat(99)}">]><a>${'&b;'.repeat(99)}</a>`,
    ],
    ['dyb.xml', `<?xml version="1.0"?>${'<a>'.repeat(20_000)}`],
    [
      'script.pdf',
      '%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
    ],
    ['halv.pdf', '%PDF-1.7\n1 0 obj <<'],
    ['bredt.csv', `${';'.repeat(60_000)}\n`],
    ['sammen.csv', `"${'a'.repeat(100_000)}`],
    ['konto.csv', 'Dato;Beløb\n2026-13-45;1e999\n'],
  ] as const
)
  .map(([name, text]) => new File([bytesOf(text)], name))
  .concat([
    new File([hugePng() as Uint8Array<ArrayBuffer>], 'kaempe.png', { type: 'image/png' }),
    new File([bomb() as Uint8Array<ArrayBuffer>], 'bombe.xlsx'),
    new File([new Uint8Array(gzipSync(Buffer.alloc(5_000_000)))], 'pakket.xml'),
    new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])], 'halv.jpg', { type: 'image/jpeg' }),
    new File([new Uint8Array(2000).map((_, at) => (at * 7919) % 256)], 'stoej.heic'),
  ]);
