import { createTransport } from 'nodemailer';

/** One mail to one person. Never logged: neither the address nor the words. */
export interface Mail {
  /** Stands in the Message-ID, so that a mail sent twice by a crash is shown once. */
  readonly id: string;
  readonly to: string;
  /** Who writes: the organisation's name, in front of our own address. */
  readonly senderName: string;
  /** Where an answer goes; our own address when left out. */
  readonly replyTo?: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments?: readonly Attachment[];
  /** Where one click (RFC 8058) stops this kind of mail. */
  readonly unsubscribe?: string | null;
}

/** A file that goes with a mail. */
export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Carries mails away. */
export interface MailCarrier {
  /** Resolves when the receiving server has taken the mail. @throws MailNotTaken */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** The mail was not taken. `forever` when trying again would not help: the address does not exist. Says nothing about whom. */
export class MailNotTaken extends Error {
  readonly forever: boolean;
  /** `no_address`, `refused`, `unreachable`, `login`, … */
  readonly code: string;
  constructor(code: string, forever: boolean) {
    super(`Cannot send mail: ${code}`);
    this.code = code;
    this.forever = forever;
  }
}

const SECONDS = 1000;

/**
 * Opens the way out. `url` is `smtp://…` or `smtps://user:password@host`; `from` is the address that all mail comes from,
 * with or without a name (`Grobund <grobund@example.dk>`).
 */
export function openMailCarrier(settings: { readonly url: string; readonly from: string }): MailCarrier {
  const from = bareAddress(settings.from);
  const url = new URL(settings.url);
  const transport = createTransport({
    host: url.hostname,
    port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
    secure: url.protocol === 'smtps:',
    // Without a way to log in the server is our own, on the same machine: nothing to encrypt to.
    ignoreTLS: url.username === '' && url.protocol === 'smtp:' && isLoopback(url.hostname),
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    pool: true,
    connectionTimeout: 10 * SECONDS,
    greetingTimeout: 10 * SECONDS,
    socketTimeout: 30 * SECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      const envelope = compose(mail, from);
      await transport.sendMail(envelope).catch((error: unknown) => {
        throw notTaken(error);
      });
    },
    close: () => transport.close(),
  };
}

/** An address that can stand in a header: one @, no space, no separator. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]+$/u.test(text);
}

function compose(mail: Mail, from: string) {
  if (!isMailAddress(mail.to)) throw new MailNotTaken('no_address', true);
  const domain = from.split('@')[1] ?? 'localhost';
  return {
    from: { name: oneLine(mail.senderName), address: from },
    to: { name: '', address: mail.to },
    ...(mail.replyTo && isMailAddress(mail.replyTo)
      ? { replyTo: { name: oneLine(mail.senderName), address: mail.replyTo } }
      : {}),
    subject: oneLine(mail.subject),
    text: mail.text,
    ...(mail.html ? { html: mail.html } : {}),
    attachments: (mail.attachments ?? []).map(({ name, type, bytes }) => ({
      filename: oneLine(name),
      contentType: type,
      content: Buffer.from(bytes),
    })),
    messageId: `<${mail.id.replace(/[^\w.-]/g, '')}@${domain}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(mail.unsubscribe
        ? {
            'List-Unsubscribe': { prepared: true, value: `<${encodeURI(mail.unsubscribe)}>` },
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : {}),
    },
  };
}

/** A header is one line: what a person typed must not begin a new one. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
}

function bareAddress(from: string): string {
  return (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim();
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}

function notTaken(error: unknown): MailNotTaken {
  if (error instanceof MailNotTaken) return error;
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  const forever = responseCode !== undefined && responseCode >= 500;
  if (code === 'EENVELOPE') return new MailNotTaken(forever ? 'no_address' : 'refused', forever);
  if (code === 'EAUTH') return new MailNotTaken('login', false);
  if (code === 'EMESSAGE') return new MailNotTaken('refused', forever);
  return new MailNotTaken('unreachable', false);
}
