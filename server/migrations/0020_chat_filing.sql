-- Filing in the chat: questions passed over, and dossiers that a chat follows because it filed them.

alter table draft add column passed text[] not null default '{}';
comment on column draft.passed is 'Questions of the form that were passed over in the chat: they are not asked again';
grant update (passed) on draft to motcua_app;

alter table chat_link drop constraint chat_link_way_check;
alter table chat_link add constraint chat_link_way_check check (way in ('link_code', 'qr', 'six_digits', 'filed'));
comment on column chat_link.way is 'The proof by which the chat came to the dossier; filed: it was filed in this chat';
