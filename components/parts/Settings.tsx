import type { ComponentChildren } from 'preact';
import * as t from '../texts.ts';
import type { PanelActions, PanelView } from '../view.ts';
import { Choice } from './Choice.tsx';
import { Disclosure } from './Disclosure.tsx';

interface SettingsProps {
  view: Pick<PanelView, 'choices' | 'actAtOnce'>;
  on: Pick<PanelActions, 'setChoice' | 'setActAtOnce'>;
  children?: ComponentChildren;
}

/** The administrator's choices for this PowerSchool site; the same in panel and popup, which adds to them. */
export function Settings({ view, on, children }: SettingsProps) {
  return (
    <Disclosure title={t.SETTINGS}>
      <div class="settings">
        {view.choices.map((choice) => (
          <Choice
            key={choice.id}
            chosen={choice.chosen}
            explanation={choice.explanation}
            onChoose={(chosen) => on.setChoice(choice.id, chosen)}
          >
            {choice.label}
          </Choice>
        ))}
        <Choice chosen={view.actAtOnce} explanation={t.ACT_AT_ONCE_WHY} onChoose={on.setActAtOnce}>
          {t.ACT_AT_ONCE}
        </Choice>
        {children}
      </div>
    </Disclosure>
  );
}
