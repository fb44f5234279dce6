import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { takePicture } from '../utils/powerschool/picture/picture.ts';
import { classtag as profile } from '../utils/profile/classtag.ts';
import { namesOf } from '../utils/profile/names.ts';

/** Put into a tab by the page that shows the picture; its value is the picture. It needs nothing else of ours there. */
export default defineUnlistedScript({
  globalName: true,
  main: () => takePicture(document, location, namesOf(profile)),
});
