import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { failureFrom } from '../../bridge/failure.ts';
import { showFailure } from '../../bridge/notices.ts';
import { pictureData } from '../picture/picture-url.ts';
import { drawingFile, drawingPicture, offerFile, picturesIn } from './drawing-file.ts';

const PIXEL_RATIO = 2;

function drawings(): readonly SVGSVGElement[] {
  return [...document.querySelectorAll<SVGSVGElement>('svg[data-face]')];
}

async function save(name: string, kind: 'svg' | 'png'): Promise<void> {
  try {
    const shown = drawings();
    const file = drawingFile(shown, await pictureData(picturesIn(shown)));
    const blob =
      kind === 'svg' ? new Blob([file.text], { type: 'image/svg+xml' }) : await drawingPicture(file, PIXEL_RATIO);
    offerFile(`${name}.${kind}`, blob);
  } catch (error) {
    showFailure(failureFrom(error));
  }
}

/** Sheets, labels, SVG and PNG of the racks on screen. */
export function ExportMenu({ name, onPrint, labelsHref }: { name: string; onPrint: () => void; labelsHref: string }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label="Print and export">
          <ActionIcon variant="default" size="md" aria-label="Print and export">
            <IconDownload size="1rem" />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onPrint}>Print audit sheets…</Menu.Item>
        <Menu.Item component="a" href={labelsHref}>
          Print labels…
        </Menu.Item>
        <Menu.Item onClick={() => void save(name, 'svg')}>Save the drawing as SVG</Menu.Item>
        <Menu.Item onClick={() => void save(name, 'png')}>Save the drawing as PNG</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
