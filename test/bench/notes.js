/**
 * Runs in the page, before its own scripts: notes when the panel, a trusted click, a changed label and a report appear,
 * in the page's clock. Plain JavaScript, because a compiler's helpers do not exist there.
 */
const notes = { panelAt: 0, clickAt: 0, labelAt: 0, reportAt: 0 };
window.benchNotes = notes;

const watched = new WeakSet();
const look = () => {
  const root = document.querySelector('roster-export-assistant')?.shadowRoot;
  if (!root) return;
  if (!watched.has(root)) {
    watched.add(root);
    new MutationObserver(look).observe(root, { childList: true, subtree: true });
  }
  if (notes.panelAt === 0 && root.querySelector('aside')) notes.panelAt = performance.now();
  if (notes.reportAt === 0 && root.querySelector('.report')) notes.reportAt = performance.now();
};
new MutationObserver(look).observe(document, { childList: true, subtree: true });

const onClick = (event) => {
  if (event.isTrusted) Object.assign(notes, { clickAt: event.timeStamp, labelAt: 0, reportAt: 0 });
};
const onChange = () => {
  notes.labelAt = performance.now();
};
window.addEventListener('click', onClick, { capture: true });
window.addEventListener('change', onChange, { capture: true });
