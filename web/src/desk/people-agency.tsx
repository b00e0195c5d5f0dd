// One agency of the tree: what it is, its units, who works there, and what may be changed.

import { Button, Menu } from '@mantine/core';
import type { AgencyView, PostView, TreeView } from '@motcua/server/agencies/schema';
import { Icon } from '../ui/icons.tsx';
import { Chip } from '../ui/notice.tsx';
import { peopleWords as words } from '../words/people.ts';
import classes from './people.module.css';
import {
  belowForm,
  disableForm,
  endForm,
  officerForm,
  type PeopleForm,
  passwordForm,
  postForm,
  renameForm,
  unitForm,
} from './people-forms.ts';

interface AgencyProps {
  tree: TreeView;
  agency: AgencyView;
  open: (form: PeopleForm) => void;
}

export function AgencyBlock({
  tree,
  agency,
  open,
  merge,
}: AgencyProps & { merge: (agency: AgencyView) => void }) {
  return (
    <li className={classes['agency']} style={{ marginInlineStart: `${Math.min(agency.depth, 4) * 24}px` }}>
      <div className={classes['agencyHead']}>
        <h2>{agency.name}</h2>
        <span className={classes['quiet']}>
          {agency.kindText} · {agency.code}
        </span>
      </div>
      {agency.note !== null && (
        <Chip tone={agency.stands ? 'amber' : 'grey'} icon={agency.stands ? 'clock' : 'dash'}>
          {agency.note}
        </Chip>
      )}
      {agency.mayChange && (
        <div className={classes['acts']}>
          <Button size="xs" onClick={() => open(officerForm(tree, agency))}>
            {words.acts.officer}
          </Button>
          <Button size="xs" variant="default" onClick={() => open(unitForm(agency))}>
            {words.acts.unit}
          </Button>
          <Button size="xs" variant="default" onClick={() => open(belowForm(tree, agency))}>
            {words.acts.below}
          </Button>
          <Button size="xs" variant="default" onClick={() => open(renameForm(tree, agency))}>
            {words.acts.rename}
          </Button>
          {agency.mayMerge && (
            <Button size="xs" variant="default" onClick={() => merge(agency)}>
              {words.acts.merge}
            </Button>
          )}
        </div>
      )}
      <ul className={classes['units']}>
        {agency.units.map((unit) => (
          <li key={unit.code}>
            <h3>{unit.name}</h3>
            {unit.posts.length === 0 ? (
              <p className={classes['quiet']}>{words.nobody}</p>
            ) : (
              <ul className={classes['posts']}>
                {unit.posts.map((post) => (
                  <Post
                    key={post.postId}
                    tree={tree}
                    agency={agency}
                    open={open}
                    post={post}
                    unit={unit.code}
                  />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}

function Post({ tree, agency, open, post, unit }: AgencyProps & { post: PostView; unit: string }) {
  const forms: [string, PeopleForm][] = [
    [words.acts.move, postForm(tree, post, '', true)],
    [words.acts.more, postForm(tree, post, `${agency.id}/${unit}`, false)],
    [words.acts.end, endForm(tree, post)],
    [words.acts.password, passwordForm(post)],
    [words.acts.disable, disableForm(post)],
  ];
  return (
    <li>
      <div>
        <span className={classes['name']}>{post.politeName}</span>
        <span className={classes['quiet']}>
          {post.post} · {post.roleText}
          {post.sinceText !== '' && ` · ${post.sinceText}`}
          {post.supervisorName !== null && ` · ${words.supervised(post.supervisorName)}`}
        </span>
        {post.awayText !== null && (
          <Chip tone="slate" icon="clock">
            {post.awayText}
          </Chip>
        )}
        {post.disabled && (
          <Chip tone="grey" icon="dash">
            {words.disabled}
          </Chip>
        )}
      </div>
      {agency.mayChange && !post.disabled && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <button type="button" className={classes['menu']} aria-label={words.actsOn(post.politeName)}>
              <Icon name="chevron" size={16} />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {forms.map(([label, form]) => (
              <Menu.Item key={label} onClick={() => open(form)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
