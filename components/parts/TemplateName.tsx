import { useEffect, useId, useState } from 'preact/hooks';
import { say } from '../../utils/words/say.ts';
import { trusted } from '../trusted.ts';
import type { FileView } from '../view.ts';

interface TemplateNameProps {
  file: FileView;
  /** Names that the other templates have. */
  taken: string[];
  onName(name: string): void;
}

/** The name under which a template will be saved. A blank or taken name is not accepted, and it says why. */
export function TemplateName({ file, taken, onName }: TemplateNameProps) {
  const id = useId();
  const [text, setText] = useState(file.templateName);
  useEffect(() => setText(file.templateName), [file.templateName]);
  const name = text.trim();
  const error = name === '' ? say('name_blank') : taken.includes(name) ? say('name_taken') : '';
  const commit = trusted(() => {
    if (error !== '') return;
    setText(name);
    if (name !== file.templateName) onName(name);
  });
  return (
    <div class="name">
      <label for={id}>{say('template_name_of', file.fileName)}</label>
      <input
        id={id}
        type="text"
        value={text}
        spellcheck={false}
        autocomplete="off"
        onInput={trusted((event: InputEvent) => setText((event.currentTarget as HTMLInputElement).value))}
        onChange={commit}
        aria-invalid={error === '' ? undefined : true}
        aria-describedby={error === '' ? undefined : `${id}-why`}
      />
      {error !== '' && (
        <p class="error" id={`${id}-why`}>
          {error}
        </p>
      )}
    </div>
  );
}
