import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { XmlDocument, XsdValidator, xmlCleanupInputProvider } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { mutantsOf, spansOf } from './fixtures/mutants.ts';
import { SAMPLE } from './fixtures/sample.ts';
import { writeOioubl, writePeppol } from './fixtures/write-ubl.ts';
import { readInvoice } from './read-invoice.ts';
import { UBL_SHAPE } from './shapes.ts';

const SHARED = process.env.GROBUND_SHARED ?? join(import.meta.dirname, '../../../../shared');
const SCHEMAS = join(SHARED, 'data/invoices/xsd/ubl21');

const DOCUMENTS: Readonly<Record<string, string>> = {
  'OIOUBL invoice': writeOioubl(SAMPLE),
  'OIOUBL credit note': writeOioubl({ ...SAMPLE, kind: 'creditNote' }),
  'Peppol invoice': writePeppol(SAMPLE),
  'Peppol credit note': writePeppol({ ...SAMPLE, kind: 'creditNote' }),
};

test('the fixtures have the parts that structure rules are tried on', () => {
  for (const xml of Object.values(DOCUMENTS)) assert.ok(spansOf(xml, UBL_SHAPE).length > 70);
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
      for (const { what, xml: mutant } of mutantsOf(xml, UBL_SHAPE)) {
        const wrong = complaint(validator, mutant);
        const { problems } = await readInvoice(Buffer.from(mutant));
        const errors = problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
        const structural = errors.filter((code) => code.startsWith('STRUCTURE'));
        if (wrong) refused += 1;
        if (wrong && errors.length === 0) disagreements.push(`${what}: refused there, not here: ${wrong}`);
        if (!wrong && structural.length > 0) disagreements.push(`${what}: ${structural.join()} only here`);
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
