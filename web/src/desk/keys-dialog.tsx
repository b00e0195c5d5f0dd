// The list of keys, and the switch that turns single letters off.

import { Kbd, Modal, Switch } from '@mantine/core';
import { useState } from 'react';
import { setSingleKeys, singleKeysOn } from '../ui/use-keys.ts';
import { useFrameWords } from '../words/use-frame.ts';
import classes from './shell.module.css';

export function KeysDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const frame = useFrameWords();
  const words = frame.keys;
  const [single, setSingle] = useState(singleKeysOn);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.title}
      closeButtonProps={{ 'aria-label': frame.close }}
    >
      <dl className={classes['keys']}>
        {words.rows.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className={classes['keysHint']}>{words.scanner}</p>
      <Switch
        mt="md"
        checked={single}
        label={words.single}
        description={words.singleHint}
        onChange={(event) => {
          setSingle(event.currentTarget.checked);
          setSingleKeys(event.currentTarget.checked);
        }}
      />
    </Modal>
  );
}
