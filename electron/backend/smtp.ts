/**
 * One connection to the user's mail server, over nodemailer. Certificates are checked against those that Node trusts and
 * those of the system, where an organisation keeps its own. Nothing is logged: a transcript would hold the password.
 */
import { Readable } from 'node:stream';
import tls from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { replyLine, type MailSettings, type Pause, type SendOutcome } from '../../db/model/mail.ts';

export interface Mailer {
  /** One message to one recipient. Never rejects; after anything but an answer of the server the connection is closed. */
  send(to: string, message: Uint8Array): Promise<SendOutcome>;
  readonly isOpen: boolean;
  close(): void;
}

/** What stands in the way of sending at all. */
export interface MailObstacle {
  pause: Pause;
  /** What the server or the system said. */
  reply: string;
}

export type Connected = { ok: true; mailer: Mailer } | { ok: false; obstacle: MailObstacle };

const CONNECT_MS = 20_000;
const SILENCE_MS = 60_000;

/** Certificates of Node and of the system; a system that cannot tell is no reason to trust more. */
function authorities(): string[] | undefined {
  try {
    return [...tls.getCACertificates('default'), ...tls.getCACertificates('system')];
  } catch {
    return undefined;
  }
}

interface SmtpError extends Error {
  code?: string | undefined;
  command?: string | undefined;
  response?: string | undefined;
  responseCode?: number | undefined;
}

/** Connects and logs in. Never rejects. */
export async function connectMailer(settings: MailSettings, password: string | null): Promise<Connected> {
  const ca = settings.tls === 'none' ? undefined : authorities();
  const connection = new SMTPConnection({
    host: settings.host,
    port: settings.port,
    secure: settings.tls === 'tls',
    requireTLS: settings.tls === 'starttls',
    ignoreTLS: settings.tls === 'none',
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    // The name of the computer is nobody's business.
    name: 'localhost.localdomain',
    logger: false,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) },
  });
  let fail: (error: SmtpError) => void = () => {};
  connection.on('error', (error: SmtpError) => fail(error));
  const step = async (work: (done: (error?: SmtpError | null) => void) => void): Promise<SmtpError | null> =>
    await new Promise((resolve) => {
      fail = resolve;
      work((error) => resolve(error ?? null));
    });
  const connecting = await step((done) => connection.connect(done));
  if (connecting !== null) {
    connection.close();
    return { ok: false, obstacle: obstacleOf(connecting) };
  }
  if (settings.user !== '') {
    const login = await step((done) => connection.login({ user: settings.user, pass: password ?? '' }, done));
    if (login !== null) {
      connection.close();
      return { ok: false, obstacle: obstacleOf(login) };
    }
  }
  let isOpen = true;
  connection.once('end', () => {
    isOpen = false;
  });
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    connection.quit();
  };
  return {
    ok: true,
    mailer: {
      get isOpen() {
        return isOpen;
      },
      close,
      async send(to, message) {
        let isOnItsWay = false;
        let reply = '';
        const content = new Readable({
          // Read only once the server has asked for the message.
          read() {
            isOnItsWay = true;
            this.push(message);
            this.push(null);
          },
        });
        const error = await step((done) =>
          connection.send(
            { from: settings.fromEmail, to: [to], size: message.length },
            content,
            (failed, info) => {
              reply = info?.response ?? '';
              done(failed);
            },
          ),
        );
        if (error === null) return { kind: 'sent', reply: replyLine(reply) };
        const outcome = outcomeOf(error, isOnItsWay);
        if (error.responseCode === undefined || error.responseCode === 421) {
          isOpen = false;
          connection.close();
        } else {
          // The server is asked to forget what it has heard of this message.
          const reset = await step((done) => connection.reset(done));
          if (reset !== null) {
            isOpen = false;
            connection.close();
          }
        }
        return outcome;
      },
    },
  };
}

const said = (error: SmtpError): string => replyLine(error.response ?? error.message);

function outcomeOf(error: SmtpError, isOnItsWay: boolean): SendOutcome {
  const reply = said(error);
  const { responseCode, command } = error;
  if (responseCode === undefined) {
    // A message that is larger than the server takes, or an address that cannot be one: never left.
    if (error.code === 'EMESSAGE' || (error.code === 'EENVELOPE' && !isOnItsWay))
      return { kind: 'refused', reply };
    return isOnItsWay ? { kind: 'unknown', reply } : { kind: 'paused', ...obstacleOf(error) };
  }
  if (command === 'MAIL FROM' && responseCode >= 500) return { kind: 'paused', pause: 'sender', reply };
  if (responseCode === 530 || responseCode === 535) return { kind: 'paused', pause: 'login', reply };
  return { kind: responseCode >= 500 ? 'refused' : 'temporary', reply };
}

function obstacleOf(error: SmtpError): MailObstacle {
  const reply = said(error);
  const text = `${error.message} ${error.code ?? ''}`;
  if (error.code === 'EAUTH' || error.command?.startsWith('AUTH') === true) {
    // 4xx: the server cannot tell now; a password is not wrong for that.
    const isLater = error.responseCode !== undefined && error.responseCode < 500;
    return { pause: isLater ? 'connection' : 'login', reply };
  }
  if (/certificate|self-signed|self signed|altname|CERT_|UNABLE_TO_|ERR_TLS_CERT/i.test(text))
    return { pause: 'certificate', reply };
  if (error.code === 'ETLS' || /STARTTLS|wrong version number|EPROTO|ssl3|tls/i.test(text))
    return { pause: 'encryption', reply };
  return { pause: 'connection', reply };
}
