import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { toOre } from '../../kernel/money.ts';
import type { Batch, Payment } from './batch.ts';
import { writeCsv } from './csv.ts';
import { SAMPLE } from './fixtures/sample.ts';
import { PAIN_VERSIONS, type PainVersion, writePain001 } from './pain001.ts';
import { painFaults } from './structure.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const SHARED = process.env.GROBUND_SHARED ?? join(import.meta.dirname, '../../../../shared');
const SCHEMAS = join(SHARED, 'data/invoices/xsd');

/** What the official schemas said when they were last asked: the file, its hash, and the hash of the schema. */
const GOLDEN = JSON.parse(readFileSync(join(FIXTURES, 'golden.json'), 'utf8')) as Readonly<
  Record<string, { readonly sha256: string; readonly validAgainst?: string }>
>;

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const nameOf = (version: PainVersion) => `batch-pain.001.001.${version}.xml`;

test('the sample batch is written, byte for byte, as the files that the official schemas found valid', () => {
  const written: Record<string, string> = { 'batch.csv': writeCsv(SAMPLE) };
  for (const version of PAIN_VERSIONS) written[nameOf(version)] = writePain001(SAMPLE, version);
  assert.deepEqual(Object.keys(GOLDEN).sort(), Object.keys(written).sort());
  for (const [name, text] of Object.entries(written)) {
    if (name.endsWith('.xml')) assert.equal(text, readFileSync(join(FIXTURES, name), 'utf8'), name);
    assert.equal(sha256(text), GOLDEN[name]?.sha256, name);
  }
});

for (const version of PAIN_VERSIONS) {
  const schema = join(SCHEMAS, `pain.001.001.${version}.xsd`);
  if (!existsSync(schema)) continue;

  test(`the official schema of pain.001.001.${version} finds the golden file valid`, () => {
    assert.equal(sha256(readFileSync(schema)), GOLDEN[nameOf(version)]?.validAgainst);
    assert.equal(complaint(validatorOf(schema), writePain001(SAMPLE, version)), null);
    assert.equal(complaint(validatorOf(schema), writePain001(LARGE, version)), null);
  });

  test(`what the schema of pain.001.001.${version} refuses in a file changed in one place, our own rules refuse`, () => {
    const validator = validatorOf(schema);
    const xml = writePain001(SAMPLE, version);
    let refused = 0;
    for (const mutant of mutantsOf(xml)) {
      if (complaint(validator, mutant) === null) continue;
      refused += 1;
      assert.ok(painFaults(mutant).length > 0, mutant);
    }
    assert.ok(refused > 200, `only ${refused} were refused`);
  });
}

/** 300 payments of every kind: the longest names and texts, every letter that people are called by, øre that do not divide. */
const LARGE: Batch = {
  ...SAMPLE,
  payments: Array.from({ length: 300 }, (_, at) => {
    const one = SAMPLE.payments[at % SAMPLE.payments.length] as Payment;
    return {
      ...one,
      endToEndId: `GB-${String(at).padStart(6, '0')}-${'1'.repeat(25)}`,
      payee:
        ['Ærø Åbenrå Øl & Brød ', 'Łukasz Żółć ßtraße ', '<script>"\'&amp;😀 Ünïçødé ', '山田 Yamada Ω '][
          at % 4
        ]?.repeat(20) ?? '',
      amount: toOre(1 + at * 333),
      invoiceNumber: `Æ${'9'.repeat(200)}`,
      reference: `P-${String(at).padStart(4, '0')}`,
    };
  }),
};

test('a large batch with the longest and strangest names keeps our own rules, and its sums', () => {
  for (const version of PAIN_VERSIONS) {
    const xml = writePain001(LARGE, version);
    assert.deepEqual(painFaults(xml), []);
    assert.match(xml, /<GrpHdr>[\s\S]*?<NbOfTxs>300<\/NbOfTxs>\s*<CtrlSum>149353\.50<\/CtrlSum>/);
    for (const [, name = ''] of xml.matchAll(/<Cdtr>\s*<Nm>([^<]*)<\/Nm>/g)) {
      assert.ok(name.replaceAll('&apos;', "'").length <= 70 && /^[A-Za-z0-9æøåÆØÅ]/.test(name), name);
    }
  }
});

/** Every line left out, doubled, swapped with the next, made nonsense, or made long. */
function mutantsOf(xml: string): string[] {
  const lines = xml.split('\n');
  return lines.flatMap((line, at) => {
    const before = lines.slice(0, at);
    const after = lines.slice(at + 1);
    const put = (...instead: string[]) => [...before, ...instead, ...after].join('\n');
    const [next = '', ...rest] = after;
    const leaf = /^(\s*<[^/?][^>]*>)[^<]+(<.*)$/.exec(line);
    return [
      put(),
      put(line, line),
      [...before, next, line, ...rest].join('\n'),
      ...(leaf
        ? [put(`${leaf[1]}x{}${leaf[2]}`), put(`${leaf[1]}${leaf[2]}`), put(`${leaf[1]}${'1'.repeat(150)}${leaf[2]}`)]
        : []),
    ];
  });
}

function validatorOf(path: string): XsdValidator {
  return XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(path), { url: path }));
}

function complaint(validator: XsdValidator, xml: string): string | null {
  let document: XmlDocument | null = null;
  try {
    document = XmlDocument.fromString(xml);
    validator.validate(document);
    return null;
  } catch (error) {
    return (error as Error).message.trim();
  } finally {
    document?.dispose();
  }
}
