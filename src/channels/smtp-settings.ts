import type { DkimKey } from './dkim.ts';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /**
   * `tls`: from the first byte (port 465). `starttls`: plain start, TLS required (port 587). `opportunistic`: TLS if the
   * server offers it, with any certificate, as mail servers do among themselves (port 25). `none`: never, for a server on
   * this machine.
   */
  readonly security: 'tls' | 'starttls' | 'opportunistic' | 'none';
  readonly auth?: { readonly user: string; readonly password: string };
  /** A certificate authority beside those of Node, as PEM. */
  readonly certificateAuthority?: string;
  /** How this machine names itself (EHLO): the name its address resolves to. */
  readonly helloName?: string;
  readonly dkim?: DkimKey;
  /** Connections at a time; 2. */
  readonly connections?: number;
  /** Messages over one connection before it is closed; 100, the least that large providers allow. */
  readonly messagesPerConnection?: number;
  /** Messages a second over all connections; without it as fast as the server takes them. */
  readonly perSecond?: number;
  readonly timeouts?: Partial<SmtpTimeouts>;
}

/** All in milliseconds. */
export interface SmtpTimeouts {
  readonly connect: number;
  readonly greeting: number;
  /** Without a byte from the server. */
  readonly silence: number;
  /** For one message in all: a server that sends a byte a minute may not hold a place for ever. */
  readonly message: number;
  /** An unused connection is closed after this: servers drop idle ones after 10 s to 5 min, without a word. */
  readonly idle: number;
}

/** RFC 5321 4.5.3.2 allows a server 5 minutes for a reply and 10 after the final dot: the message has 12 in all. */
export const smtpTimeouts: SmtpTimeouts = {
  connect: 30_000,
  greeting: 60_000,
  silence: 300_000,
  message: 720_000,
  idle: 8_000,
};
