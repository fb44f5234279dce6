import { useRef } from 'preact/hooks';
import type { GivenFile } from '../../utils/roster/start.ts';
import { Button } from '../parts/Button.tsx';
import { chosenFiles } from './dropped.ts';

interface ChooseProps {
  kind?: 'primary' | 'plain' | 'quiet';
  /** A folder with all in it, instead of files. */
  folder?: boolean;
  onChoose(files: GivenFile[], leftOut: number): void;
  children: string;
}

/** A button that opens the browser's dialog for files. */
export function Choose({ kind = 'plain', folder = false, onChoose, children }: ChooseProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={children}
        {...(folder ? { webkitdirectory: true } : { accept: '.csv,.txt,.tsv,.zip' })}
        onChange={(event) => {
          const { files, leftOut } = chosenFiles(event.currentTarget.files);
          // So that the same files can be chosen again.
          event.currentTarget.value = '';
          if (files.length > 0) onChoose(files, leftOut);
        }}
      />
      <Button kind={kind} onPress={() => input.current?.click()}>
        {children}
      </Button>
    </>
  );
}
