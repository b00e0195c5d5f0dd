// Turns and cuts a photograph before it is filed: by mouse, finger or arrow keys alone.

import { Button, Modal, Slider } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { problemOf } from '../../api.ts';
import { Icon } from '../../ui/icons.tsx';
import { jpegOf } from '../../ui/shrink-photo.ts';
import { filesWords } from '../../words/files.ts';
import { vi } from '../../words/vi.ts';
import classes from './files.module.css';
import { type Page, sendFile, uploadUrl } from './files-api.ts';

const words = filesWords.editor;
const edges = ['top', 'bottom', 'left', 'right'] as const;
/** Percent cut from each edge. */
type Cut = Record<(typeof edges)[number], number>;
const uncut: Cut = { top: 0, bottom: 0, left: 0, right: 0 };

interface PhotoEditorProps {
  page: Page;
  onClose: () => void;
  onDone: (page: Page) => void;
}

export function PhotoEditor({ page, onClose, onDone }: PhotoEditorProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [picture, setPicture] = useState<HTMLImageElement | null>(null);
  const [quarters, setQuarters] = useState(0);
  const [cut, setCut] = useState(uncut);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    const image = new Image();
    image.addEventListener('load', () => setPicture(image));
    image.src = uploadUrl(page.id);
  }, [page.id]);
  useEffect(() => {
    if (picture !== null && canvas.current !== null) draw(canvas.current, picture, quarters, cut);
  }, [picture, quarters, cut]);

  const use = async () => {
    if (canvas.current === null) return;
    setSending(true);
    try {
      onDone(await sendFile(await jpegOf(canvas.current)));
    } catch (error) {
      setProblem(problemOf(error).detail);
      setSending(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      size={720}
      closeButtonProps={{ 'aria-label': vi.close }}
    >
      <div className={classes['editor']}>
        <canvas ref={canvas} className={classes['preview']} role="img" aria-label={words.preview} />
        <div className={classes['tools']}>
          <Button variant="default" size="xs" onClick={() => setQuarters((quarters + 3) % 4)}>
            {words.left}
          </Button>
          <Button
            variant="default"
            size="xs"
            leftSection={<Icon name="rotate" size={16} />}
            onClick={() => setQuarters((quarters + 1) % 4)}
          >
            {words.right}
          </Button>
          <Button
            variant="subtle"
            size="xs"
            onClick={() => {
              setQuarters(0);
              setCut(uncut);
            }}
          >
            {words.reset}
          </Button>
        </div>
        <div className={classes['edges']}>
          {edges.map((edge) => (
            <div key={edge}>
              <span id={`cut-${edge}`}>{words.edges[edge]}</span>
              <Slider
                min={0}
                max={45}
                value={cut[edge]}
                label={(percent) => `${percent}%`}
                thumbProps={{ 'aria-labelledby': `cut-${edge}` }}
                onChange={(percent) => setCut({ ...cut, [edge]: percent })}
              />
            </div>
          ))}
        </div>
        {problem !== null && (
          <p className={classes['problem']} role="alert">
            {problem}
          </p>
        )}
        <Button loading={sending} disabled={picture === null} onClick={() => void use()}>
          {words.use}
        </Button>
      </div>
    </Modal>
  );
}

/** The edges are those of the photograph as it is seen, turned. */
function draw(canvas: HTMLCanvasElement, picture: HTMLImageElement, quarters: number, cut: Cut): void {
  const lying = quarters % 2 === 1;
  const width = lying ? picture.height : picture.width;
  const height = lying ? picture.width : picture.height;
  canvas.width = Math.max(1, Math.round((width * (100 - cut.left - cut.right)) / 100));
  canvas.height = Math.max(1, Math.round((height * (100 - cut.top - cut.bottom)) / 100));
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  pen.translate(width / 2 - (width * cut.left) / 100, height / 2 - (height * cut.top) / 100);
  pen.rotate((quarters * Math.PI) / 2);
  pen.drawImage(picture, -picture.width / 2, -picture.height / 2);
}
