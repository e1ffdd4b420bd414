import assert from 'node:assert/strict';
import { test } from 'node:test';
import { READ, readSentSheets, SENT } from './sent-sheets.ts';

test('the story shows what the real reader says of its sheets', async () => {
  const again = await readSentSheets();
  assert.equal(again.length, READ.length);
  for (const [at, boxes] of again.entries())
    for (const [field, { label, confidence }] of Object.entries(boxes)) {
      const kept = READ[at]?.[field];
      const place = `sheet ${at + 1}, ${field}: write it down anew with scripts/demo-sheets.ts`;
      assert.equal(kept?.label, label, place);
      assert.ok(Math.abs((kept?.confidence ?? 9) - confidence) < 0.02, place);
      const meant = SENT[at]?.[field] ?? 'empty';
      assert.equal(label, meant === 'both' ? 'unsure' : meant, 'the reader reads the story as it is meant');
    }
});
