import type { Session } from './sessions.ts';

/** The Set-Cookie value that ties a browser to its session. */
export function sessionCookie({ id }: Session): string {
  return `JSESSIONID=${id}; Path=/; HttpOnly`;
}

/** The session's id in a Cookie header. */
export function sessionIdIn(header: string | undefined): string | undefined {
  return /(?:^|;\s*)JSESSIONID=([0-9A-F]+)/.exec(header ?? '')?.[1];
}
