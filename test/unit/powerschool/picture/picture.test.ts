import { describe, expect, it } from 'vitest';
import { takePicture } from '../../../../utils/powerschool/picture/picture.ts';
import { classtag } from '../../../../utils/profile/classtag.ts';
import { namesOf } from '../../../../utils/profile/names.ts';
import { openPage } from '../fixtures.ts';

const names = namesOf(classtag);

/** The picture's lines in the body, without their indentation. */
function linesOf(body: string, prepare: (document: Document) => void = () => undefined): string[] {
  const { document, location } = openPage(`<body>${body}</body>`);
  prepare(document);
  const picture = takePicture(document, location, names);
  const inside = picture.slice(picture.indexOf('<body>') + '<body>'.length, picture.lastIndexOf('</body>'));
  return inside
    .trim()
    .split('\n')
    .map((line) => line.trim());
}

describe('what a picture tells', () => {
  it('says where the page is, without query, session, hash and host', () => {
    const { document } = openPage('');
    const pathname = '/admin/datamgmt/exportmanager.action;jsessionid=0A1B';
    expect(takePicture(document, { pathname }, names).split('\n')[0]).toBe(
      '<!-- address: /admin/datamgmt/exportmanager.action -->',
    );
  });

  it.each([
    ['words of the interface', '<h2>Select Columns to Export</h2>', '<h2>Select Columns to Export</h2>'],
    ['in any spelling', '<p>line delimiter :</p>', '<p>line delimiter :</p>'],
    ['and no others', '<p>Category of Ana</p>', '<p>Aaaaaaaa aa Aaa</p>'],
    ['a data set and its place', '<h2>Select/Edit Records from NQ - com.classtag.one_roster_users</h2>', null],
    ['a data set of others', '<p>NQ - org.example.x1</p>', '<p>NQ - aaa.aaaaaaa.a9</p>'],
    ['columns', '<p>USERS.sourcedId</p>', null],
    ['columns of others', '<p>Students.shoeSize</p>', '<p>Aaaaaaaa.aaaaAaaa</p>'],
    ['the kind of a control', '<input id="label_cb_users_email" type="text" disabled="" readonly="">', null],
    ['options that are known', '<option value="&#13;">CR</option>', '<option value="&#13;">CR</option>'],
    ['ids part by part', '<p id="row_student-20117">x</p>', '<p id="row_aaaaaaa-99999">a</p>'],
    ['ids made of known words', '<p id="exportFromSelect2">x</p>', '<p id="exportFromSelect9">a</p>'],
    ['nothing of half-known ones', '<p id="exportAna">x</p>', '<p id="aaaaaaAaa">a</p>'],
    ['roles, spans and levels', '<p role="heading" aria-level="2">x</p>', '<p role="heading" aria-level="2">a</p>'],
  ])('%s', (_, html, picture) => {
    expect(linesOf(html)).toEqual([picture ?? html]);
  });

  it.each([
    ['what was typed', '<input value="Ana">', '<input>'],
    ['what was ticked or chosen', '<input type="radio" checked>', '<input type="radio">'],
    ['a text area', '<textarea>Ana</textarea>', '<textarea></textarea>'],
    ['links, titles and styles', '<a href="?x=1" title="Ana" style="top: 7px" data-id="7">Next</a>', '<a>Next</a>'],
    ['what a button does, only that it does', '<a onclick="open(7)">Next</a>', '<a onclick="">Next</a>'],
    ['a name of its own', '<ana-lee2>Next</ana-lee2>', '<x-aaa-aaa9>Next</x-aaa-aaa9>'],
    ['a frame', '<iframe src="/x" title="Ana">Ana</iframe>', '<iframe></iframe>'],
    ['a drawing', '<svg><text>Ana</text></svg>', '<svg></svg>'],
  ])('never %s', (_, html, picture) => {
    expect(linesOf(html)).toEqual([picture]);
  });

  it('leaves out scripts, comments, its own panel, and says that there is a shadow root', () => {
    const lines = linesOf(
      '<p>Next</p><script>a()</script><!-- Ana --><roster-export-assistant></roster-export-assistant>',
    );
    expect(lines).toEqual(['<p>Next</p>']);
    const withRoot = linesOf('<div></div>', (document) => {
      const root = document.querySelector('div')?.attachShadow({ mode: 'open' });
      if (root) root.innerHTML = '<p>Ana</p>';
    });
    expect(withRoot).toEqual(['<div>', '<!-- a shadow root, not looked at -->', '</div>']);
  });

  it('keeps ids apart that look alike, and labels at their boxes', () => {
    expect(linesOf('<label for="s11">Name</label><b id="s10">x</b><input id="s11">')).toEqual([
      '<label for="a99">Name</label><b id="a99~2">a</b><input id="a99">',
    ]);
  });

  it('tells what is hidden, and how', () => {
    const html = `<p style="display: none"><b>Next</b></p>
      <p style="visibility: hidden">Next<b style="visibility: visible">Next</b></p>`;
    expect(linesOf(html)).toEqual([
      '<p hidden-by="display"><b>Next</b></p>',
      '<p hidden-by="visibility">Next<b hidden-by="nothing">Next</b></p>',
    ]);
  });

  it('keeps white space between words, and none where there is none', () => {
    expect(linesOf('<p><b>Ex</b><i>port</i> <u>From</u></p>')).toEqual(['<p><b>Aa</b><i>aaaa</i> <u>Aaaa</u></p>']);
  });
});

