import type { Fact, FileReport, Finding, Report } from '../../utils/roster/report.ts';
import { say } from '../../utils/words/say.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Hint } from '../parts/Hint.tsx';
import { Label } from '../parts/Label.tsx';
import { Mark } from '../parts/Mark.tsx';
import { Sign } from './Sign.tsx';
import * as t from './texts.ts';

function FactRow({ fact: { id, found, wanted, fits } }: { fact: Fact }) {
  return (
    <tr>
      <th scope="row">{say(t.FACTS[id])}</th>
      <td>
        {fits === null ? (
          found
        ) : (
          <span class="line">
            <Mark is={fits ? 'yes' : 'stop'} label="" />
            <span>
              {fits ? found : <b>{found}</b>}{' '}
              {fits ? <span class="sr">{say('check_fits')}</span> : say('check_differs')}
            </span>
          </span>
        )}
      </td>
      <td>{wanted === null ? <span class="hint">{say('check_any')}</span> : t.wanted(id, wanted)}</td>
    </tr>
  );
}

function Facts({ file }: { file: FileReport }) {
  return (
    <table class="facts">
      <caption class="sr">{say('check_facts_of', file.fileName)}</caption>
      <thead>
        <tr>
          <th scope="col">{say('check_facts')}</th>
          <th scope="col">{say('check_facts_found')}</th>
          <th scope="col">{say('check_facts_wanted')}</th>
        </tr>
      </thead>
      <tbody>
        {file.facts.map((fact) => (
          <FactRow key={fact.id} fact={fact} />
        ))}
      </tbody>
    </table>
  );
}

function File({ file, findings }: { file: FileReport; findings: Finding[] }) {
  const isGiven = file.name !== null;
  // Findings come worst first.
  const worst = findings[0]?.severity ?? 'good';
  const id = `file-${file.file}`;
  return (
    <section class="file" aria-labelledby={id}>
      <h3 id={id}>
        <bdi>{file.fileName}</bdi>
      </h3>
      <p class="line">
        <Sign is={isGiven ? worst : 'none'} />
        <span>{isGiven ? t.fileTally(findings) : say('check_not_given')}</span>
      </p>
      {isGiven && t.isOtherName(file) && <Hint text={t.givenAs(file)} />}
      {file.facts.length > 0 && <Facts file={file} />}
      {file.header.length > 0 && (
        <Disclosure title={say('check_header')}>
          <ol class="header">
            {file.header.map((name, at) => (
              <li key={`${at} ${name}`}>
                <Label text={name} empty={say('empty')} />
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </section>
  );
}

/** Each file as found, beside what the template should have made of it. */
export function Files({ report: { files, findings } }: { report: Report }) {
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="files">
      <h2 id="files">{say('check_the_files')}</h2>
      <div class="cards">
        {files.map((file) => (
          <File
            key={`${file.file} ${file.name}`}
            file={file}
            findings={findings.filter((finding) => finding.file === file.file)}
          />
        ))}
      </div>
    </section>
  );
}
