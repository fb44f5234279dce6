import { locale, textOf } from '../../utils/words/say.ts';

/** For the root of what we draw: which language it is in, and which way that runs. The page around it may have others. */
export function language(): { lang: string; dir: 'ltr' | 'rtl' } {
  return { lang: locale(), dir: textOf('dir') === 'rtl' ? 'rtl' : 'ltr' };
}

/** The same for a page of the extension's own, and its title. */
export function dress(page: Document, title: string): void {
  Object.assign(page.documentElement, language());
  page.title = title;
}
