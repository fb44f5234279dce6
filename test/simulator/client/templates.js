import { ask } from './ajax.js';
import { fill, words } from './config.js';
import { openForm } from './dialogs.js';

const { $j } = window;

/** Shows the list that the hash names; both `#id` and AngularJS's `#/id` are in use. */
function showTab() {
  const id = window.location.hash.replace(/^#\/?/, '') || 'export-template-content';
  const known = $j('.tab-content').is((_, node) => node.id === id) ? id : 'export-template-content';
  $j('.tab-content').each((_, node) => $j(node).toggleClass('hide', node.id !== known));
  $j('ul.tabs li').each((_, item) =>
    $j(item).toggleClass('selected', new URL($j('a', item)[0].href).hash.replace('#/', '#') === `#${known}`),
  );
}

const idOf = (target) => $j(target).closest('tr').attr('data-template');
const scheduleAddress = (target) => `/admin/datamgmt/exportschedule.action?template=${idOf(target)}`;

/** Opens "Set Schedule - <name>" (DEM_Schedule.png). */
async function openSchedule(target) {
  const content = $j(await ask(scheduleAddress(target), { dataType: 'html' }));
  const name = $j(target).closest('tr').find('a').text();
  const save = async (close) => {
    const values = Object.fromEntries(new FormData(content[0]));
    const days = content
      .find('[name=day]:checked')
      .get()
      .map(({ value }) => value);
    const { active, sendTo, path, email, time = `${values.hour}:${values.minute} ${values.half}` } = values;
    await ask(scheduleAddress(target), { data: { active: active === 'on', days, time, sendTo, path, email } });
    close();
    window.location.reload();
  };
  const buttons = [
    { text: words.save, click: save },
    { text: words.cancel, click: (close) => close() },
  ];
  openForm({ title: fill(words.setSchedule, name), content, buttons, width: 500 });
}

$j('#content-main').on('click', 'button.schedule', ({ target }) => openSchedule(target));
for (const action of ['copy', 'delete']) {
  $j('#content-main').on('click', `.${action}`, async ({ target }) => {
    await ask(`/admin/datamgmt/export${action}.action?template=${idOf(target)}`, { method: 'POST', dataType: 'text' });
    window.location.reload();
  });
}
$j('#content-main').on('click', '.unschedule', async ({ target }) => {
  await ask(scheduleAddress(target), { method: 'DELETE' });
  window.location.reload();
});
$j(window).on('hashchange', showTab);
showTab();