describe('in a table of records', () => {
  const table = (rows: string) => `<table><tr><th>Field</th><th>Name</th></tr>${rows}</table>`;
  const cells = (html: string) => linesOf(html).filter((line) => line.startsWith('<td'));

  it('takes a family name for one, although the interface has that word', () => {
    expect(cells(table('<tr><td>Field</td><td>Page</td></tr>'))).toEqual(['<td>Aaaaa</td>', '<td>Aaaa</td>']);
    const plain = `<table>${'<tr><td>Field</td></tr>'.repeat(4)}</table>`;
    expect(cells(plain)).toEqual([...Array(3).fill('<td>Field</td>'), '<td>Aaaaa</td>']);
  });

  it('knows columns there, and the words of a form', () => {
    expect(cells(table('<tr><td>USERS.email</td><td>x</td></tr>'))[0]).toBe('<td>USERS.email</td>');
    expect(cells(table('<tr><td>Category</td><td><input></td></tr>'))[0]).toBe('<td>Category</td>');
  });
});

describe('a page without end', () => {
  it('is cut, and says so', () => {
    const long = Array.from({ length: 12 }, () => 'x'.repeat(60)).join('-row ');
    const section = `<section>${`<p class="${long}">Next</p>`.repeat(75)}</section>`;
    const { document, location } = openPage(`<body>${section.repeat(25)}</body>`);
    const { Element } = document.defaultView as unknown as typeof globalThis;
    Element.prototype.checkVisibility = () => true;
    const picture = takePicture(document, location, names);
    expect(picture.length).toBeLessThan(201_000);
    expect(picture.match(/cut: the page is larger/g)).toHaveLength(1);
    expect(picture.trim().endsWith('</html>')).toBe(true);
  });

  it('shows a few of many alike, and every option that is known', () => {
    const lines = linesOf(`<ul>${'<li>x</li>'.repeat(200)}</ul>`);
    expect(lines.filter((line) => line.startsWith('<li>'))).toHaveLength(80);
    expect(lines).toContain('<!-- cut: 200 li in a row -->');
    const options = linesOf(`<select>${'<option>x</option>'.repeat(200)}<option>CR</option></select>`);
    expect(options).toContain('<option>CR</option>');
  });

  it('goes only so deep', () => {
    const lines = linesOf(`${'<div>'.repeat(300)}Next${'</div>'.repeat(300)}`);
    expect(lines.filter((line) => line.startsWith('<div>')).length).toBeLessThan(90);
    expect(lines).toContain('<!-- cut: nested deeper -->');
  });
});
