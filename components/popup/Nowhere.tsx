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
      <h2>{t.NOWHERE}</h2>
      <p>{t.NOWHERE_WHAT}</p>
      <Path parts={t.MENU_PATH} />
      <p class="hint">{t.OTHER_PATH_WHAT}</p>
      <Path parts={t.OTHER_PATH} />
      <p>{t.NOWHERE_THEN}</p>
    </section>
  );
}
