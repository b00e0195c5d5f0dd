// A text that copies itself when pressed, and says so.

import { useEffect, useState } from 'react';
import { vi } from '../words/vi.ts';
import { copyText } from './copy.ts';
import classes from './copy-button.module.css';
import { Icon } from './icons.tsx';

const thanksMs = 2_000;

export function CopyButton({
  text,
  label,
  className,
}: {
  text: string;
  label: string;
  className?: string | undefined;
}) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = window.setTimeout(() => setCopied(false), thanksMs);
    return () => window.clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      className={`${classes['copy']} ${className ?? ''}`}
      title={label}
      onClick={() => void copyText(text).then(setCopied)}
    >
      {text}
      <Icon name={copied ? 'check' : 'copy'} size={15} />
      <span className="mc-hidden">{label}</span>
      <span role="status" className={classes['said']}>
        {copied ? vi.copied : ''}
      </span>
    </button>
  );
}
