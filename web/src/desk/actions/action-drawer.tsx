// The drawer of one act, or a small dialog where nothing needs to be told: what it will do, its fields, and what happens when someone was faster.

import { Drawer, Modal } from '@mantine/core';
import type { ActionType } from '@motcua/domain/dossier-action';
import type { DossierView } from '@motcua/server/dossiers/schema';
import { actionWords } from '../../words/actions.ts';
import { vi } from '../../words/vi.ts';
import { Reach } from '../reach.tsx';
import classes from './actions.module.css';
import { actionForms, asksNothing, tellsCitizen } from './forms.ts';

interface ActionDrawerProps {
  dossier: DossierView;
  type: ActionType;
  label: string;
  opened: boolean;
  onClose: () => void;
  onClosed: () => void;
}

export function ActionDrawer({ dossier, type, label, opened, onClose, onClosed }: ActionDrawerProps) {
  const Form = actionForms[type];
  const frame = {
    opened,
    onClose,
    title: label,
    size: 520,
    closeButtonProps: { 'aria-label': vi.close },
    classNames: { title: classes['title'] ?? '', body: classes['body'] ?? '' },
    transitionProps: { duration: 120, onExited: onClosed },
  };
  const content = (
    <>
      <p className={classes['subject']}>
        {dossier.code} · {dossier.procedureName} · {dossier.applicant.fullName}
      </p>
      <p className={classes['consequence']}>{actionWords.consequence[type]}</p>
      {tellsCitizen.has(type) && <Reach reach={dossier.reach} />}
      <Form dossier={dossier} label={label} type={type} onDone={onClose} />
    </>
  );
  return asksNothing(type) ? (
    <Modal {...frame}>{content}</Modal>
  ) : (
    <Drawer {...frame} position="right">
      {content}
    </Drawer>
  );
}
