/** The ratios that the check must keep. */

export interface Figures {
  candidate: string;
  form: string;
  users: number;
  bytes: number;
  /** A fault in every row. */
  isWrong: boolean;
  /** Medians: MB a second, milliseconds, bytes. */
  speed: number;
  took: number;
  peak: number;
}

export interface Verdict {
  text: string;
  /** Null for what is only told. */
  holds: boolean | null;
}

interface Names {
  engine: string;
  floor: string;
  database: string;
  parsers: string[];
  /** That drop each row again; told, not judged: the issue compares with parsing into arrays. */
  streamers: string[];
}

const PARSERS_TIMES = 2;
const FLOOR_SHARE = 1 / 3;
const WRONG_TIMES = 1.5;
const FLAT = 0.2;
const MOST_USERS = 5_000_000;
const MOST_MEMORY = 1e9;
const MEMORY_FROM = 1_000_000;
const MEMORY_TIMES = 1.2;

/** @returns nothing for what was not measured. */
export function judge(figures: readonly Figures[], names: Names): Verdict[] {
  const engine = figures.filter(({ candidate }) => candidate === names.engine);
  return [
    ...engine.filter(({ isWrong }) => !isWrong).flatMap((one) => againstOthers(one, figures, names)),
    ...engine.filter(({ isWrong }) => isWrong).flatMap((one) => wrongRows(one, engine)),
    ...flatTime(engine),
    ...engine.filter(({ users, isWrong }) => users === MOST_USERS && !isWrong).map(memory),
    ...memoryGrowth(engine),
  ];
}

const setOf = ({ users, form }: Figures) => `${users.toLocaleString('en-US')} users, ${form}`;
const isSameSet = (one: Figures, other: Figures) =>
  one.users === other.users && one.form === other.form && one.isWrong === other.isWrong;

function againstOthers(
  one: Figures,
  figures: readonly Figures[],
  { floor, database, parsers, streamers }: Names,
): Verdict[] {
  const same = figures.filter((other) => isSameSet(one, other));
  const fastestOf = (candidates: readonly string[]) =>
    same.filter(({ candidate }) => candidates.includes(candidate)).sort((left, right) => right.speed - left.speed)[0];
  const versus = (other: Figures | undefined, least: number | null, words: string): Verdict[] => {
    if (other === undefined) return [];
    const ratio = one.speed / other.speed;
    return [
      {
        text: `${setOf(one)}: ${ratio.toFixed(2)} times ${other.candidate} (${words})`,
        holds: least === null ? null : ratio >= least,
      },
    ];
  };
  return [
    ...versus(fastestOf(parsers), PARSERS_TIMES, 'the fastest into arrays; at least 2'),
    ...versus(fastestOf(streamers), null, 'the fastest that drops its rows'),
    ...versus(
      same.find(({ candidate }) => candidate === floor),
      FLOOR_SHARE,
      'at least 0.33',
    ),
    ...versus(
      same.find(({ candidate }) => candidate === database),
      1,
      'at least 1',
    ),
  ];
}

function wrongRows(one: Figures, engine: readonly Figures[]): Verdict[] {
  const clean = engine.find((other) => isSameSet({ ...one, isWrong: false }, other));
  if (clean === undefined) return [];
  const ratio = one.took / clean.took;
  return [
    {
      text: `${setOf(one)}: a fault in every row takes ${ratio.toFixed(2)} times as long (at most 1.5)`,
      holds: ratio <= WRONG_TIMES,
    },
  ];
}

function flatTime(engine: readonly Figures[]): Verdict[] {
  const clean = engine.filter(({ isWrong }) => !isWrong);
  return [...new Set(clean.map(({ form }) => form))].flatMap((form) => {
    const perUser = clean.filter((one) => one.form === form).map(({ took, users }) => took / users);
    if (perUser.length < 2) return [];
    const spread = Math.max(...perUser) / Math.min(...perUser) - 1;
    return [
      {
        text: `${form}: time per user differs by ${(spread * 100).toFixed(0)} % between the sizes (at most 20)`,
        holds: spread <= FLAT,
      },
    ];
  });
}

function memory(one: Figures): Verdict {
  return {
    text: `${setOf(one)}: ${(one.peak / 1e6).toFixed(0)} MB of memory (under 1,000)`,
    holds: one.peak < MOST_MEMORY,
  };
}

/**
 * Bytes a user at each size, and whether they stay the same from a million on: below, what a process needs in any case
 * is most of it.
 */
function memoryGrowth(engine: readonly Figures[]): Verdict[] {
  const clean = engine.filter(({ isWrong }) => !isWrong);
  return [...new Set(clean.map(({ form }) => form))].flatMap((form) => {
    const sizes = clean.filter((one) => one.form === form).sort((one, other) => one.users - other.users);
    const perUser = ({ peak, users }: Figures) => peak / users;
    const told = sizes.map((one) => `${perUser(one).toFixed(0)} at ${one.users.toLocaleString('en-US')}`).join(', ');
    const from = sizes.find(({ users }) => users === MEMORY_FROM);
    const largest = sizes.at(-1);
    const ratio = from && largest && largest.users > from.users ? perUser(largest) / perUser(from) : null;
    const judged =
      ratio === null ? '' : `; ${ratio.toFixed(2)} times as many at the most as at 1,000,000 (at most 1.2)`;
    return [
      {
        text: `${form}: bytes of memory for each user: ${told}${judged}`,
        holds: ratio === null ? null : ratio <= MEMORY_TIMES,
      },
    ];
  });
}
