/** A browser window with the simulator and the extension, until it is closed. */
import { startSimulator } from '../../simulator/index.ts';
import { openBrowser, powerSchoolAddress } from '../browser.ts';

const simulator = await startSimulator({ https: true });
const { context, close } = await openBrowser({ headless: false, viewport: null });
const closed = new Promise((resolve) => context.once('close', resolve));
const page = context.pages()[0] ?? (await context.newPage());
await page.goto(`${powerSchoolAddress(simulator.port)}/~simulator/session?go=/admin/home.html`);

console.log(`
A browser window is open on the start page of a simulated PowerSchool. No student in it is real.

  1. Click System, then Page and Data Management, then Export Data.
  2. The panel at the right edge leads through users.csv, classes.csv and enrollments.csv.
  3. The toolbar button shows how far they are, and opens the page that checks exported files:
     drop what Export sent there, or any other users.csv, classes.csv and enrollments.csv.

Close the window to end the demo.`);

await closed;
await close();
await simulator.close();
