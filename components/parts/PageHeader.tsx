/** The head of a page of the extension's own: what it is, and which site it is about; '' for none. */
export function PageHeader({ title, label, site }: { title: string; label: string; site: string }) {
  return (
    <header>
      <h1 tabIndex={-1} data-home>
        {title}
      </h1>
      {site !== '' && (
        <p class="hint">
          {label}: <b>{site}</b>
        </p>
      )}
    </header>
  );
}
