import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { looksOf } from '../../utils/powerschool/looks.ts';

/** Put by the popup into a tab whose site the extension has no access to, for the click's sake; changes nothing. */
export default defineUnlistedScript(() => looksOf(document, location));
