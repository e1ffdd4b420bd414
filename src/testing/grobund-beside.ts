/** The process beside the tests that `grobund.ts` starts: runs one command line after another, and says what each wrote. */
import { runCommandLine } from '../cli/main.ts';

interface Typed {
  readonly args: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
}

process.once('disconnect', () => process.exit(0));
process.on('message', async ({ args, settings }: Typed) => {
  const [out, err] = [listenTo(process.stdout), listenTo(process.stderr)];
  const code = await runCommandLine(args, settings);
  process.send?.({ code, out: out(), err: err() });
});

/** Holds back what is written from now on. The answer gives it, and lets go. */
function listenTo(stream: NodeJS.WriteStream): () => string {
  const write = stream.write;
  let heard = '';
  stream.write = (text: string | Uint8Array) => {
    heard += typeof text === 'string' ? text : Buffer.from(text).toString();
    return true;
  };
  return () => {
    stream.write = write;
    // The command line listens anew for a reader who leaves, each time.
    stream.removeAllListeners('error');
    return heard;
  };
}
