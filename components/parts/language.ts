import { locale, textOf } from '../../utils/words/say.ts';

/** For the root of what we draw: which language it is in, and which way that runs. The page around it may have others. */
export function language(): { lang: string; dir: 'ltr' | 'rtl' } {
  return { lang: locale(), dir: textOf('dir') === 'rtl' ? 'rtl' : 'ltr' };
}
