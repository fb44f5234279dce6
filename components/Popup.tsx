import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StoreTrouble } from '../utils/checklist/types.ts';
import { droppedFiles } from './check/dropped.ts';
import { Button } from './parts/Button.tsx';
import { Line } from './parts/Line.tsx';
import { Settings } from './parts/Settings.tsx';
import { TemplateName } from './parts/TemplateName.tsx';
import { Trouble } from './parts/Trouble.tsx';
import { useKeepFocus } from './parts/useKeepFocus.ts';
import { Checklist } from './popup/Checklist.tsx';
import { Nowhere } from './popup/Nowhere.tsx';
import { StartOver } from './popup/StartOver.tsx';
import * as t from './texts.ts';
import { trustIn } from './trusted.ts';
import type { PopupActions, PopupView } from './view.ts';

interface PopupProps {
  view: PopupView;
  on: PopupActions;
  /** Why the progress is not kept as it should be, or there is no panel; null for neither. */
  trouble?: StoreTrouble | 'taken-out' | null;
  onTroubleKnown?(): void;
}

/** The checklist of the three templates for one PowerSchool site, and the next step. */
export function Popup({ view, on, trouble = null, onTroubleKnown }: PopupProps) {
  const main = useRef<HTMLElement>(null);
  const [asked, setAsked] = useState(false);
  useKeepFocus(main);
  useLayoutEffect(() => {
    if (main.current) trustIn(main.current.getRootNode(), () => true);
  }, []);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (event.dataTransfer?.types.includes('Files')) void droppedFiles(event.dataTransfer).then(on.dropFiles);
  };
  const known = view.where !== 'none';
  const allDone = known && view.files.every((file) => file.done);
  return (
    <main class="popup" ref={main} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <header>
        <h1 tabIndex={-1} data-home>
          {t.PRODUCT}
        </h1>
        {known && (
          <p class="hint">
            {view.where === 'last' ? t.LAST_SITE : t.THIS_SITE}: <b>{view.site}</b>
          </p>
        )}
      </header>
      <Trouble is={trouble} onKnown={() => onTroubleKnown?.()} />
      {(allDone || view.nextStep !== '' || view.nextButton !== '') && (
        <section class="next" aria-label={t.NEXT_STEP}>
          {allDone && (
            <Line done>
              <strong>{view.files.every((file) => file.verifiedOn !== '') ? t.ALL_VERIFIED : t.ALL_DONE}</strong>
            </Line>
          )}
          {view.nextStep !== '' && <p class={allDone ? '' : 'then'}>{view.nextStep}</p>}
          {view.nextButton !== '' && (
            <p class="acts">
              <Button kind="primary" onPress={on.goNext}>
                {view.nextButton}
              </Button>
            </p>
          )}
        </section>
      )}
      {known ? <Checklist files={view.files} receiver={view.receiver.name} /> : <Nowhere />}
      <section class="check-files">
        <p class="acts">
          <Button onPress={on.checkFiles} aria-describedby="check-files-what">
            {t.CHECK_FILES}
          </Button>
        </p>
        <p class="hint" id="check-files-what">
          {t.CHECK_FILES_WHAT}
        </p>
      </section>
      {known && (
        <>
          <Settings view={view} on={on}>
            <h3>{t.TEMPLATE_NAMES}</h3>
            {view.files.map((file) => (
              <TemplateName
                key={file.id}
                file={file}
                taken={view.files.filter((other) => other.id !== file.id).map((other) => other.templateName)}
                onName={(name) => on.setTemplateName(file.id, name)}
              />
            ))}
          </Settings>
          <StartOver site={view.site} asked={asked} onAsk={setAsked} onStartOver={on.startOver} />
        </>
      )}
    </main>
  );
}
