-- What each desk said of its own audit trail, so that a desk cannot rewrite its past unseen. Only ever added to.
create table audit_heads (
  site_id    uuid not null,
  device_id  uuid not null,
  number     bigint not null, -- counts a desk's heads from 1
  row_number bigint not null, -- of the desk's trail
  hash       text not null,
  told_at    timestamptz not null,
  fits       boolean not null, -- whether the trail still had the head before this one
  primary key (site_id, device_id, number)
);
create index audit_heads_apart on audit_heads (site_id, told_at) where not fits;
alter table audit_heads enable row level security;
alter table audit_heads force row level security;
create policy own_site on audit_heads using (site_id = nullif(current_setting('app.site', true), '')::uuid);
grant select, insert on audit_heads to ${app_role};

-- When the newest change of a site was committed: a cursor carries it, so that a past which was rewritten in its place can
-- be told from one that was lost and went on anew.
alter table site_books add column last_committed_at timestamptz not null default 'epoch';
grant update (last_committed_at) on site_books to ${app_role};

-- What an operator chose for a site, and when. Only ever added to.
create table site_choices (
  site_id    uuid not null,
  number     bigint not null, -- counts a site's choices from 1
  chosen_at  timestamptz not null,
  chosen_by  text not null,
  field_group text not null,
  strategy   text not null,
  strategies text not null, -- all of the site's choices from then on
  primary key (site_id, number)
);
alter table site_choices enable row level security;
alter table site_choices force row level security;
create policy own_site on site_choices using (site_id = nullif(current_setting('app.site', true), '')::uuid);
grant select, insert on site_choices to ${app_role};

-- The servers that this database lived on, in the order in which a process noticed: a promoted standby has another
-- timeline, a restored dump another system. Only ever added to, by the owner at a start; it knows no site, and requests
-- neither read nor write it.
create table database_lives (
  noticed_at        timestamptz primary key,
  system_identifier bigint not null,
  timeline          integer not null
);
