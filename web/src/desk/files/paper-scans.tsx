// What was scanned of one paper of a dossier: the newest to look at, the older ones behind it, and a place to add more.

import { Button } from '@mantine/core';
import type { DossierFile } from '@motcua/server/files/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../api.ts';
import { Icon } from '../../ui/icons.tsx';
import { say } from '../../ui/toast.ts';
import { filesWords as words } from '../../words/files.ts';
import { dossierQuery } from '../queries.ts';
import classes from './files.module.css';
import { fileUploads, type Page } from './files-api.ts';
import { PaperSlot } from './paper-slot.tsx';

interface PaperScansProps {
  dossierId: string;
  paperId: string;
  name: string;
  /** Those of this paper, the newest first. */
  files: readonly DossierFile[];
  mayAdd: boolean;
  onLook: (fileId: string) => void;
}

export function PaperScans({ dossierId, paperId, name, files, mayAdd, onLook }: PaperScansProps) {
  const [pages, setPages] = useState<Page[] | null>(null);
  const client = useQueryClient();
  const filing = useMutation({
    mutationFn: () =>
      fileUploads(
        dossierId,
        paperId,
        (pages ?? []).map(({ id }) => id),
      ),
    onSuccess: async () => {
      setPages(null);
      say(words.filed(name));
      await client.invalidateQueries({ queryKey: dossierQuery(dossierId).queryKey });
    },
  });
  const [newest, ...older] = files;
  return (
    <div className={classes['scans']}>
      {newest !== undefined && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<Icon name="paper" size={16} />}
          aria-label={words.lookAt(name, newest.version, newest.pages)}
          onClick={() => onLook(newest.id)}
        >
          {words.look(newest.pages)}
        </Button>
      )}
      {older.map(({ id, version, pages: count }) => (
        <Button
          key={id}
          variant="subtle"
          size="compact-sm"
          aria-label={words.lookAt(name, version, count)}
          onClick={() => onLook(id)}
        >
          {words.older(version)}
        </Button>
      ))}
      {mayAdd && pages === null && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<Icon name="camera" size={16} />}
          aria-label={words.addOf(name)}
          onClick={() => setPages([])}
        >
          {words.add}
        </Button>
      )}
      {pages !== null && (
        <div className={classes['adding']}>
          <PaperSlot paper={name} pages={pages} onChange={(change) => setPages((now) => change(now ?? []))} />
          {pages.length > 0 && (
            <Button size="xs" loading={filing.isPending} onClick={() => filing.mutate()}>
              {words.file}
            </Button>
          )}
          {filing.isError && (
            <p className={classes['problem']} role="alert">
              {problemOf(filing.error).detail}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
