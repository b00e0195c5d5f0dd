// Looks at scans and photographs: zoom, turn, leaf, two beside each other.

import { Button, Modal } from '@mantine/core';
import type { DossierFile } from '@motcua/server/files/schema';
import { useState } from 'react';
import { filesWords } from '../../words/files.ts';
import { vi } from '../../words/vi.ts';
import { FilePane } from './file-pane.tsx';
import classes from './files.module.css';

const words = filesWords.viewer;

interface FileViewerProps {
  dossierId: string;
  files: readonly DossierFile[];
  /** Name of the paper of a slot. */
  nameOf: (paperId: string) => string;
  /** The file that was asked for. */
  first: string;
  /** Another to be seen beside it at once: the newer one. */
  beside?: string;
  onClose: () => void;
}

export function FileViewer({ dossierId, files, nameOf, first, beside, onClose }: FileViewerProps) {
  const [shown, setShown] = useState<readonly string[]>(beside === undefined ? [first] : [first, beside]);
  const choices = files.map(({ id, paperId, version, origin }) => ({
    value: id,
    label: words.choice(nameOf(paperId), version, filesWords.origins[origin]),
  }));
  const another = files.find(({ id }) => id !== shown[0])?.id;
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      fullScreen
      closeButtonProps={{ 'aria-label': vi.close }}
      classNames={{ body: classes['viewer'] ?? '' }}
    >
      <div className={classes['viewerTop']}>
        <p className={`mc-key-hint ${classes['quiet'] ?? ''}`}>{words.keys}</p>
        {another !== undefined && (
          <Button
            variant="default"
            size="xs"
            aria-pressed={shown.length > 1}
            onClick={() => setShown(shown.length > 1 ? shown.slice(0, 1) : [...shown, another])}
          >
            {words.sideBySide}
          </Button>
        )}
      </div>
      <div className={classes['panes']}>
        {shown.map((id, place) => {
          const file = files.find((each) => each.id === id);
          return file === undefined ? null : (
            <FilePane
              key={`${place}-${id}`}
              dossierId={dossierId}
              file={file}
              label={place === 0 ? words.file : words.second}
              name={nameOf(file.paperId)}
              choices={choices}
              onChoose={(chosen) => setShown(shown.with(place, chosen))}
            />
          );
        })}
      </div>
    </Modal>
  );
}
