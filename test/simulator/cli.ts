import { isExpected, runCommand } from './command.ts';

runCommand(process.argv.slice(2), (text) => console.log(text)).catch((error: unknown) => {
  console.error(isExpected(error) ? error.message : error);
  process.exitCode = 1;
});
