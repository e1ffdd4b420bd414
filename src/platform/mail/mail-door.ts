import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** One mail as it came in at the door. */
export interface IncomingMail {
  /** The envelope's sender; '' for what mail servers themselves write. */
  readonly envelopeFrom: string;
  /** The whole message, as sent. */
  readonly raw: Buffer;
}

export interface MailDoorSettings {
  /** 0 lets the machine choose. */
  readonly port: number;
  readonly mostBytes: number;
  /**
   * Before a mail is read: is there somebody behind this address, who takes more from this sender (`''`: a mail server
   * itself) now? `later`: that server keeps the mail and comes again.
   */
  welcomes(address: string, envelopeFrom: string): Promise<'yes' | 'unknown' | 'later'>;
  /**
   * Takes a mail for one address. `taken`: it is kept, and the sender's server is told so. When it says `later` or throws,
   * that server is asked to come again, so that nothing is lost.
   */
  take(address: string, mail: IncomingMail): Promise<'taken' | 'later'>;
  onError(error: unknown): void;
}

export interface MailDoor {
  readonly port: number;
  /** Takes no more, and waits for the mails under way. */
  close(): Promise<void>;
}

const SECOND = 1000;
const MOST_AT_ONCE = 20;
const MOST_RECIPIENTS = 10;

/** Opens an SMTP server on loopback, for the organisation's own mail server to deliver to. Nobody logs in, and it sends nothing on. */
export async function openMailDoor(settings: MailDoorSettings): Promise<MailDoor> {
  const underWay = new Set<Promise<void>>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: settings.mostBytes,
    maxClients: MOST_AT_ONCE,
    socketTimeout: 60 * SECOND,
    banner: 'Grobund',
    onRcptTo({ address }, session, done) {
      if (session.envelope.rcptTo.length >= MOST_RECIPIENTS) return done(refusal(452, 'Too many recipients'));
      settings.welcomes(address, senderOf(session)).then(
        (answer) => done(ANSWERS[answer]()),
        (error: unknown) => {
          settings.onError(error);
          done(refusal(451, 'Try again later'));
        },
      );
    },
    onData(stream, session, done) {
      const addresses = [...new Set(session.envelope.rcptTo.map(({ address }) => address))];
      const work = takeAll(settings, stream, { envelopeFrom: senderOf(session), addresses }).then(
        (problem) => done(problem),
        (error: unknown) => {
          settings.onError(error);
          done(refusal(451, 'Try again later'));
        },
      );
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
    },
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    // A sender who hangs up is nobody's fault.
    if (!['ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(error.code ?? '')) settings.onError(error);
  });
  const port = await listen(server, settings.port);
  return {
    port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await Promise.allSettled([...underWay]);
      await closed;
    },
  };
}

async function takeAll(
  settings: MailDoorSettings,
  stream: SMTPServerDataStream,
  envelope: { readonly envelopeFrom: string; readonly addresses: readonly string[] },
): Promise<Error | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += (piece as Buffer).length;
    // The rest is read and let go: the sender must be able to finish the sentence to hear the answer.
    if (size <= settings.mostBytes) pieces.push(piece as Buffer);
  }
  if (size > settings.mostBytes || stream.sizeExceeded) return refusal(552, 'The mail is too large');
  const mail = { envelopeFrom: envelope.envelopeFrom, raw: Buffer.concat(pieces) };
  const answers: ('taken' | 'later')[] = [];
  for (const address of envelope.addresses) answers.push(await settings.take(address, mail));
  // Those who have it know it when it comes again.
  return answers.includes('later') ? ANSWERS.later() : null;
}

const ANSWERS = {
  yes: () => null,
  unknown: () => refusal(550, 'No such mailbox here'),
  // RFC 3463: 4.7.1 is a matter of policy, and a sender's server keeps what a 4 is said to, for days.
  later: () => refusal(450, '4.7.1 Too many mails from this sender just now, try again later'),
} as const;

function senderOf({ envelope: { mailFrom } }: SMTPServerSession): string {
  return mailFrom === false ? '' : mailFrom.address;
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function listen(server: SMTPServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.server.address() as AddressInfo).port);
    });
  });
}
