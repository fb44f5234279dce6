import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Guide } from '../../components/later/Guide.tsx';
import css from '../../components/later/later.css?inline';
import { findRoom } from '../../components/later/room.ts';
import { Step } from '../../components/later/Step.tsx';
import { Unrecognized } from '../../components/later/Unrecognized.tsx';
import { Doubts, Leaving } from '../../components/panel/Ask.tsx';
import { Report } from '../../components/panel/Report.tsx';
import { Done } from '../../components/parts/Done.tsx';
import { Settings } from '../../components/parts/Settings.tsx';
import { Trouble } from '../../components/parts/Trouble.tsx';
import { Later } from '../../utils/assistant/later/later.ts';
import { laterBridge } from '../../utils/browser/later.ts';
import { surroundings } from '../../utils/powerschool/surroundings.ts';
import { classtagChecks as checks } from '../../utils/profile/classtag-checks.ts';

/** What comes after step 1, put into the page by the background once the panel is up. */
export default defineUnlistedScript(async () => {
  const memory = await laterBridge.memory();
  globalThis.rosterExportAssistant?.attach((desk) => new Later(desk, laterBridge, memory, checks), {
    css,
    Step,
    Guide,
    Unrecognized,
    Doubts,
    Leaving,
    Report,
    Done,
    Settings,
    Trouble,
    findRoom,
    surroundings,
  });
});
