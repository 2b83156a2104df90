-- Tickets of records that a desk joined into another, because both were one visit. The second record was never taken in;
-- its ticket was given to a driver all the same, and leads to the first one at every desk.
create table joined_tickets (
  site_id     uuid not null,
  record_uuid uuid not null, -- the record that stands for both
  joined_uuid uuid not null,
  ticket_no   text not null,
  primary key (site_id, record_uuid, joined_uuid)
);
alter table joined_tickets enable row level security;
alter table joined_tickets force row level security;
create policy own_site on joined_tickets using (site_id = nullif(current_setting('app.site', true), '')::uuid);
grant select, insert on joined_tickets to ${app_role};
