import { render } from 'preact';
import { dress } from '../../components/parts/language.ts';
import { Picture } from '../../components/picture/Picture.tsx';
import '../../components/tokens.css';
import '../../components/picture.css';
import { copyText } from '../../utils/browser/clipboard.ts';
import { pictureOfTab, tabOfHash } from '../../utils/browser/picture.ts';
import { classtag as profile } from '../../utils/profile/classtag.ts';
import { say } from '../../utils/words/say.ts';

const root = document.querySelector('#app');
if (!root) throw new Error('picture/index.html has no #app');

dress(document, `${say('picture_title')} - ${say('extension_name')}`);

const tab = tabOfHash(location.hash);
const picture = tab === null ? null : await pictureOfTab(tab);

render(<Picture view={{ picture, mail: profile.support }} on={{ copy: copyText }} />, root);
addEventListener('hashchange', () => location.reload());
