import { Button, Checkbox, TextInput, Textarea } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { printLiteral } from '../../../shared/rules/query/print.ts';
import { Page } from '../../ui/Page.tsx';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { formatCount } from '../../ui/format.ts';
import { hrefOf } from '../../ui/location.ts';
import { Refusal } from '../../ui/Notice.tsx';
import { choosePaths } from '../workspace/use-files.ts';
import styles from './Dns.module.css';
import { ZoneReportView } from './ZoneReportView.tsx';
import { useZoneImport } from './use-zone-import.ts';

type State = ReturnType<typeof useZoneImport>;

/** A zone file: choose or paste it, look at what it would do, then take it in as one undo. */
export function ZoneImportView({ tabs }: { tabs: ReactNode }) {
  const state = useZoneImport();
  const { preview, written, progress, failure } = state;
  const busy = progress !== null;
  const outcome = useRef<HTMLDivElement>(null);
  // In a narrow window what it would do stands below the form.
  useEffect(() => {
    if (preview || written) outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [preview, written]);
  return (
    <Page title="Network" bar={tabs}>
      <div className={styles.importPage}>
        <div className={styles.import}>
          <SourceForm state={state} busy={busy} />
          <div ref={outcome} className={styles.outcome}>
            {failure && failure.code !== 'E_CANCELLED' ? <Refusal>{failure.message}</Refusal> : null}
            {progress ? (
              <div className={styles.progress} role="status">
                <progress aria-label="Reading" max={progress.total || 1} value={progress.done} />
                {progress.total > 0 ? `${formatCount(progress.done)} of ${formatCount(progress.total)}` : 'Reading…'}
                <Button size="compact-xs" variant="default" onClick={state.cancel}>
                  Cancel
                </Button>
              </div>
            ) : null}
            {preview ? <ZoneReportView report={preview} onWrite={() => void state.write()} /> : null}
            {written ? (
              <>
                <p role="status">
                  <ToneIcon tone="good" /> The import is saved.{' '}
                  <a href={hrefOf(['network', 'dnsRecord'], { q: `zone:${printLiteral(written.zone)}` })}>
                    See the records
                  </a>
                </p>
                <ZoneReportView report={written} />
              </>
            ) : null}
          </div>
        </div>
      </div>
    </Page>
  );
}

function SourceForm({ state, busy }: { state: State; busy: boolean }) {
  const { source, change } = state;
  const choose = async () => {
    const [path] = await choosePaths('Choose a zone file', false, []);
    if (path === undefined) return;
    change({ path, text: '' });
    await state.look({ ...source, path, text: '' });
  };
  const ready = source.path !== null || source.text.trim() !== '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void state.look(source);
      }}
    >
      <p className={styles.note}>
        $ORIGIN, $TTL and $GENERATE are read; $INCLUDE is refused. A file with any problem is not taken: each is told
        with its line.
      </p>
      <Button
        variant="default"
        disabled={busy}
        leftSection={<IconFile size="1rem" aria-hidden />}
        onClick={() => void choose()}
      >
        Choose a file…
      </Button>
      {source.path === null ? (
        <Textarea
          label="Or paste its text"
          classNames={{ input: styles.code ?? '' }}
          rows={10}
          value={source.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
      ) : (
        <p className={styles.path}>
          {source.path}{' '}
          <Button variant="subtle" size="compact-xs" onClick={() => change({ path: null })}>
            Paste text instead
          </Button>
        </p>
      )}
      <TextInput
        label="Zone"
        description="Empty: what the file says, or what it is called"
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={source.zone}
        onChange={(event) => change({ zone: event.currentTarget.value })}
      />
      <Checkbox
        label="Link to addresses on record"
        description="A and AAAA records then follow their address"
        checked={source.link}
        onChange={(event) => change({ link: event.currentTarget.checked })}
      />
      <Checkbox
        label="Remove what the file lacks"
        description="Records of the zone that are not in it"
        checked={source.replace}
        onChange={(event) => change({ replace: event.currentTarget.checked })}
      />
      <div>
        <Button type="submit" disabled={!ready || busy}>
          Look at it
        </Button>
      </div>
    </form>
  );
}
