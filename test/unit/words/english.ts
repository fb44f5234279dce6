/** Before every unit test: the texts are the English ones, as the browser would give them. */
import { catalogOf } from '../../../utils/words/catalogs.ts';
import { useTexts } from '../../../utils/words/say.ts';

const english = catalogOf('en');
useTexts((key) => english[key] ?? '');
