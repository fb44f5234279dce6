import type { Session } from './sessions.ts';

/** An address of this site as the variant `address` writes it. */
export function addressOf(session: Session, path: string): string {
  const [, file = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(path) ?? [];
  switch (session.variants.address) {
    case 'plain':
      return path;
    case 'jsessionid':
      return `${file};jsessionid=${session.id}${query}${hash}`;
    case 'upper-case':
      return `${file.replace(/[^/]+$/, (name) => name.toUpperCase())}${query}${hash}`;
    case 'hash':
      return `${file}${query}${hash === '' ? '#/' : hash.replace(/^#\/?/, '#/')}`;
    case 'query':
      return `${file}${query === '' ? '?frn=001' : `${query}&frn=001`}${hash}`;
  }
}
