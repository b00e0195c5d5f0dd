// The first page: what this is in one sentence, how to follow a dossier, the way to the desk.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { demoQuery } from '../desk/session.ts';
import { Icon } from '../ui/icons.tsx';
import { Mark } from '../ui/mark.tsx';
import { useFrameWords, useLanguage } from '../words/language.ts';
import { LanguageSwitch } from './language-switch.tsx';
import classes from './public.module.css';

export function Landing() {
  const words = useFrameWords().landing;
  const language = useLanguage();
  const phoneUrl = useQuery(demoQuery).data?.phoneUrl ?? null;
  return (
    <div className={classes['landing']} lang={language}>
      <title>{words.title}</title>
      <header className={classes['top']}>
        <LanguageSwitch />
      </header>
      <main className={classes['hero']}>
        <Mark size={64} />
        <h1>{words.title}</h1>
        <p className={classes['lead']}>{words.lead}</p>
        <div className={classes['ways']}>
          <section className={classes['way']}>
            <Icon name="chat" size={24} />
            <h2>{words.trackTitle}</h2>
            <p>{words.trackText}</p>
          </section>
          <section className={classes['way']}>
            <Icon name="calendar" size={24} />
            <h2>{words.dueTitle}</h2>
            <p>{words.dueText}</p>
            <Link to="/tinh-ngay-hen" className={classes['go'] ?? ''}>
              {words.dueLink}
              <Icon name="chevron" size={16} />
            </Link>
          </section>
          <section className={classes['way']}>
            <Icon name="folder" size={24} />
            <h2>{words.deskTitle}</h2>
            <p>{words.deskText}</p>
            <Link to="/ban-lam-viec" className={classes['go'] ?? ''}>
              {words.deskLink}
              <Icon name="chevron" size={16} />
            </Link>
          </section>
          {phoneUrl !== null && (
            <section className={classes['way']}>
              <Icon name="phone" size={24} />
              <h2>{words.phoneTitle}</h2>
              <p>{words.phoneText}</p>
              <a href={phoneUrl} className={classes['go']} target="_blank" rel="noopener">
                {words.phoneLink}
                <Icon name="chevron" size={16} />
              </a>
            </section>
          )}
        </div>
      </main>
    </div>
  );
}
