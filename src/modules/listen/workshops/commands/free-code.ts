import { newTypedCode } from '../../../../platform/secret/code.ts';
import { CODE_LENGTH } from '../rules/workshop.ts';

/** Takes a code that nobody has: `take` is false when somebody does. Answers the code. */
export async function freeCode(take: (code: string) => Promise<boolean>): Promise<string> {
  for (let tries = 0; tries < 10; tries += 1) {
    const code = newTypedCode(CODE_LENGTH);
    if (await take(code)) return code;
  }
  throw new Error('Cannot find a free code');
}
