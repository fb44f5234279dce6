import { useId, useState } from 'preact/hooks';
import type { Key } from '../../utils/words/keys.ts';
import { say } from '../../utils/words/say.ts';
import * as t from './texts.ts';
import type { CheckActions, CheckView } from './types.ts';

interface OneOfProps<V extends string> {
  legend: string;
  options: [value: V, label: string][];
  chosen: V;
  onChoose(value: V): void;
}

function OneOf<V extends string>({ legend, options, chosen, onChoose }: OneOfProps<V>) {
  const name = useId();
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map(([value, label]) => (
        <label key={value} class="radio">
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

const said = <K extends string>(record: Record<K, Key>) =>
  (Object.entries(record) as [K, Key][]).map(([value, key]): [K, string] => [value, say(key)]);

/** What the check must know of the receiver's set-up. */
export function Settings({ view, on }: { view: CheckView; on: Pick<CheckActions, 'set' | 'setSchools'> }) {
  const { settings, profiles } = view;
  const id = useId();
  const [schools, setSchools] = useState(settings.schoolIds.join('\n'));
  const [threshold, setThreshold] = useState(String(settings.threshold));
  const profile = profiles.find(({ id }) => id === settings.profile);
  const uses = profile?.uses;
  const keepThreshold = () => {
    const typed = Number(threshold);
    const isPercent = threshold.trim() !== '' && typed >= 0 && typed <= 100;
    if (isPercent) on.set({ threshold: typed });
    else setThreshold(String(settings.threshold));
  };
  return (
    <div class="check-settings">
      <OneOf
        legend={say('check_profile')}
        options={profiles.map((profile) => [profile.id, profile.name])}
        chosen={settings.profile}
        onChoose={(profile) => on.set({ profile })}
      />
      {uses?.level && (
        <OneOf
          legend={say('check_level')}
          options={said(t.LEVELS)}
          chosen={settings.level}
          onChoose={(level) => on.set({ level })}
        />
      )}
      {uses?.guardians && (
        <OneOf
          legend={say('check_guardians')}
          options={said(t.GUARDIANS_ARE)}
          chosen={settings.guardians}
          onChoose={(guardians) => on.set({ guardians })}
        />
      )}
      <div class="entry">
        <label for={`${id}-threshold`}>{say('check_threshold')}</label>
        <span>
          <input
            id={`${id}-threshold`}
            type="number"
            min={0}
            max={100}
            value={threshold}
            onInput={(event) => setThreshold(event.currentTarget.value)}
            onChange={keepThreshold}
            aria-describedby={`${id}-threshold-why`}
          />{' '}
          %
        </span>
        <p class="hint" id={`${id}-threshold-why`}>
          {say('check_threshold_why')}
        </p>
      </div>
      {uses?.schoolIds && (
        <div class="entry wide">
          <label for={`${id}-schools`}>{say('check_schools', profile?.name ?? '')}</label>
          <textarea
            id={`${id}-schools`}
            rows={3}
            spellcheck={false}
            autocomplete="off"
            value={schools}
            onInput={(event) => setSchools(event.currentTarget.value)}
            onChange={() => on.setSchools(schools)}
            aria-describedby={`${id}-schools-why`}
          />
          <p class="hint" id={`${id}-schools-why`}>
            {say('check_schools_why')} {t.schoolCount(settings.schoolIds.length)}
          </p>
        </div>
      )}
      <p class="hint wide">{say('check_settings_hint')}</p>
    </div>
  );
}
