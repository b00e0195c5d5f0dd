// One scan or photograph in the viewer: its page, enlarged and turned as one likes; a foreign PDF as the browser shows it.

import { Button, NativeSelect } from '@mantine/core';
import type { DossierFile } from '@motcua/server/files/schema';
import { type CSSProperties, type KeyboardEvent, useState } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { filesWords } from '../../words/files.ts';
import classes from './files.module.css';
import { fileUrl } from './files-api.ts';

const words = filesWords.viewer;
/** Shares of the pane's width; at first the whole page is seen. */
const zooms = [null, 1, 1.5, 2, 3];

interface FilePaneProps {
  dossierId: string;
  file: DossierFile;
  label: string;
  name: string;
  choices: { value: string; label: string }[];
  onChoose: (id: string) => void;
}

export function FilePane({ dossierId, file, label, name, choices, onChoose }: FilePaneProps) {
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(0);
  const [quarters, setQuarters] = useState(0);
  // Photographs filed together come back one by one; what another program made is shown by the browser itself.
  const [foreign, setForeign] = useState(false);
  const url = fileUrl(dossierId, file.id);
  const leaf = (by: 1 | -1) => setPage(Math.min(file.pages, Math.max(1, page + by)));
  const enlarge = (by: 1 | -1) => setZoom(Math.min(zooms.length - 1, Math.max(0, zoom + by)));
  const turn = () => setQuarters((quarters + 1) % 4);
  const onKey = (event: KeyboardEvent) => {
    const keys: Record<string, () => void> = {
      '+': () => enlarge(1),
      '=': () => enlarge(1),
      '-': () => enlarge(-1),
      r: turn,
      ArrowRight: () => leaf(1),
      ArrowLeft: () => leaf(-1),
    };
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    act();
  };
  return (
    <section className={classes['pane']} aria-label={label} onKeyDown={onKey}>
      <div className={classes['tools']}>
        <NativeSelect
          aria-label={label}
          size="xs"
          data={choices}
          value={file.id}
          onChange={(event) => onChoose(event.currentTarget.value)}
        />
        {!foreign && (
          <>
            <Button variant="default" size="xs" aria-label={words.zoomOut} onClick={() => enlarge(-1)}>
              <Icon name="minus" size={16} />
            </Button>
            <Button variant="default" size="xs" aria-label={words.zoomIn} onClick={() => enlarge(1)}>
              <Icon name="plus" size={16} />
            </Button>
            <Button
              variant="default"
              size="xs"
              leftSection={<Icon name="rotate" size={16} />}
              data-autofocus={label === words.file || undefined}
              onClick={turn}
            >
              {words.rotate}
            </Button>
          </>
        )}
        {!foreign && file.pages > 1 && (
          <>
            <Button variant="default" size="xs" disabled={page === 1} onClick={() => leaf(-1)}>
              {words.previous}
            </Button>
            <span role="status">{words.pageOf(page, file.pages)}</span>
            <Button variant="default" size="xs" disabled={page === file.pages} onClick={() => leaf(1)}>
              {words.next}
            </Button>
          </>
        )}
        <a href={`${url}?download=1`}>{words.download}</a>
      </div>
      {foreign ? (
        <iframe className={classes['foreign']} src={url} title={name} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <div className={classes['sheet']} tabIndex={0} role="group" aria-label={name}>
          <img
            src={`${url}?page=${page}`}
            alt={words.alt(name, page)}
            style={{ ...sizeAt(zooms[zoom]), transform: `rotate(${quarters * 90}deg)` }}
            onError={() => setForeign(true)}
          />
        </div>
      )}
    </section>
  );
}

function sizeAt(share: number | null | undefined): CSSProperties {
  return share == null ? { maxWidth: '100%', maxHeight: '100%' } : { width: `${share * 100}%` };
}
