import { ActionIcon, Button, Tabs, Tooltip } from '@mantine/core';
import { IconCopy, IconExternalLink, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { failureFrom } from '../../bridge/failure.ts';
import { nounClient, nounQueryKey, type NounDetail } from '../../bridge/noun-client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { PanelForm } from '../../ui/PanelForm.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { ObjectHistory } from './ObjectHistory.tsx';
import { ConflictChooser } from './ConflictChooser.tsx';
import { NounForm } from './NounForm.tsx';
import styles from './EditPanel.module.css';
import type { NounScreen } from './noun-screen.ts';
import { useCustomFields } from './use-custom-fields.ts';
import { useNounEditing } from './use-noun-editing.ts';

interface EditPanelProps {
  readonly screen: NounScreen;
  readonly id: string;
  readonly hidden?: readonly string[] | undefined;
  readonly onClose: () => void;
  readonly onClone?: ((detail: NounDetail) => void) | undefined;
  readonly onRemove?: ((detail: NounDetail) => void) | undefined;
  /** Shown above the form: what the noun's screen adds. */
  readonly extra?: ((detail: NounDetail) => ReactNode) | undefined;
}

export function useNounDetail(noun: NounScreen['noun'], id: string, enabled = true) {
  return useQuery({
    enabled,
    queryKey: nounQueryKey(noun, 'get', { ref: id }),
    queryFn: ({ signal }) => nounClient(noun).get({ ref: id }, { signal }),
  });
}

/** One row of a list, edited in place beside it. */
export function EditPanel(props: EditPanelProps) {
  const { screen, id, onClose } = props;
  const { data, error } = useNounDetail(screen.noun, id);
  const [shown, setShown] = useState<NounDetail | null>(null);
  const [dirty, setDirty] = useState(false);
  // A row that changes elsewhere is taken over at once, unless it is being edited here: then saving settles it.
  const newer = data !== undefined && data !== shown;
  if (newer && (shown?.record.id !== data.record.id || !dirty)) setShown(data);
  if (shown && shown.record.id === data?.record.id) {
    return <LoadedPanel key={id} {...props} detail={shown} onDirty={setDirty} />;
  }
  return (
    <SidePanel title={screen.definition.label} onClose={onClose}>
      {error ? <EmptyState title="It cannot be shown">{failureFrom(error).message}</EmptyState> : null}
    </SidePanel>
  );
}

type LoadedPanelProps = EditPanelProps & { readonly detail: NounDetail; readonly onDirty: (dirty: boolean) => void };

function LoadedPanel({ screen, detail, hidden, onClose, onClone, onRemove, extra, onDirty }: LoadedPanelProps) {
  const customFields = useCustomFields(screen.noun);
  const editing = useNounEditing(screen, detail, () => onDirty(false));
  const { form } = editing;
  useEffect(() => onDirty(form.dirty), [form.dirty, onDirty]);
  const footer = (
    <>
      <Button type="submit" disabled={!form.dirty} loading={editing.pending}>
        Save
      </Button>
      <Kbd keys="mod+enter" />
      <span className={styles.state}>{form.dirty ? 'Not saved yet' : 'Saved'}</span>
    </>
  );
  return (
    <PanelForm onSubmit={() => void editing.save()}>
      <SidePanel
        title={detail.name}
        onClose={onClose}
        footer={footer}
        actions={<PanelActions screen={screen} detail={detail} onClone={onClone} onRemove={onRemove} />}
      >
        {editing.conflicts.length > 0 ? (
          <ConflictChooser conflicts={editing.conflicts} onSettle={(choices) => void editing.settle(choices)} />
        ) : null}
        <Tabs defaultValue="details" keepMounted={false}>
          <Tabs.List className={styles.tabs}>
            <Tabs.Tab value="details">Details</Tabs.Tab>
            <Tabs.Tab value="history">History</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="details">
            {extra?.(detail)}
            <NounForm
              definition={screen.definition}
              form={form}
              customFields={customFields}
              references={detail.references}
              failure={editing.failure}
              editors={screen.editors}
              hidden={hidden}
            />
          </Tabs.Panel>
          <Tabs.Panel value="history">
            <ObjectHistory id={detail.record.id} noun={screen.noun} />
          </Tabs.Panel>
        </Tabs>
      </SidePanel>
    </PanelForm>
  );
}

function PanelActions({
  screen,
  detail,
  onClone,
  onRemove,
}: Pick<EditPanelProps, 'screen' | 'onClone' | 'onRemove'> & { detail: NounDetail }) {
  const href = screen.pageHref?.(detail.record.id);
  return (
    <>
      {href ? (
        <Tooltip label="Open its page">
          <ActionIcon
            component="a"
            href={href}
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`Open the page of ${detail.name}`}
          >
            <IconExternalLink size="1rem" />
          </ActionIcon>
        </Tooltip>
      ) : null}
      {onClone ? (
        <Tooltip label="Clone">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`Clone ${detail.name}`}
            onClick={() => onClone(detail)}
          >
            <IconCopy size="1rem" />
          </ActionIcon>
        </Tooltip>
      ) : null}
      {onRemove ? (
        <Tooltip label="Delete">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`Delete ${detail.name}`}
            onClick={() => onRemove(detail)}
          >
            <IconTrash size="1rem" />
          </ActionIcon>
        </Tooltip>
      ) : null}
    </>
  );
}
