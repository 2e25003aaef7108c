// Goal: take real device types into the catalogue: look first, import, take it back, import again.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { fromRoot } from '../../scripts/paths.mjs';
import { addPictures, makeGoodLibrary, makeMixedLibrary } from '../fixtures/device-type-files.ts';
import { answerOpenDialog } from '../fixtures/dialogs.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import type { Rackwright } from '../fixtures/launch.ts';
import { launch, testHome } from '../fixtures/programs.ts';
import { takeScreenshot } from '../fixtures/screenshots.ts';
import { makeWorkspace } from '../fixtures/workspaces.ts';
import { CataloguePage } from '../pages/catalogue-page.ts';
import { ImportPage } from '../pages/import-page.ts';
import { Shell } from '../pages/shell.ts';

interface Screens {
  readonly shell: Shell;
  readonly catalogue: CataloguePage;
  readonly importing: ImportPage;
}

async function openCatalogue(): Promise<Screens & { program: Rackwright }> {
  const home = testHome();
  const program = await launch({ home, file: makeWorkspace(home.file('catalogue.rackwright')) });
  const shell = new Shell(program.page);
  await shell.goTo('Catalogue');
  return { program, shell, catalogue: new CataloguePage(program.page), importing: new ImportPage(program.page) };
}

/** Chooses the folder on the import screen and waits for the preview. */
async function look({ app }: Rackwright, { catalogue, importing }: Screens, folder: string): Promise<void> {
  await catalogue.openImport();
  await answerOpenDialog(app, [folder]);
  await importing.chooseFolder.click();
  await importing.figures.waitFor();
}

test('a library is previewed, imported, taken back in one undo, and imported again', async () => {
  const { program, ...screens } = await openCatalogue();
  const { shell, catalogue, importing } = screens;
  const folder = makeGoodLibrary(program.home.file('library'));

  await look(program, screens, folder);
  await expectSoon(() => importing.figureTexts()).toEqual([
    '3 would be new',
    '0 would change',
    '0 the same',
    '0 refused',
    '1 of another kind, ignored',
  ]);

  await importing.importAll.click();
  await importing.saved.waitFor();
  await shell.goTo('Catalogue');
  await expectSoon(() => catalogue.deviceTypes.names()).toEqual(['Northgate NG-2200', 'Northgate NS-48']);
  await catalogue.showComponents();
  await expectSoon(() => catalogue.components.names()).toEqual(['Northgate PSU-800 NG-PSU-800']);

  await shell.undo.click();
  await expectSoon(() => catalogue.components.names()).toEqual([]);
  await shell.redo.click();
  await expectSoon(() => catalogue.components.names()).toEqual(['Northgate PSU-800 NG-PSU-800']);

  await look(program, screens, folder);
  expect((await importing.figureTexts()).slice(0, 3)).toEqual(['0 would be new', '0 would change', '3 the same']);
});

test('files that cannot be read are refused with file, line and reason, and the good ones are taken', async () => {
  const { program, ...screens } = await openCatalogue();
  const { shell, catalogue, importing } = screens;

  await look(program, screens, makeMixedLibrary(program.home.file('mixed')));
  expect((await importing.figureTexts()).slice(0, 4)).toEqual([
    '1 would be new',
    '0 would change',
    '0 the same',
    '2 refused',
  ]);
  await expectSoon(() => importing.refusals()).toEqual([
    ['mixed/nameless.yaml', expect.any(String), expect.stringContaining('model')],
    ['mixed/twice.yaml', '5', expect.stringContaining('model')],
  ]);

  await importing.importGood.click();
  await importing.saved.waitFor();
  await shell.goTo('Catalogue');
  await expectSoon(() => catalogue.deviceTypes.names()).toEqual(['Northgate NG-2200']);
});

test('pictures of the library come along with their device types, and one that nobody knows is refused', async () => {
  const { program, ...screens } = await openCatalogue();
  const { shell, importing } = screens;
  const folder = makeGoodLibrary(program.home.file('library'));
  addPictures(folder, readFileSync(fromRoot('assets', 'icon.png')));

  await look(program, screens, folder);
  // Two device types, one module type, one picture.
  expect((await importing.figureTexts()).slice(0, 4)).toEqual([
    '4 would be new',
    '0 would change',
    '0 the same',
    '1 refused',
  ]);
  await expectSoon(() => importing.refusals()).toEqual([
    [expect.stringContaining('northgate-ng-77.rear.png'), '', expect.stringContaining('"northgate-ng-77"')],
  ]);
  await takeScreenshot(program.page, 'screenshots', 'import-pictures');
  await importing.importGood.click();
  await importing.saved.waitFor();
  await importing.byKind.getByRole('row', { name: /^Pictures/ }).waitFor();

  await shell.undo.click();
  await shell.goTo('Catalogue');
  await look(program, screens, folder);
  await expectSoon(async () => (await importing.figureTexts())[0]).toBe('4 would be new');
});

test('a choice that is cancelled writes nothing', async () => {
  const { program, ...screens } = await openCatalogue();
  await screens.catalogue.openImport();
  await answerOpenDialog(program.app, []);
  await screens.importing.chooseFiles.click();
  expect(await screens.importing.figures.count()).toBe(0);
  await expectSoon(() => screens.shell.undo.isDisabled()).toBe(true);
});
