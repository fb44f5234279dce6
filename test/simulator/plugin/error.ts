/** A plugin that cannot be read. The message is one plain sentence: which file, and what is wrong with it. */
export class PluginUnreadableError extends Error {
  override readonly name = 'PluginUnreadableError';
  /** The file at fault, as the plugin names it (`queries_root/a.named_queries.xml`) or as the caller gave it. */
  readonly file: string;

  constructor(file: string, problem: string) {
    super(`${file}: ${problem}.`);
    this.file = file;
  }
}
