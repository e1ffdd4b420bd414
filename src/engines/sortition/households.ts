import { addressKey, readAddress } from '../../kernel/address.ts';

/**
 * A key for each home as people write it: the same home has the same key, however it is written. An address without a
 * postcode is the home of the only one with a postcode that is otherwise the same. What is no address is compared letter by
 * letter, without regard to capitals and spaces. Nothing written: an empty key, which is nobody's home.
 */
export function householdKeys(written: readonly string[]): string[] {
  const keys = written.map(keyOf);
  const postcodes = new Map<string, Set<string>>();
  for (const key of keys) {
    const [home, postcode] = splitPostcode(key);
    if (postcode) postcodes.set(home, (postcodes.get(home) ?? new Set()).add(key));
  }
  return keys.map((key) => {
    const [home, postcode] = splitPostcode(key);
    const only = postcode ? undefined : postcodes.get(home);
    return only?.size === 1 ? ([...only][0] as string) : key;
  });
}

function keyOf(text: string): string {
  const [address] = readAddress(text);
  if (address) return addressKey(address);
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function splitPostcode(key: string): [home: string, postcode: string] {
  const at = key.lastIndexOf('|');
  return at < 0 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
}
