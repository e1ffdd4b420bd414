import type { Attachment } from './invoice.ts';
import { at, childrenOf, type Element } from './xml.ts';

const MOST_ATTACHMENTS = 5;

/** The documents that lie inside a UBL or CII invoice (BT-125), in its order. What is no base64 is left out. */
export function attachmentsIn(root: Element): Attachment[] {
  const agreement = at(root, 'SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement');
  const objects = [
    ...childrenOf(root, 'AdditionalDocumentReference').map((one) => at(one, 'Attachment/EmbeddedDocumentBinaryObject')),
    ...childrenOf(agreement, 'AdditionalReferencedDocument').map((one) => at(one, 'AttachmentBinaryObject')),
  ];
  return objects
    .slice(0, MOST_ATTACHMENTS)
    .flatMap((object) => (object ? [{ name: object.attributes.filename ?? '', bytes: bytesOf(object) }] : []))
    .filter(({ bytes }) => bytes.length > 0);
}

function bytesOf({ text }: Element): Uint8Array {
  const bare = text.replace(/\s+/g, '');
  return /^[A-Za-z0-9+/]*={0,2}$/.test(bare) ? new Uint8Array(Buffer.from(bare, 'base64')) : new Uint8Array();
}
