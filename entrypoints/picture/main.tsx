import { render } from 'preact';
import { language } from '../../components/parts/language.ts';
import { Picture } from '../../components/picture/Picture.tsx';
import '../../components/tokens.css';
import '../../components/picture.css';
import { pictureOfTab, tabOfHash } from '../../utils/browser/picture.ts';
import { classtag as profile } from '../../utils/profile/classtag.ts';
import { say } from '../../utils/words/say.ts';

const root = document.querySelector('#app');
if (!root) throw new Error('picture/index.html has no #app');

document.title = `${say('picture_title')} - ${say('extension_name')}`;
Object.assign(document.documentElement, language());

const tab = tabOfHash(location.hash);
const picture = tab === null ? null : await pictureOfTab(tab);

/** Of what is shown, to the letter. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

render(<Picture view={{ picture, mail: profile.support }} on={{ copy }} />, root);
addEventListener('hashchange', () => location.reload());
