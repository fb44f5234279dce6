/** What is used of addons-linter, which has no types of its own. */
declare module 'addons-linter' {
  interface Message {
    code: string;
    message: string;
    file?: string;
    line?: number;
    column?: number;
  }
  interface Linter {
    run(): Promise<{ errors: Message[]; warnings: Message[]; notices: Message[] }>;
  }
  const linter: {
    createInstance(options: { config: Record<string, unknown>; runAsBinary: boolean }): Linter;
  };
  export default linter;
}
