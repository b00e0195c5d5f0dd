// A paper by photograph: limits first, camera first, many at once, each with its progress, its warning, and going on after a break.

import { largestUpload, mostPhotos } from '@motcua/domain/paper-file';
import type { PhotoFlaw } from '@motcua/domain/photo-quality';
import type { DraftPaperView } from '@motcua/server/drafts/schema';
import { useId, useState } from 'react';
import { problemOf } from '../../api.ts';
import { newKey } from '../../ui/intention.ts';
import { shrinkPhoto } from '../../ui/shrink-photo.ts';
import { applyWords } from '../../words/apply.ts';
import classes from './apply.module.css';
import { paperUrl } from './apply-api.ts';
import { flawsOf, type Sending, sendInParts } from './send-photo.ts';

const words = applyWords.paper;

interface UnderWay extends Sending {
  name: string;
  share: number;
  /** Why it stopped; null while it goes on. */
  stopped: string | null;
  flaws: PhotoFlaw[];
}

interface PaperFieldProps {
  token: string;
  paperId: string | null;
  label: string;
  hint: string | undefined;
  id: string;
  defect: string | undefined;
  papers: readonly DraftPaperView[];
  onSent: () => Promise<unknown>;
  onRemove: (id: string) => void;
}

export function PaperField(props: PaperFieldProps) {
  const { token, paperId, label, hint, id, defect, papers, onSent, onRemove } = props;
  const chooseId = useId();
  const [underWay, setUnderWay] = useState<readonly UnderWay[]>([]);
  const [flaws, setFlaws] = useState<Record<string, PhotoFlaw[]>>({});
  if (paperId === null)
    return (
      <div className={classes['field']}>
        <p>
          <strong>{label}</strong>
        </p>
        <p className={classes['hint']}>{words.missing}</p>
      </div>
    );

  const change = (upload: string, more: Partial<UnderWay> | null) =>
    setUnderWay((all) =>
      more === null
        ? all.filter((each) => each.upload !== upload)
        : all.map((each) => (each.upload === upload ? { ...each, ...more } : each)),
    );

  async function send(one: UnderWay): Promise<void> {
    change(one.upload, { stopped: null });
    try {
      const paper = await sendInParts(token, one, (share) => change(one.upload, { share }));
      if (one.flaws.length > 0) setFlaws((known) => ({ ...known, [paper.id]: one.flaws }));
      await onSent();
      change(one.upload, null);
    } catch (error) {
      const { status, detail } = problemOf(error);
      change(one.upload, { stopped: status === 0 ? words.brokenOff(one.name) : detail });
    }
  }

  /** One after the other: on a weak line they would only slow each other down. */
  async function take(files: readonly File[]): Promise<void> {
    const sized = await Promise.all(
      files.map(async (file): Promise<UnderWay> => {
        const [bytes, found] = await Promise.all([shrinkPhoto(file), flawsOf(file)]);
        const upload = newKey();
        return {
          upload,
          paperId: paperId ?? '',
          bytes,
          name: file.name,
          share: 0,
          stopped: null,
          flaws: found,
        };
      }),
    );
    setUnderWay((all) => [...all, ...sized]);
    for (const one of sized) await send(one);
  }

  const input = (inputId: string, name: string, camera: boolean) => (
    <input
      id={inputId}
      className={classes['file']}
      type="file"
      accept={camera ? 'image/*' : 'image/*,application/pdf'}
      {...(camera ? { capture: 'environment' } : { multiple: true })}
      aria-label={name}
      onChange={(event) => {
        void take([...(event.currentTarget.files ?? [])]);
        event.currentTarget.value = '';
      }}
    />
  );
  return (
    <fieldset className={classes['field']} data-wrong={defect !== undefined}>
      <legend>{label}</legend>
      <p className={classes['hint']}>
        {hint} {words.limits(mostPhotos, largestUpload / 1024 / 1024)}
      </p>
      {defect !== undefined && <p className={classes['wrong']}>{defect}</p>}
      <ol className={classes['photos']}>
        {papers.map(({ id: paper, type }, index) => (
          <li key={paper}>
            {type === 'image/jpeg' ? (
              <a href={paperUrl(token, paper)} target="_blank" rel="noreferrer">
                <img src={paperUrl(token, paper)} alt={words.page(index + 1)} loading="lazy" />
              </a>
            ) : (
              <a href={paperUrl(token, paper)} target="_blank" rel="noreferrer">
                PDF
              </a>
            )}
            <button
              type="button"
              className={classes['quiet']}
              aria-label={words.remove(index + 1)}
              onClick={() => onRemove(paper)}
            >
              {words.removeShort}
            </button>
            {flaws[paper]?.map((flaw) => (
              <p key={flaw} className={classes['warning']} role="status">
                {words[flaw === 'blurred' ? 'blurred' : flaw]}
              </p>
            ))}
          </li>
        ))}
      </ol>
      {underWay.map((one) => (
        <p key={one.upload} className={classes['under-way']} role="status">
          {one.stopped ?? words.sending(one.name, Math.round(one.share * 100))}
          {one.stopped !== null && (
            <button type="button" className={classes['second']} onClick={() => void send(one)}>
              {words.resume}
            </button>
          )}
        </p>
      ))}
      <p className={classes['pickers']}>
        <label htmlFor={id} className={classes['pick']}>
          {words.camera}
        </label>
        {input(id, words.cameraOf(label), true)}
        <label htmlFor={chooseId} className={classes['pick-second']}>
          {words.choose}
        </label>
        {input(chooseId, words.chooseOf(label), false)}
      </p>
    </fieldset>
  );
}
