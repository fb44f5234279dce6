import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../../utils/words/say.ts';
import { language } from '../parts/language.ts';
import { PageHeader } from '../parts/PageHeader.tsx';
import { useKeepFocus } from '../parts/useKeepFocus.ts';
import { Nowhere } from '../popup/Nowhere.tsx';
import { trustIn } from '../trusted.ts';
import { Letter } from './Letter.tsx';
import { Outline, Standing } from './Standing.tsx';
import { Steps } from './Steps.tsx';
import { Summary } from './Summary.tsx';
import type { FinishActions, FinishView } from './types.ts';

/** What follows once the templates are saved, for one PowerSchool site: verify, write, wait, schedule, keep a record. */
export function Finish({ view, on }: { view: FinishView; on: FinishActions }) {
  const main = useRef<HTMLElement>(null);
  useKeepFocus(main);
  useLayoutEffect(() => {
    if (main.current) trustIn(main.current.getRootNode(), () => true);
  }, []);
  const { ready } = view;
  return (
    <main {...language()} class="finish" ref={main}>
      <PageHeader title={say('what_next')} label={say('fact_site')} site={view.site} />
      {view.site === '' ? <Nowhere /> : <Standing view={view} on={on} />}
      {ready ? (
        <>
          <Letter view={view} letter={ready.letter} on={on} />
          <Steps view={view} on={on} />
          <Summary view={view} setUp={ready.setUp} onPrint={on.print} />
        </>
      ) : (
        <Outline receiver={view.receiver.name} />
      )}
    </main>
  );
}
