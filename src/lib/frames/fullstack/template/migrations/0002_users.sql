create table users (
  id            integer generated always as identity primary key,
  email         text not null check (email = lower(email)),
  name          text not null,
  role          text not null,
  status        text not null check (status in ('invited', 'active', 'deactivated')),
  password_hash text,
  created_at    timestamptz not null default now(),
  last_seen_at  timestamptz
);
create unique index users_email on users (email);

create table sessions (
  token_hash text primary key,
  user_id    integer not null references users on delete cascade,
  expires_at timestamptz not null
);
create index sessions_user on sessions (user_id);

create table invites (
  token_hash text primary key,
  user_id    integer not null references users on delete cascade,
  expires_at timestamptz not null
);

create trigger users_changed after insert or update or delete on users
  for each statement execute function announce_change();
create trigger sessions_ended after delete on sessions
  for each statement execute function announce_change();
