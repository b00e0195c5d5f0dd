// The slot of one paper: photograph, choose or drop; each page can be turned, cut and taken out again.

import { Button, Loader } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { problemOf } from '../../api.ts';
import { Icon } from '../../ui/icons.tsx';
import { filesWords as words } from '../../words/files.ts';
import classes from './files.module.css';
import { forgetUpload, type Page, sendFile, uploadUrl } from './files-api.ts';
import { PhotoEditor } from './photo-editor.tsx';

interface PaperSlotProps {
  /** For people and screen readers. */
  paper: string;
  pages: readonly Page[];
  /** Several files may come at once: each change is made to what is there by then. */
  onChange: (change: (before: readonly Page[]) => Page[]) => void;
}

export function PaperSlot({ paper, pages, onChange }: PaperSlotProps) {
  const camera = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const [edited, setEdited] = useState<Page | null>(null);

  const take = async (files: readonly Blob[]) => {
    setProblem(null);
    setSending(files.length);
    for (const file of files) {
      try {
        const page = await sendFile(file);
        onChange((before) => [...before, page]);
      } catch (error) {
        setProblem(problemOf(error).detail);
      }
      setSending((left) => left - 1);
    }
  };
  const takeOut = (page: Page) => {
    onChange((before) => before.filter(({ id }) => id !== page.id));
    void forgetUpload(page.id);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  };
  const input = (
    ref: typeof camera,
    more: { multiple?: boolean; capture?: 'environment'; accept: string },
  ) => (
    <input
      {...more}
      ref={ref}
      type="file"
      hidden
      tabIndex={-1}
      onChange={(event) => {
        void take([...(event.currentTarget.files ?? [])]);
        event.currentTarget.value = '';
      }}
    />
  );
  return (
    <div
      className={classes['slot']}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {input(camera, { accept: 'image/*', capture: 'environment' })}
      {input(chooser, { accept: 'image/jpeg,image/png,image/webp,application/pdf', multiple: true })}
      {pages.length > 0 && (
        <ol className={classes['pages']}>
          {pages.map((page, index) => (
            <li key={page.id}>
              {page.type === 'application/pdf' ? (
                <a className={classes['pdf']} href={uploadUrl(page.id)} target="_blank" rel="noopener">
                  <Icon name="paper" size={24} />
                  {words.pdf(page.pages)}
                </a>
              ) : (
                <button
                  type="button"
                  className={classes['thumb']}
                  aria-label={words.editPage(index + 1, paper)}
                  title={words.edit}
                  onClick={() => setEdited(page)}
                >
                  <img src={uploadUrl(page.id)} alt={words.page(index + 1, paper)} />
                </button>
              )}
              <button
                type="button"
                className={classes['out']}
                aria-label={words.remove(index + 1, paper)}
                onClick={() => takeOut(page)}
              >
                <Icon name="cross" size={14} />
              </button>
            </li>
          ))}
        </ol>
      )}
      <div className={classes['take']}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<Icon name="camera" size={16} />}
          aria-label={words.photoOf(paper)}
          onClick={() => camera.current?.click()}
        >
          {words.photo}
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<Icon name="paper" size={16} />}
          aria-label={words.chooseOf(paper)}
          onClick={() => chooser.current?.click()}
        >
          {over ? words.drop : words.choose}
        </Button>
        <span role="status" className={classes['quiet']}>
          {sending > 0 ? (
            <>
              <Loader size={12} /> {words.sending(sending)}
            </>
          ) : pages.length > 1 ? (
            words.onePdf(pages.length)
          ) : null}
        </span>
      </div>
      {problem !== null && (
        <p className={classes['problem']} role="alert">
          {problem}
        </p>
      )}
      {edited !== null && (
        <PhotoEditor
          page={edited}
          onClose={() => setEdited(null)}
          onDone={(page) => {
            onChange((before) => before.map((each) => (each.id === edited.id ? page : each)));
            void forgetUpload(edited.id);
            setEdited(null);
          }}
        />
      )}
    </div>
  );
}
