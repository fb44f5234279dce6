import { Choose } from './Choose.tsx';
import { Settings } from './Settings.tsx';
import * as t from './texts.ts';
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
        <h2 id="drop">{t.DROP}</h2>
        <p>{t.dropWhat(profile?.fileNames ?? [])}</p>
        <p class="acts">
          <Choose kind="primary" onChoose={on.check}>
            {t.CHOOSE}
          </Choose>
          <Choose folder onChoose={on.check}>
            {t.CHOOSE_FOLDER}
          </Choose>
        </p>
        <p class="hint">{t.PRIVATE}</p>
      </section>
      <section aria-labelledby="settings">
        <h2 id="settings">{t.SETTINGS}</h2>
        <Settings view={view} on={on} />
      </section>
    </>
  );
}
