create table users (
  id            uuid primary key default gen_random_uuid(),
  email         text not null check (email = lower(email)),
  name          text not null,
  kind          text not null check (kind in ('member', 'owner')),
  password_hash text not null,
  created_at    timestamptz not null default now()
);
create unique index users_email on users (email);

create table sessions (
  token_hash text primary key,
  user_id    uuid not null references users on delete cascade,
  expires_at timestamptz not null
);
create index sessions_user on sessions (user_id);

-- Records of all collections; their fields are the blocks' own affair.
create table records (
  id         uuid primary key default gen_random_uuid(),
  collection text not null,
  -- A user's id, or the hash of a visitor's cookie; null for example records.
  maker      text,
  value      jsonb not null,
  created_at timestamptz not null default now(),
  place      bigint generated always as identity
);
create index records_collection on records (collection, place);

-- Collections whose example records were put in once: what somebody removes stays away.
create table seeded (collection text primary key);

-- Announces the collection, whoever writes.
create function announce_record() returns trigger language plpgsql as $$
begin
  perform pg_notify('changes', coalesce(new.collection, old.collection));
  return null;
end $$;
create trigger records_changed after insert or update or delete on records
  for each row execute function announce_record();
