import { useId, useState } from 'preact/hooks';
import type { Severity } from '../../utils/profile/checks.ts';
import type { Report } from '../../utils/roster/report.ts';
import { say } from '../../utils/words/say.ts';
import { Choice } from '../parts/Choice.tsx';
import { Hint } from '../parts/Hint.tsx';
import { Found } from './Found.tsx';
import { ShownFirst } from './ShownFirst.tsx';
import { Sign } from './Sign.tsx';
import * as t from './texts.ts';

/** With fewer findings a filter is one more thing to read. */
const FILTER_FROM = 9;
/** Drawn at once; a report of a broken export has hundreds. */
const FIRST = 40;

interface PickProps {
  label: string;
  options: [value: string, label: string][];
  onPick(value: string): void;
  value: string;
}

function Pick({ label, options, value, onPick }: PickProps) {
  const id = useId();
  return (
    <span class="pick">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {options.map(([of, name]) => (
          <option key={of} value={of} selected={of === value}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Of the set as a whole, in the list of files. */
const SET = '*';

interface FindingsProps {
  report: Report;
  values: boolean;
  onValues(shown: boolean): void;
}

/** What was found, by cause, in the order in which it should be mended. */
export function Findings({ report: { findings, files, verdict }, values, onValues }: FindingsProps) {
  const [severity, setSeverity] = useState('');
  const [file, setFile] = useState('');
  if (findings.length === 0) {
    if (verdict.state === 'unreadable') return null;
    return (
      <section aria-labelledby="findings">
        <h2 id="findings">{say('check_findings')}</h2>
        <p class="line">
          <Sign is="good" />
          <span>
            <b>{say('check_clean')}</b> {say('check_clean_what')}
          </span>
        </p>
      </section>
    );
  }
  const nameOf = (id: string) => files.find((one) => one.file === id)?.fileName ?? id;
  const some = findings.filter(
    (finding) => (severity === '' || finding.severity === severity) && (file === '' || (finding.file ?? SET) === file),
  );
  const severities = [...new Set(findings.map((finding) => finding.severity))];
  const filesFound = [...new Set(findings.map((finding) => finding.file ?? SET))];
  const ofSeverity = (of: Severity) => findings.filter((finding) => finding.severity === of).length;
  const hasValues = findings.some(({ places }) => places.some(({ value }) => value !== null));
  return (
    <section aria-labelledby="findings">
      <div class="head">
        <div>
          <h2 id="findings">{say('check_findings')}</h2>
          <Hint text={say('check_order')} />
        </div>
        {hasValues && (
          <Choice id="show-values" chosen={values} onChoose={onValues} explanation={say('check_show_values_why')}>
            {say('check_show_values')}
          </Choice>
        )}
      </div>
      {findings.length >= FILTER_FROM && (
        <fieldset class="filter">
          <legend class="sr">{say('check_filter')}</legend>
          <Pick
            label={say('check_filter_severity')}
            value={severity}
            onPick={setSeverity}
            options={[
              ['', say('check_filter_all')],
              ...severities.map((of): [string, string] => [of, t.severities(of, ofSeverity(of))]),
            ]}
          />
          <Pick
            label={say('check_filter_file')}
            value={file}
            onPick={setFile}
            options={[
              ['', say('check_filter_all')],
              ...filesFound.map((id): [string, string] => [id, id === SET ? say('check_whole_set') : nameOf(id)]),
            ]}
          />
          <p class="hint" role="status">
            {t.shown(some.length, findings.length)}
          </p>
        </fieldset>
      )}
      {some.length === 0 && <p>{say('check_none_shown')}</p>}
      <ShownFirst key={`${severity} ${file}`} items={some} first={FIRST}>
        {(shown) => (
          <ol class="found">
            {shown.map((finding, at) => (
              <li key={`${at} ${finding.code} ${finding.cause}`}>
                <Found
                  finding={finding}
                  fileName={finding.file === null ? say('check_whole_set') : nameOf(finding.file)}
                  values={values}
                />
              </li>
            ))}
          </ol>
        )}
      </ShownFirst>
    </section>
  );
}
