import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StoreTrouble } from '../utils/checklist/types.ts';
import { say } from '../utils/words/say.ts';
import { droppedFiles } from './check/dropped.ts';
import { Button } from './parts/Button.tsx';
import { Line } from './parts/Line.tsx';
import { language } from './parts/language.ts';
import { Settings } from './parts/Settings.tsx';
import { TemplateName } from './parts/TemplateName.tsx';
import { Trouble } from './parts/Trouble.tsx';
import { useKeepFocus } from './parts/useKeepFocus.ts';
import { Checklist } from './popup/Checklist.tsx';
import { Nowhere } from './popup/Nowhere.tsx';
import { Offer } from './popup/Offer.tsx';
import { SiteList } from './popup/SiteList.tsx';
import { StartOver } from './popup/StartOver.tsx';
import { Unrecognized } from './popup/Unrecognized.tsx';
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
    <main {...language()} class="popup" ref={main} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <header>
        <h1 tabIndex={-1} data-home>
          {say('extension_name')}
        </h1>
        {known && (
          <p class="hint">
            {view.where === 'last' ? say('last_site') : say('this_site')}: <b>{view.site}</b>
          </p>
        )}
      </header>
      <Trouble is={trouble} onKnown={() => onTroubleKnown?.()} />
      {(allDone || view.nextStep !== '' || view.nextButton !== '') && (
        <section class="next" aria-label={say('next_step')}>
          {allDone && (
            <Line done>
              <strong>
                {view.files.every((file) => file.verifiedOn !== '') ? say('all_verified') : say('all_done')}
              </strong>
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
      <Offer sites={view.sites} on={on} />
      {view.unrecognized && <Unrecognized onTake={on.takePicture} />}
      {known ? <Checklist files={view.files} receiver={view.receiver.name} /> : <Nowhere />}
      <section class="check-files">
        <p class="acts">
          <Button onPress={on.checkFiles} aria-describedby="check-files-what">
            {say('check_files')}
          </Button>
        </p>
        <p class="hint" id="check-files-what">
          {say('check_files_what')}
        </p>
      </section>
      {known && (
        <>
          <Settings view={view} on={on}>
            <h3>{say('template_names')}</h3>
            {view.files.map((file) => (
              <TemplateName
                key={file.id}
                file={file}
                taken={view.files.filter((other) => other.id !== file.id).map((other) => other.templateName)}
                onName={(name) => on.setTemplateName(file.id, name)}
              />
            ))}
          </Settings>
          {view.begun && <StartOver site={view.site} asked={asked} onAsk={setAsked} onStartOver={on.startOver} />}
        </>
      )}
      <SiteList sites={view.sites} on={on} />
    </main>
  );
}
