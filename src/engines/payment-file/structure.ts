import { SaxesParser } from 'saxes';
import { MOST_ORE } from './batch.ts';
import { PAIN_VERSIONS, type PainVersion } from './pain001.ts';

/** Something that the standard, or the bank, would send the file back for. */
export interface Fault {
  readonly line: number;
  readonly message: string;
}

interface Part {
  readonly name: string;
  readonly min?: 0;
  readonly max?: number;
  /** What it holds, in order; exactly one of them when `choice`. */
  readonly parts?: readonly Part[];
  readonly choice?: true;
  readonly text?: RegExp;
  readonly currency?: true;
}

const TEXT = (longest: number) => new RegExp(`^[A-Za-z0-9æøåÆØÅ/\\-?:().,'+ ]{1,${longest}}$`);
const ID = /^(?!\/)(?!.*\/\/)[A-Za-z0-9/\-?:().,'+ ]{1,35}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONEY = /^\d{1,16}\.\d{2}$/;
const COUNT = /^[0-9]{1,15}$/;
const IBAN = /^[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}$/;
const BIC = /^[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?$/;

const leaf = (name: string, text: RegExp): Part => ({ name, text });
const holds = (name: string, ...parts: Part[]): Part => ({ name, parts });
const oneOf = (name: string, ...parts: Part[]): Part => ({ name, parts, choice: true });
const maybe = (part: Part): Part => ({ ...part, min: 0 });
const many = (part: Part): Part => ({ ...part, max: Number.POSITIVE_INFINITY });

const coded = (name: string) => oneOf(name, leaf('Cd', /^[A-Z]{1,4}$/), leaf('Prtry', TEXT(35)));
const other = (id: RegExp, scheme: Part) => holds('Othr', leaf('Id', id), maybe(scheme));
const party = (name: string): Part =>
  holds(name, leaf('Nm', TEXT(70)), maybe(holds('Id', holds('OrgId', other(TEXT(35), coded('SchmeNm'))))));
const account = (name: string): Part =>
  holds(name, oneOf('Id', leaf('IBAN', IBAN), other(/^\d{7,8}$/, coded('SchmeNm'))), maybe(leaf('Ccy', /^DKK$/)));

/** The part of pain.001 that this engine writes: a file of this shape is one of the standard's. */
function shapeOf(version: PainVersion): Part {
  const bic = version === '03' ? 'BIC' : 'BICFI';
  const day = version === '03' ? leaf('ReqdExctnDt', DAY) : holds('ReqdExctnDt', leaf('Dt', DAY));
  const structured = holds('Strd', holds('CdtrRefInf', holds('Tp', coded('CdOrPrtry')), leaf('Ref', ID)));
  const transfer = holds(
    'CdtTrfTxInf',
    holds('PmtId', maybe(leaf('InstrId', ID)), leaf('EndToEndId', ID)),
    holds('Amt', { ...leaf('InstdAmt', MONEY), currency: true }),
    party('Cdtr'),
    account('CdtrAcct'),
    oneOf('RmtInf', leaf('Ustrd', TEXT(140)), structured),
  );
  const group = holds(
    'PmtInf',
    leaf('PmtInfId', ID),
    leaf('PmtMtd', /^TRF$/),
    maybe(leaf('BtchBookg', /^(?:true|false)$/)),
    leaf('NbOfTxs', COUNT),
    leaf('CtrlSum', MONEY),
    maybe(holds('PmtTpInf', coded('SvcLvl'), maybe(coded('CtgyPurp')))),
    day,
    party('Dbtr'),
    account('DbtrAcct'),
    holds('DbtrAgt', oneOf('FinInstnId', leaf(bic, BIC), other(/^NOTPROVIDED$/, coded('SchmeNm')))),
    maybe(leaf('ChrgBr', /^SHAR$/)),
    many(transfer),
  );
  const header = holds(
    'GrpHdr',
    leaf('MsgId', ID),
    leaf('CreDtTm', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/),
    leaf('NbOfTxs', COUNT),
    leaf('CtrlSum', MONEY),
    party('InitgPty'),
  );
  return holds('Document', holds('CstmrCdtTrfInitn', header, many(group)));
}

interface Node {
  readonly name: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** Reads a payment file again and finds what is wrong with it: shape, types, counts, sums, and ids that stand twice. */
export function painFaults(xml: string): Fault[] {
  const read = readTree(xml);
  if ('message' in read) return [read];
  const space = read.attributes.xmlns ?? '';
  const version = PAIN_VERSIONS.find((one) => space === `urn:iso:std:iso:20022:tech:xsd:pain.001.001.${one}`);
  if (!version) return [{ line: read.line, message: `unknown namespace "${space}"` }];
  const shape = shapeOf(version);
  if (read.name !== shape.name) return [{ line: read.line, message: `unexpected ${read.name}` }];
  const faults = judge(read, shape);
  return faults.length > 0 ? faults : judgeFigures(read);
}

function readTree(xml: string): Node | Fault {
  const parser = new SaxesParser({ position: true, xmlns: false });
  const open: Node[] = [{ name: '', line: 1, attributes: {}, children: [], text: '' }];
  let fault: Fault | null = null;
  parser.on('doctype', () => parser.fail('a DOCTYPE has no place here'));
  parser.on('error', (error) => {
    fault ??= { line: parser.line, message: error.message };
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, line: parser.line, attributes, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    const top = open.at(-1);
    if (top) top.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  const [root] = open[0]?.children ?? [];
  return fault ?? root ?? { line: 1, message: 'nothing in it' };
}

function judge(node: Node, part: Part): Fault[] {
  const say = (message: string, line = node.line): Fault => ({ line, message: `${node.name}: ${message}` });
  const wanted = part.currency ? ['Ccy'] : part.name === 'Document' ? ['xmlns'] : [];
  const strange = Object.keys(node.attributes).find((name) => !wanted.includes(name));
  if (strange) return [say(`unknown attribute ${strange}`)];
  if (part.currency && node.attributes.Ccy !== 'DKK') return [say('the currency is DKK')];
  if (part.text) {
    if (node.children.length > 0) return [say('holds a text only')];
    return part.text.test(node.text) ? [] : [say(`"${node.text}" is not what belongs here`)];
  }
  if (node.text.trim() !== '') return [say('text where elements belong')];
  if (part.choice) {
    const [only, second] = node.children;
    const chosen = part.parts?.find((one) => one.name === only?.name);
    if (!only || second || !chosen) return [say('exactly one of its parts belongs here')];
    return judge(only, chosen);
  }
  return judgeParts(node, part.parts ?? [], say);
}

function judgeParts(node: Node, parts: readonly Part[], say: (message: string, line?: number) => Fault): Fault[] {
  const faults: Fault[] = [];
  let at = 0;
  for (const part of parts) {
    let count = 0;
    while (node.children[at]?.name === part.name && count < (part.max ?? 1)) {
      faults.push(...judge(node.children[at] as Node, part));
      count += 1;
      at += 1;
    }
    if (count === 0 && part.min !== 0) faults.push(say(`${part.name} is missing`));
  }
  const left = node.children[at];
  if (left) faults.push(say(`unexpected ${left.name}`, left.line));
  return faults;
}

function judgeFigures(document: Node): Fault[] {
  const [root] = document.children;
  const [header, ...groups] = root?.children ?? [];
  const all = groups.flatMap((group) => transfersOf(group));
  const ids = [
    ...all.map((one) => textAt(one, 'PmtId', 'EndToEndId')),
    ...groups.map((one) => textAt(one, 'PmtInfId')),
  ];
  const seen = new Set<string>();
  const twice = ids.find((id) => seen.size === seen.add(id).size);
  return [
    ...(header ? tally(header, all) : []),
    ...groups.flatMap((group) => tally(group, transfersOf(group))),
    ...all.flatMap((one) => tooMuch(one)),
    ...(twice === undefined ? [] : [{ line: document.line, message: `${twice} stands twice` }]),
  ];
}

function tooMuch(transfer: Node): Fault[] {
  const amount = hundredths(textAt(transfer, 'Amt', 'InstdAmt'));
  return amount > 0n && amount <= BigInt(MOST_ORE)
    ? []
    : [{ line: transfer.line, message: 'CdtTrfTxInf: an amount that cannot be paid' }];
}

function tally(holder: Node, transfers: readonly Node[]): Fault[] {
  const sum = transfers.reduce((total, one) => total + hundredths(textAt(one, 'Amt', 'InstdAmt')), 0n);
  const say = (message: string): Fault => ({ line: holder.line, message: `${holder.name}: ${message}` });
  return [
    ...(textAt(holder, 'NbOfTxs') === String(transfers.length) ? [] : [say(`there are ${transfers.length} payments`)]),
    ...(hundredths(textAt(holder, 'CtrlSum')) === sum ? [] : [say('the sum does not fit the payments')]),
  ];
}

function transfersOf(group: Node): Node[] {
  return group.children.filter(({ name }) => name === 'CdtTrfTxInf');
}

function textAt(node: Node, ...way: string[]): string {
  const found = way.reduce<Node | undefined>((at, name) => at?.children.find((child) => child.name === name), node);
  return found?.text ?? '';
}

function hundredths(decimal: string): bigint {
  return BigInt(decimal.replace('.', ''));
}
