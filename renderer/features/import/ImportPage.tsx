import { Button } from '@mantine/core';
import { IconFile, IconFolder } from '@tabler/icons-react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Refusal } from '../../ui/Notice.tsx';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { counted, formatCount } from '../../ui/format.ts';
import { hrefOf } from '../../ui/location.ts';
import { timeLeftText } from '../../ui/time-left.ts';
import { choosePaths } from '../workspace/use-files.ts';
import styles from './ImportPage.module.css';
import { ImportReportView } from './ImportReportView.tsx';
import { useImport, type ImportProgress } from './use-import.ts';

const KINDS = ['yaml', 'yml', 'png', 'jpg', 'jpeg', 'webp'];

/** NetBox device types, module types and pictures: choose, look at what would happen, then take them in. */
export function ImportPage() {
  const state = useImport();
  const { preview, written, progress, failure } = state;
  const chooseFolder = async () => state.look(await choosePaths('Choose a folder of device types', true, []));
  const chooseFiles = async () => state.look(await choosePaths('Choose device-type files', false, KINDS));
  const busy = progress !== null;
  return (
    <Page
      title="Import device types"
      actions={
        <>
          <Button
            variant="default"
            disabled={busy}
            leftSection={<IconFolder size="1rem" aria-hidden />}
            onClick={() => void chooseFolder()}
          >
            Choose a folder…
          </Button>
          <Button
            variant="default"
            disabled={busy}
            leftSection={<IconFile size="1rem" aria-hidden />}
            onClick={() => void chooseFiles()}
          >
            Choose files…
          </Button>
        </>
      }
    >
      {failure ? (
        <div className={styles.notice}>
          <Refusal cancelled={failure.code === 'E_CANCELLED'}>{failure.message}</Refusal>
        </div>
      ) : null}
      {progress ? <Progress progress={progress} onCancel={state.cancel} /> : null}
      {preview && !busy ? (
        <>
          <Decision refused={preview.refused.length} onWrite={(accept) => void state.write(accept)} />
          <ImportReportView report={preview} done={false} />
        </>
      ) : null}
      {written && !busy ? (
        <>
          <p className={styles.done} role="status">
            <ToneIcon tone="good" /> The import is saved.{' '}
            <a href={hrefOf(['catalogue', 'deviceType'])}>See the device types</a>
          </p>
          <ImportReportView report={written} done />
        </>
      ) : null}
      {!preview && !written && !busy && !failure ? (
        <EmptyState title="Choose a folder or files">
          Files of the NetBox device-type library: device types and module types (YAML), and the pictures of its folder
          elevation-images, which find their device types by slug. Nothing is written before you have seen what would
          change; the whole import is one undo.
        </EmptyState>
      ) : null}
    </Page>
  );
}

function Progress({ progress, onCancel }: { progress: ImportProgress; onCancel: () => void }) {
  const { phase, done, total, elapsedMs } = progress;
  const left = timeLeftText(done, total, elapsedMs);
  return (
    <div className={styles.progress} role="status">
      <progress aria-label={phase === 'reading' ? 'Reading' : 'Writing'} max={total || 1} value={done} />
      <span>
        {phase === 'reading' ? 'Reading' : 'Writing'}{' '}
        {total > 0 ? `${formatCount(done)} of ${formatCount(total)}` : '…'}
        {left ? `, ${left}` : ''}
      </span>
      <Button size="compact-xs" variant="default" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}

function Decision({ refused, onWrite }: { refused: number; onWrite: (accept: 'all' | 'good') => void }) {
  if (refused === 0) {
    return (
      <div className={styles.decision}>
        <Button onClick={() => onWrite('all')}>Import all</Button>
      </div>
    );
  }
  return (
    <div className={styles.decision}>
      <Button onClick={() => onWrite('good')}>Import the good files</Button>
      <span>
        {counted(refused, 'file is', 'files are')} refused and would be left out. To take all or nothing, mend them and
        choose again.
      </span>
    </div>
  );
}
