import { list, say } from '../../utils/words/say.ts';
import { Choose } from './Choose.tsx';
import { Settings } from './Settings.tsx';
import type { CheckActions, CheckView } from './types.ts';

/** What to do first: give the files. */
export function Empty({ view, on }: { view: CheckView; on: CheckActions }) {
  const profile = view.profiles.find(({ id }) => id === view.settings.profile);
  return (
    <>
      <section aria-labelledby="drop" class="drop">
        <svg class="sheet" viewBox="0 0 32 32" aria-hidden="true">
          <path d="M9 4h10l6 6v18H9zM19 4v6h6M13 16h8M13 20h8M13 24h5" />
        </svg>
        <h2 id="drop">{say('check_drop')}</h2>
        <p>{say('check_drop_what', list(profile?.fileNames ?? []))}</p>
        <p class="acts">
          <Choose kind="primary" onChoose={on.check}>
            {say('check_choose')}
          </Choose>
          <Choose folder onChoose={on.check}>
            {say('check_choose_folder')}
          </Choose>
        </p>
        <p class="hint">{say('check_private')}</p>
      </section>
      <section aria-labelledby="settings">
        <h2 id="settings">{say('settings')}</h2>
        <Settings view={view} on={on} />
      </section>
    </>
  );
}
