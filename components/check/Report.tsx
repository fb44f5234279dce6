import { useEffect, useRef } from 'preact/hooks';
import { say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Hint } from '../parts/Hint.tsx';
import { Comparison } from './Comparison.tsx';
import { Files } from './Files.tsx';
import { Findings } from './Findings.tsx';
import { leftOutText } from './likely.ts';
import { Pictures } from './Pictures.tsx';
import { Settings } from './Settings.tsx';
import { Sign } from './Sign.tsx';
import * as t from './texts.ts';
import type { CheckActions, CheckView, ReportBody } from './types.ts';

const SIGNS = { ready: 'good', attention: 'warning', fails: 'error', unreadable: 'error' } as const;

interface ReportProps {
  view: CheckView;
  body: ReportBody;
  /** Are values of cells shown? */
  values: boolean;
  onValues(shown: boolean): void;
  on: CheckActions;
}

/** What the check found: the verdict, what to mend, the files, last time, pictures. */
export function Report({ view, body, values, onValues, on }: ReportProps) {
  const { report } = body;
  const verdict = useRef<HTMLHeadingElement>(null);
  // The report stands where the progress stood: who waits for it hears the verdict first.
  useEffect(() => verdict.current?.focus({ preventScroll: true }), [report]);
  useOpenForPrint();
  const isChanged = JSON.stringify(report.settings) !== JSON.stringify(view.settings);
  const uses = view.profiles.find(({ id }) => id === report.profile.id)?.uses;
  const wasRead = report.verdict.state !== 'unreadable';
  return (
    <>
      <section class={`verdict is-${report.verdict.state}`} aria-labelledby="verdict">
        <h2 id="verdict" tabIndex={-1} ref={verdict}>
          <Sign is={SIGNS[report.verdict.state]} label={say(`check_state_${report.verdict.state}`)} />
          <span>{report.verdict.text}</span>
        </h2>
        {report.findings.length > 0 && <p class="then">{t.tally(report.findings)}</p>}
        <p>{t.checked(report)}</p>
        <p class="hint">{t.checkedWith(report, uses)}</p>
        <Hint text={leftOutText(view.leftOut)} />
        <p class="acts">
          <Button kind={isChanged ? 'primary' : 'plain'} onPress={on.again}>
            {say('check_again')}
          </Button>
          <Button onPress={on.other}>{say('check_other_files')}</Button>
          <Button onPress={() => on.save('csv', values)}>{say('check_save_csv')}</Button>
          <Button onPress={() => on.save('json', values)}>{say('check_save_json')}</Button>
          <Button onPress={on.print}>{say('check_print')}</Button>
        </p>
        <p class="hint on-screen">{say(values ? 'check_with_values' : 'check_without_values')}</p>
        {isChanged && (
          <p class="then" role="status">
            {say('check_settings_changed')}
          </p>
        )}
        <Disclosure title={say('settings')}>
          <Settings view={view} on={on} />
        </Disclosure>
      </section>
      <Findings report={report} values={values} onValues={onValues} />
      <Files report={report} />
      {wasRead && <Comparison body={body} on={on} />}
      <Pictures pictures={report.pictures} />
    </>
  );
}

/** On paper nothing can be opened: what is marked for it is open while the page is printed. */
function useOpenForPrint(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('.for-print > details:not([open])')];
      for (const details of opened) details.open = true;
    };
    const close = () => {
      for (const details of opened) details.open = false;
      opened = [];
    };
    addEventListener('beforeprint', open);
    addEventListener('afterprint', close);
    return () => {
      removeEventListener('beforeprint', open);
      removeEventListener('afterprint', close);
    };
  }, []);
}
