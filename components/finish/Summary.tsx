import { say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import { Hint } from '../parts/Hint.tsx';
import { Label } from '../parts/Label.tsx';
import type { FinishView, SetUpFile, SetUpView } from './types.ts';

/** Facts by their names; one that is not known is left out. */
function Facts({ facts }: { facts: [name: string, value: string][] }) {
  return (
    <dl class="facts">
      {facts.map(
        ([name, value]) =>
          value !== '' && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

interface TableProps {
  caption: string;
  heads: [string, string];
  rows: [string, string][];
  /** Labels of PowerSchool, not plain words. */
  mono?: boolean;
}

function Table({ caption, heads, rows, mono = false }: TableProps) {
  const show = (text: string) => (mono ? <Label text={text} empty={say('empty')} /> : text || say('finish_not_known'));
  return (
    <table class={mono ? 'labels' : 'options'}>
      <caption class="sr">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{show(name)}</th>
            <td>{show(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function File({ file }: { file: SetUpFile }) {
  return (
    <section class="set-up" aria-labelledby={`set-up-${file.id}`}>
      <h3 id={`set-up-${file.id}`}>{file.fileName}</h3>
      <Facts
        facts={[
          [say('fact_template'), file.templateName],
          [say('fact_data_set'), file.dataSet],
          [say('fact_saved'), file.savedOn],
          [say('fact_verified'), file.verifiedOn],
        ]}
      />
      <div class="tables">
        {file.columns.length === 0 ? (
          <Hint text={say('finish_no_labels')} />
        ) : (
          <Table
            caption={say('finish_labels_of', file.fileName)}
            heads={[say('finish_field'), say('finish_label')]}
            rows={file.columns.map(({ field, label }) => [field, label])}
            mono
          />
        )}
        <Table
          caption={say('finish_options_of', file.fileName)}
          heads={[say('setting'), say('finish_value')]}
          rows={file.options.map(({ name, value }) => [name, value])}
        />
      </div>
    </section>
  );
}

interface SummaryProps {
  view: FinishView;
  setUp: SetUpView;
  onPrint(): void;
}

/** The set-up as it is, on one or two sheets: the only part of the page that is printed. */
export function Summary({ view, setUp, onPrint }: SummaryProps) {
  return (
    <section class="summary" aria-labelledby="summary">
      <h2 id="summary">{say('finish_summary')}</h2>
      <Facts
        facts={[
          [say('fact_district'), view.district.trim() || say('finish_not_entered')],
          [say('fact_site'), view.site],
          [say('fact_receiver'), view.receiver.name],
          ...setUp.choices.map(({ label, chosen }): [string, string] => [
            label,
            say(chosen ? 'finish_yes' : 'finish_no'),
          ]),
          [say('fact_sync'), setUp.syncAt],
        ]}
      />
      {setUp.files.map((file) => (
        <File key={file.id} file={file} />
      ))}
      <Hint text={say('finish_summary_what')} />
      <p class="acts">
        <Button onPress={onPrint}>{say('finish_print')}</Button>
      </p>
    </section>
  );
}
