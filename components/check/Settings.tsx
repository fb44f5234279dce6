import { useId, useState } from 'preact/hooks';
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

const entries = <K extends string>(record: Record<K, string>) => Object.entries(record) as [K, string][];

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
        legend={t.PROFILE}
        options={profiles.map((profile) => [profile.id, profile.name])}
        chosen={settings.profile}
        onChoose={(profile) => on.set({ profile })}
      />
      {uses?.level && (
        <OneOf
          legend={t.LEVEL}
          options={entries(t.LEVELS)}
          chosen={settings.level}
          onChoose={(level) => on.set({ level })}
        />
      )}
      {uses?.guardians && (
        <OneOf
          legend={t.GUARDIANS}
          options={entries(t.GUARDIANS_ARE)}
          chosen={settings.guardians}
          onChoose={(guardians) => on.set({ guardians })}
        />
      )}
      <div class="entry">
        <label for={`${id}-threshold`}>{t.THRESHOLD}</label>
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
          {t.THRESHOLD_WHY}
        </p>
      </div>
      {uses?.schoolIds && (
        <div class="entry wide">
          <label for={`${id}-schools`}>{t.SCHOOLS(profile?.name ?? '')}</label>
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
            {t.SCHOOLS_WHY} {t.schoolCount(settings.schoolIds.length)}
          </p>
        </div>
      )}
      <p class="hint wide">{t.SETTINGS_HINT}</p>
    </div>
  );
}
