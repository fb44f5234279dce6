/** The states of the page "Help us recognize this page", by name. */
import type { PictureView } from '../../components/picture/Picture.tsx';

const MAIL = 'support@classtag.com';
const PICTURE = `<!-- address: /admin/datamgmt/exportmanager.action -->
<!-- Roster Export Assistant: picture of a page, 1 -->
<html class="classic" lang="en">
 <body>
  <div id="content-main">
   <h1>Data Export Manager</h1>
   <fieldset class="form">
    <div class="alt"><label>Category</label> <select name="category">
      <option value="">Show All</option>
      <option value="aaaaaa">Aaaaaaaaaa Aaaa Aaaa</option>
     </select></div>
   </fieldset>
   <div class="feedback-alert" hidden-by="display">Aaaa aa aaa aaaaaaaaaa aaa/aa aaaa aaaa aaa aaa aa aaaaaaa a...</div>
  </div>
 </body>
</html>
`;

export const pictureStates: Record<string, PictureView> = {
  picture: { picture: PICTURE, mail: MAIL },
  none: { picture: null, mail: MAIL },
};
