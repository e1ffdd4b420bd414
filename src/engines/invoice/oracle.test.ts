import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { XmlDocument, XsdValidator, xmlCleanupInputProvider } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { SAMPLE } from './fixtures/sample.ts';
import { writeOioubl, writePeppol } from './fixtures/write-ubl.ts';
import { readInvoice } from './read-invoice.ts';
import { UBL_SHAPE } from './shapes.ts';

const SHARED = process.env.GROBUND_SHARED ?? join(import.meta.dirname, '../../../../shared');
const SCHEMAS = join(SHARED, 'data/invoices/xsd/ubl21');

/** An element of the fixture: where it stands in the text, and what holds it. */
interface Span {
  readonly path: string;
  readonly parent: string;
  readonly from: number;
  readonly until: number;
  /** The start tag ends here. */
  readonly inside: number;
  readonly leaf: boolean;
  readonly parentEnd: number;
}

type Mutation = (xml: string, span: Span) => string;

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  dropped: (xml, { from, until }) => xml.slice(0, from) + xml.slice(until),
  doubled: (xml, { from, until }) => xml.slice(0, until) + xml.slice(from),
  'moved last': (xml, { from, until, parentEnd }) =>
    xml.slice(0, from) + xml.slice(until, parentEnd) + xml.slice(from, until) + xml.slice(parentEnd),
  'made nonsense': (xml, { inside, until, leaf }) =>
    leaf ? `${xml.slice(0, inside)}x,y${xml.slice(xml.lastIndexOf('</', until - 1))}` : xml,
  'stripped of attributes': (xml, { from, inside }) =>
    xml.slice(0, from) + xml.slice(from, inside).replace(/\s[^>]*(?=>)/, '') + xml.slice(inside),
};

/** Every element that our structure rules know. */
function spansOf(xml: string): Span[] {
  const open: { name: string; part: string; from: number; inside: number; children: Omit<Span, 'parentEnd'>[] }[] = [];
  const found: Span[] = [];
  for (const tag of xml.matchAll(/<(\/?)(?:\w+:)?(\w+)[^>?]*>/g)) {
    const [text, closing, name = ''] = tag;
    const holder = open.at(-1);
    if (closing) {
      const ended = open.pop();
      const outer = open.at(-1);
      if (!ended) continue;
      found.push(...ended.children.map((one) => ({ ...one, parentEnd: tag.index })));
      const known = UBL_SHAPE.parts.get(outer?.part ?? '')?.some((part) => part.name === ended.name);
      if (outer && known) {
        const { from, inside } = ended;
        const until = tag.index + text.length;
        const leaf = !xml.slice(inside, tag.index).includes('<');
        outer.children.push({ path: `${outer.name}/${ended.name}`, parent: outer.name, from, until, inside, leaf });
      }
      continue;
    }
    const part =
      UBL_SHAPE.parts.get(holder?.part ?? '')?.find((one) => one.name === name)?.type ?? (holder ? '' : name);
    open.push({ name, part, from: tag.index, inside: tag.index + text.length, children: [] });
  }
  return found;
}

const DOCUMENTS: Readonly<Record<string, string>> = {
  'OIOUBL invoice': writeOioubl(SAMPLE),
  'OIOUBL credit note': writeOioubl({ ...SAMPLE, kind: 'creditNote' }),
  'Peppol invoice': writePeppol(SAMPLE),
  'Peppol credit note': writePeppol({ ...SAMPLE, kind: 'creditNote' }),
};

test('the fixtures have the parts that structure rules are tried on', () => {
  for (const xml of Object.values(DOCUMENTS)) assert.ok(spansOf(xml).length > 70);
});

if (existsSync(SCHEMAS)) {
  xmlRegisterFsInputProviders();
  const validators = new Map(['Invoice', 'CreditNote'].map((name) => [name, validatorOf(name)]));
  xmlCleanupInputProvider();

  for (const [name, xml] of Object.entries(DOCUMENTS)) {
    test(`what the official schema refuses in an ${name} changed in one place, our rules refuse; what it accepts, they accept`, async () => {
      const validator = validators.get(/<(Invoice|CreditNote) /.exec(xml)?.[1] ?? '');
      assert.ok(validator);
      assert.equal(complaint(validator, xml), null);
      const disagreements: string[] = [];
      let refused = 0;
      for (const span of spansOf(xml)) {
        for (const [kind, mutate] of Object.entries(MUTATIONS)) {
          const mutant = mutate(xml, span);
          if (mutant === xml) continue;
          const wrong = complaint(validator, mutant);
          const { problems } = await readInvoice(Buffer.from(mutant));
          const errors = problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
          const structural = errors.filter((code) => code.startsWith('STRUCTURE'));
          if (wrong) refused += 1;
          if (wrong && errors.length === 0)
            disagreements.push(`${span.path} ${kind}: refused there, not here: ${wrong}`);
          if (!wrong && structural.length > 0)
            disagreements.push(`${span.path} ${kind}: ${structural.join()} only here`);
        }
      }
      assert.deepEqual(disagreements, []);
      assert.ok(refused > 60, `only ${refused} mutants were wrong`);
    });
  }
}

function validatorOf(name: string): XsdValidator {
  const path = join(SCHEMAS, `maindoc/UBL-${name}-2.1.xsd`);
  const schema = XmlDocument.fromBuffer(readFileSync(path), { url: path });
  return XsdValidator.fromDoc(schema);
}

function complaint(validator: XsdValidator, xml: string): string | null {
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return null;
  } catch (error) {
    return (error as Error).message.trim();
  } finally {
    document.dispose();
  }
}
