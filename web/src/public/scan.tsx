// Scanning the receipt's QR in the page, where the browser can read one; in every case the way that needs no page.

import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { isMiniApp, zaloApp } from '../mini/zalo-app.ts';
import { usePortalWords } from '../words/use-portal.ts';
import classes from './portal.module.css';

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type DetectorMaker = new (options: { formats: string[] }) => Detector;

const detectorOf = (): DetectorMaker | undefined =>
  (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;

export function Scan() {
  const words = usePortalWords().scanning;
  const [open, setOpen] = useState(false);
  const [trouble, setTrouble] = useState<'refused' | 'notOurs' | null>(null);
  const navigate = useNavigate();
  /** Zalo's own camera in the Mini App, this page's elsewhere. */
  const start = async () => {
    setTrouble(null);
    const app = await zaloApp();
    if (app === null) return setOpen(!open);
    try {
      const token = tokenOf((await app.scanQRCode()).content);
      if (token === undefined) return setTrouble('notOurs');
      await navigate({ to: '/q/$token', params: { token } });
    } catch {
      setTrouble('refused');
    }
  };
  const possible =
    isMiniApp || (detectorOf() !== undefined && typeof navigator.mediaDevices?.getUserMedia === 'function');
  return (
    <section id="quet" className={classes['scan']}>
      <h2>{words.title}</h2>
      {open && (
        <Camera
          onTrouble={(what) => {
            setTrouble(what);
            if (what === 'refused') setOpen(false);
          }}
        />
      )}
      {possible && (
        <button type="button" className={classes['press']} data-second="true" onClick={() => void start()}>
          {open ? words.stop : words.start}
        </button>
      )}
      <p role="status">{trouble === null ? (open ? words.point : '') : words[trouble]}</p>
      <p className={classes['quiet']}>{words.byHand}</p>
    </section>
  );
}

function Camera({ onTrouble }: { onTrouble: (what: 'refused' | 'notOurs') => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const navigate = useNavigate();
  const told = useRef(onTrouble);
  told.current = onTrouble;
  useEffect(() => {
    let stream: MediaStream | undefined;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const Maker = detectorOf();
    const look = async (detector: Detector): Promise<void> => {
      if (stopped || video.current === null) return;
      const [found] = await detector.detect(video.current).catch(() => []);
      const token = found === undefined ? undefined : tokenOf(found.rawValue);
      if (token !== undefined) return void navigate({ to: '/q/$token', params: { token } });
      if (found !== undefined) told.current('notOurs');
      timer = setTimeout(() => void look(detector), 250);
    };
    const start = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (stopped || video.current === null || Maker === undefined) return stop();
      video.current.srcObject = stream;
      await video.current.play();
      await look(new Maker({ formats: ['qr_code'] }));
    };
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    start().catch(() => told.current('refused'));
    return () => {
      stopped = true;
      clearTimeout(timer);
      stop();
    };
  }, [navigate]);
  return <video ref={video} muted playsInline aria-hidden="true" />;
}

/** The capability in the address on a receipt, whichever of our addresses it was printed with. */
function tokenOf(scanned: string): string | undefined {
  return /\/q\/([a-z0-9-]{2,40}\.[\w-]{22})(?:[?#]|$)/.exec(scanned)?.[1];
}
