-- Rules for every table (docs: scale): site_id stands first in every key; row-level security is forced, and gives
-- nothing while app.site is not set; the role of the requests, ${app_role}, gets only the rights listed at its table.

-- The door: ids only. It is open while no site is chosen, so that choosing one can read the setting from its row.
create table sites (
  site_id uuid primary key
);
alter table sites enable row level security;
alter table sites force row level security;
create policy choosing on sites for select
  using (coalesce(current_setting('app.site', true), '') in ('', site_id::text));
create policy founding on sites for insert with check (true);
grant select, insert on sites to ${app_role};

-- One row a site, whose lock gives the order of all its changes.
create table site_books (
  site_id        uuid primary key references sites,
  name           text not null,
  zone           text not null,
  currency       text not null,
  last_seq       bigint not null,
  last_remote_id bigint not null,
  history_id     uuid not null,
  history_hash   bytea not null,
  founded_at     timestamptz not null,
  strategies     text not null default '{}' -- what the site chose for conflicts; the defaults are not written here
);
grant select, insert, update (last_seq, last_remote_id, history_hash, strategies) on site_books to ${app_role};

create table devices (
  site_id      uuid not null references site_books,
  device_id    uuid not null,
  desk_code    text not null,
  name         text not null,
  device_seq   bigint not null,
  last_request uuid,
  enrolled_at  timestamptz not null,
  revoked_at   timestamptz,
  primary key (site_id, device_id),
  unique (site_id, desk_code)
);
grant select, insert, update (device_seq, last_request, revoked_at) on devices to ${app_role};

create table enrolment_codes (
  site_id     uuid not null references site_books,
  code_hash   bytea not null,
  valid_until timestamptz not null,
  used_by     uuid,
  primary key (site_id, code_hash)
);
grant select, insert, update (used_by) on enrolment_codes to ${app_role};

-- Reference tables, small and on every node: whoever shows a secret is not yet known to belong to a site. They hold
-- hashes of long random texts and may be read by hash only through their key; without the text they tell nothing.
create table enrolment_doors (
  code_hash bytea primary key,
  site_id   uuid not null
);
create table device_tokens (
  token_hash bytea primary key,
  site_id    uuid not null,
  device_id  uuid not null,
  desk_code  text not null,
  zone       text not null,
  currency   text not null
);
create index device_tokens_by_device on device_tokens (site_id, device_id);
grant select, insert on enrolment_doors to ${app_role};
grant select, insert, delete on device_tokens to ${app_role};

create table entries (
  site_id        uuid not null,
  record_uuid    uuid not null,
  remote_id      bigint not null,
  version        bigint not null,
  seq            bigint not null,
  deleted        boolean not null,
  changed_at     timestamptz not null,
  changed_by     uuid not null,
  actor          text not null,
  vehicle_number text not null,
  plate_key      text not null,
  status         text not null,
  vehicle_type   text not null,
  payment_status text not null,
  transport_name text not null,
  entry_time     timestamptz not null,
  exit_time      timestamptz,
  fee_minor      bigint not null,
  data           text not null, -- exactly as it was encoded, so that an image is equal to itself everywhere
  primary key (site_id, record_uuid)
);
create unique index entries_in_order on entries (site_id, seq);
create index entries_by_time on entries (site_id, entry_time, vehicle_number);
create index entries_by_plate on entries (site_id, status, plate_key);
create index entries_by_exit on entries (site_id, exit_time) where exit_time is not null;
grant select, insert, update on entries to ${app_role};

-- What became of each operation that took effect, for good. op_id is a UUIDv7, so its order is that of time, and months
-- are ranges; an id of another make goes to the default partition.
create table outcomes (
  site_id     uuid not null,
  op_id       uuid not null,
  record_uuid uuid not null,
  version     bigint not null,
  remote_id   bigint not null,
  seq         bigint not null,
  primary key (site_id, op_id)
) partition by range (op_id);
create table outcomes_default partition of outcomes default;
alter table outcomes_default enable row level security;
alter table outcomes_default force row level security;
grant select, insert on outcomes to ${app_role};

-- Only ever added to: the role of the requests has no right to change or delete a row.
create table history (
  site_id      uuid not null,
  seq          bigint not null,
  record_uuid  uuid not null,
  version      bigint not null,
  device_id    uuid not null,
  actor        text not null,
  op_id        uuid not null,
  operation    text not null,
  made_at      timestamptz not null,
  committed_at timestamptz not null,
  data         text, -- the image after; null once voided
  hash         bytea not null, -- over the hash of the row before and all of the above
  primary key (site_id, seq)
);
create index history_of_record on history (site_id, record_uuid, seq);
grant select, insert on history to ${app_role};

-- States that records went through in a history which was lost, as the desks tell it that send them again. The next desk
-- that holds one of them learns that the record has moved on from there. The version is 0 where no desk knew it.
create table lost_states (
  site_id     uuid not null,
  record_uuid uuid not null,
  hash        text not null,
  version     bigint not null,
  primary key (site_id, record_uuid, hash)
);
grant select, insert, update (version) on lost_states to ${app_role};

create table idempotency_keys (
  site_id     uuid not null,
  device_id   uuid not null,
  key_hash    bytea not null,
  body_hash   bytea not null,
  record_uuid uuid not null,
  remote_id   bigint not null,
  seq         bigint not null,
  primary key (site_id, device_id, key_hash)
);
grant select, insert on idempotency_keys to ${app_role};

do $$
declare
  name text;
begin
  foreach name in array array['site_books', 'devices', 'enrolment_codes', 'entries', 'outcomes', 'history',
      'lost_states', 'idempotency_keys'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_site on %I using (site_id = nullif(current_setting(''app.site'', true), '''')::uuid)',
        name);
  end loop;
  foreach name in array array['enrolment_doors', 'device_tokens'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy by_secret on %I for select using (true)', name);
    execute format('create policy own_site on %I for insert with check '
        '(site_id = nullif(current_setting(''app.site'', true), '''')::uuid)', name);
    execute format('create policy shutting_out on %I for delete using '
        '(site_id = nullif(current_setting(''app.site'', true), '''')::uuid)', name);
  end loop;
end
$$;
