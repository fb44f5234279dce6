import type { ComponentChildren } from 'preact';
import { say } from '../../utils/words/say.ts';
import type { PanelActions, PanelView } from '../view.ts';
import { Choice } from './Choice.tsx';
import { Disclosure } from './Disclosure.tsx';

export interface SettingsProps {
  view: Pick<PanelView, 'choices' | 'actAtOnce'>;
  on: Pick<PanelActions, 'setChoice' | 'setActAtOnce'>;
  children?: ComponentChildren;
}

/** The administrator's choices for this PowerSchool site; the same in panel and popup, which adds to them. */
export function Settings({ view, on, children }: SettingsProps) {
  return (
    <Disclosure title={say('settings')}>
      <div class="settings">
        {view.choices.map((choice) => (
          <Choice
            key={choice.id}
            id={`choice-${choice.id}`}
            chosen={choice.chosen}
            explanation={choice.explanation}
            onChoose={(chosen) => on.setChoice(choice.id, chosen)}
          >
            {choice.label}
          </Choice>
        ))}
        <Choice
          id="act-at-once"
          chosen={view.actAtOnce}
          explanation={say('act_at_once_why')}
          onChoose={on.setActAtOnce}
        >
          {say('act_at_once')}
        </Choice>
        {children}
      </div>
    </Disclosure>
  );
}
