import { Button } from '../parts/Button.tsx';
import { Hint } from '../parts/Hint.tsx';
import { Label } from '../parts/Label.tsx';
import { EMPTY } from '../texts.ts';
import * as t from './texts.ts';
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
  const show = (text: string) => (mono ? <Label text={text} empty={EMPTY} /> : text || t.NOT_KNOWN);
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
          [t.FACTS.template, file.templateName],
          [t.FACTS.dataSet, file.dataSet],
          [t.FACTS.saved, file.savedOn],
          [t.FACTS.verified, file.verifiedOn],
        ]}
      />
      <div class="tables">
        {file.columns.length === 0 ? (
          <Hint text={t.NO_LABELS} />
        ) : (
          <Table
            caption={t.labelsOf(file.fileName)}
            heads={[t.FIELD, t.LABEL]}
            rows={file.columns.map(({ field, label }) => [field, label])}
            mono
          />
        )}
        <Table
          caption={t.optionsOf(file.fileName)}
          heads={[t.SETTING, t.VALUE]}
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
      <h2 id="summary">{t.SUMMARY}</h2>
      <Facts
        facts={[
          [t.FACTS.district, view.district.trim() || t.NOT_ENTERED],
          [t.FACTS.site, view.site],
          [t.FACTS.receiver, view.receiver.name],
          ...setUp.choices.map(({ label, chosen }): [string, string] => [label, t.yesNo(chosen)]),
          [t.FACTS.syncAt, setUp.syncAt],
        ]}
      />
      {setUp.files.map((file) => (
        <File key={file.id} file={file} />
      ))}
      <Hint text={t.SUMMARY_WHAT} />
      <p class="acts">
        <Button onPress={onPrint}>{t.PRINT}</Button>
      </p>
    </section>
  );
}
