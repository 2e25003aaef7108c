import { ActionIcon, FileButton, Tooltip } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { client } from '../../bridge/client.ts';
import { showNotice } from '../../bridge/notices.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { ACCEPTED, base64Of, refusalOfFile } from './files.ts';

/** Adds a photo or PDF to an entry that is there already. */
export function AttachButton({ entryId }: { entryId: string }) {
  const attach = useCommand(async (file: File) =>
    client.journal.attach({ entry: entryId, fileName: file.name, base64: await base64Of(file) }),
  );
  const choose = (file: File | null) => {
    if (!file) return;
    const refusal = refusalOfFile(file);
    if (refusal === null) void attach.run(file);
    else showNotice({ tone: 'bad', text: refusal });
  };
  return (
    <FileButton accept={ACCEPTED} onChange={choose} inputProps={{ 'aria-label': 'Photo or PDF' }}>
      {(props) => (
        <Tooltip label="Attach a photo or PDF…">
          <ActionIcon
            {...props}
            variant="subtle"
            color="gray"
            size="sm"
            loading={attach.pending}
            aria-label="Attach a photo or PDF…"
          >
            <IconPaperclip size="0.9375rem" />
          </ActionIcon>
        </Tooltip>
      )}
    </FileButton>
  );
}
