import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import writeExcelFile from 'write-excel-file/node';
import type { Id } from '../../kernel/id.ts';
import { type TestTenant, testDatabase } from '../../testing/database.ts';
import { deleteFile, describeFiles, readFile, saveFile, type Upload } from './files.ts';
import { NATURES } from './kinds.ts';
import { bareOfWords } from './png.ts';

const { db, newTenant } = await testDatabase();
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));
const PDF = bytesOf('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const ALL = Object.keys(NATURES) as (keyof typeof NATURES)[];
const HEIC = new Uint8Array([
  0,
  0,
  0,
  24,
  ...bytesOf('ftypheic'),
  0,
  0,
  0,
  0,
  ...bytesOf('mif1heic'),
  ...new Array(40).fill(0),
]);

function picture(width = 40, height = 20): ReturnType<typeof sharp> {
  return sharp({ create: { width, height, channels: 3, background: '#2f6b4f' } });
}

function save(house: TestTenant, upload: Partial<Upload> & Pick<Upload, 'bytes' | 'name'>) {
  return house.tx((tx) => saveFile(tx, { purpose: 'test', allow: ALL, ...upload }));
}

async function refusal(house: TestTenant, upload: Parameters<typeof save>[1]): Promise<string> {
  const outcome = await save(house, upload);
  return outcome.ok ? `taken as ${outcome.value.kind}` : outcome.refusal;
}

test('a file is what its content is, whatever it is called', async () => {
  const house = await newTenant();
  const xlsx = new Uint8Array(await writeExcelFile([[{ value: 'Lejemål' }]]).toBuffer());
  const taken = async (bytes: Uint8Array, name: string) => {
    const outcome = await save(house, { bytes, name });
    return outcome.ok ? outcome.value.kind : outcome.refusal;
  };
  assert.equal(await taken(PDF, 'faktura.pdf'), 'pdf');
  assert.equal(await taken(await picture().jpeg().toBuffer(), 'IMG_1.JPG'), 'jpeg');
  assert.equal(await taken(await picture().png().toBuffer(), 'planche.png'), 'png');
  assert.equal(await taken(await picture().webp().toBuffer(), 'a.webp'), 'webp');
  assert.equal(await taken(xlsx, 'lejemål.xlsx'), 'xlsx');
  assert.equal(await taken(bytesOf('Vej;Nr\nÆblevej;1\n'), 'lejemål.csv'), 'csv');
  assert.equal(await taken(new Uint8Array(Buffer.from('Vej;Nr\n\xc6blevej;1\n', 'latin1')), 'lejemål.csv'), 'csv');
  assert.equal(await taken(bytesOf('Kære alle'), 'brev.txt'), 'text');
});

test('a file that pretends is not taken', async () => {
  const house = await newTenant();
  const png = await picture().png().toBuffer();
  assert.equal(await refusal(house, { bytes: png, name: 'faktura.pdf' }), 'not_what_the_name_says');
  assert.equal(
    await refusal(house, { bytes: bytesOf('<script>alert(1)</script>'), name: 'a.html' }),
    'not_what_the_name_says',
  );
  assert.equal(
    await refusal(house, { bytes: bytesOf('<svg onload="x()"/>'), name: 'a.svg', allow: ['png'] }),
    'kind_not_allowed',
  );
  assert.equal(await refusal(house, { bytes: new Uint8Array([77, 90, 0, 1, 2, 3]), name: 'a.txt' }), 'kind_unknown');
  assert.equal(await refusal(house, { bytes: PDF, name: 'a.pdf', allow: ['jpeg'] }), 'kind_not_allowed');
  assert.equal(await refusal(house, { bytes: new Uint8Array(), name: 'a.pdf' }), 'empty');
  assert.equal(await refusal(house, { bytes: PDF, name: 'a.pdf', maxBytes: 10 }), 'too_large');
});

test('a picture loses what the camera told, keeps how it was held, and cannot unfold without end', async () => {
  const house = await newTenant();
  const told = await picture(40, 20)
    .withExif({ IFD0: { Artist: 'Kamera-Kaj' }, IFD3: { GPSLatitude: '55/1 40/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const saved = await save(house, { bytes: told, name: 'foto.jpg' });
  const file = await house.tx((tx) => readFile(tx, saved.ok ? saved.value.id : assert.fail(saved.refusal)));
  const { exif, width, height } = await sharp(file?.bytes).metadata();
  assert.deepEqual({ exif, width, height }, { exif: undefined, width: 20, height: 40 });
  assert.equal(Buffer.from(file?.bytes ?? []).includes('Kamera-Kaj'), false);

  const bomb = await picture(3000, 3000).png().toBuffer();
  assert.equal(
    await refusal(house, { bytes: bomb, name: 'a.png', pictures: { mostPixels: 1_000_000 } }),
    'picture_too_many_pixels',
  );
  const torn = (await picture(500, 500).jpeg().toBuffer()).subarray(0, 900);
  assert.equal(await refusal(house, { bytes: torn, name: 'a.jpg' }), 'picture_broken');
  assert.equal(await refusal(house, { bytes: HEIC, name: 'a.heic' }), 'picture_cannot_be_cleaned');
  assert.equal(await refusal(house, { bytes: HEIC, name: 'a.heic', pictures: 'as_sent' }), 'taken as heic');
});

test('sixteen bits a channel weigh twice, and words packed in a PNG are not unpacked', async () => {
  const house = await newTenant();
  const limits = { pictures: { mostPixels: 10_000 } };
  const plain = picture(90, 90).ensureAlpha();
  assert.match(await refusal(house, { bytes: await plain.png().toBuffer(), name: 'a.png', ...limits }), /taken/);
  const deep = await plain.toColourspace('rgb16').png().toBuffer();
  assert.equal(await refusal(house, { bytes: deep, name: 'a.png', ...limits }), 'picture_too_many_pixels');
  const png = await picture(8, 8).png().toBuffer();
  const words = Buffer.concat([Buffer.from([0, 0, 0, 5]), Buffer.from('zTXt12345'), Buffer.alloc(4)]);
  const afterHeader = 33;
  const told = Buffer.concat([png.subarray(0, afterHeader), words, words, png.subarray(afterHeader), words]);
  assert.deepEqual(Buffer.from(bareOfWords(told)), png);
  const torn = Buffer.from(bareOfWords(told.subarray(0, afterHeader + 30)));
  assert.deepEqual(torn, png.subarray(0, afterHeader), 'nor where it breaks off');
});

test('content comes back byte for byte with a harmless name, and only in its own house', async () => {
  const [house, other] = [await newTenant(), await newTenant()];
  const saved = await save(house, { bytes: PDF, name: '..\\..\\hemmelig/\u202efdp.Æbler "2026"\r\n.pdf' });
  const id = saved.ok ? saved.value.id : assert.fail(saved.refusal);
  const file = await house.tx((tx) => readFile(tx, id));
  assert.deepEqual(new Uint8Array(file?.bytes ?? []), PDF);
  assert.deepEqual([file?.name, file?.type, file?.inline], ['fdp.Æbler 2026.pdf', 'application/pdf', true]);
  assert.equal(await other.tx((tx) => readFile(tx, id)), null);
  const described = await house.tx((tx) => describeFiles(tx, [id, house.tenant.id as unknown as Id<'file'>]));
  assert.deepEqual([...described.keys()], [id]);
});

test('the same content is kept once a house, and gone with the last file that has it', async () => {
  const [house, other] = [await newTenant(), await newTenant()];
  const ids: Id<'file'>[] = [];
  await Promise.all(
    Array.from({ length: 8 }, async (_, n) => {
      const saved = await save(house, { bytes: PDF, name: `${n}.pdf` });
      ids.push(saved.ok ? saved.value.id : assert.fail(saved.refusal));
    }),
  );
  await save(other, { bytes: PDF, name: 'anden.pdf' });
  const blobs = async () => {
    const { rows } = await db.pool.query('select count(*) as n from file_blob where tenant_id = $1', [house.tenant.id]);
    return rows[0].n;
  };
  assert.equal(await blobs(), 1);
  const [last, ...others] = ids;
  for (const id of others) await house.tx((tx) => deleteFile(tx, id));
  assert.equal(await blobs(), 1);
  await house.tx((tx) => deleteFile(tx, last as Id<'file'>));
  assert.equal(await blobs(), 0);
  const { rows } = await db.pool.query('select count(*) as n from file_blob where tenant_id = $1', [other.tenant.id]);
  assert.deepEqual(rows, [{ n: 1 }]);
});
