import { say } from '../../utils/words/say.ts';
import * as t from '../texts.ts';

function Path({ parts }: { parts: string[] }) {
  return (
    <p class="path">
      {parts.map((part, index) => (
        <>
          {index > 0 && ' > '}
          <b>{part}</b>
        </>
      ))}
    </p>
  );
}

/** Nothing known yet: where to go. The first path is the guide's, the second that of PowerSchool's newer menu. */
export function Nowhere() {
  return (
    <section>
      <h2>{say('nowhere')}</h2>
      <p>{say('nowhere_what')}</p>
      <Path parts={t.MENU_PATH} />
      <p class="hint">{say('nowhere_newer')}</p>
      <Path parts={t.OTHER_PATH} />
      <p>{say('nowhere_then')}</p>
    </section>
  );
}
