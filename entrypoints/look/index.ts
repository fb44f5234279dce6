import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { looksOf } from '../../utils/powerschool/looks.ts';

/** Put by the popup into a tab whose site the extension has no access to, for the click's sake; changes nothing. */
export default defineUnlistedScript({
  // With a name WXT ends the script with its result, which is what the popup gets.
  globalName: 'rosterExportAssistantLook',
  main: () => looksOf(document, location),
});
