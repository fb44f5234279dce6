import { say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import { Mark } from '../parts/Mark.tsx';
import * as t from '../texts.ts';
import type { FileView } from '../view.ts';

interface FilesProps {
  files: FileView[];
  current: string | null;
  off: boolean;
  onChoose(fileId: string): void;
}

/** The three files: each button chooses its data set on the page, and tells how far the file is. */
export function Files({ files, current, off, onChoose }: FilesProps) {
  return (
    <nav class="files" aria-label={say('files')}>
      {files.map((file) => (
        <Button
          key={file.id}
          off={off}
          aria-current={file.id === current ? 'true' : undefined}
          onPress={() => onChoose(file.id)}
        >
          <b class="file-name">{file.fileName}</b>{' '}
          <small class="file-state">
            {file.done && <Mark is="yes" label="" />}
            {t.fileState(file)}
          </small>
        </Button>
      ))}
    </nav>
  );
}
