import type { Markup } from './markup.ts';
import type { Session, Sessions } from './sessions.ts';

/** One request, as the pages see it. */
export interface Visit {
  method: string;
  /** Without query, without `;jsessionid`, in lower case. */
  path: string;
  query: URLSearchParams;
  body: string;
  session: Session | undefined;
  sessions: Sessions;
}

/** The answer to one request. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

export function page(markup: Markup): Reply {
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: markup.text };
}

export function json(data: unknown, status = 200): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(data) };
}

export function plain(text: string, status: number): Reply {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: text };
}

/** A redirect inside the site; absolute addresses would leave the mapped host name. */
export function redirect(path: string, headers: Record<string, string> = {}): Reply {
  return { status: 302, headers: { location: path, ...headers }, body: '' };
}
