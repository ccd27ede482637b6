create table platform_protection_keys (
    id integer not null primary key autoincrement,
    friendly_name text null,
    xml text null
);

create table platform_vault_keys (
    id integer not null primary key,
    wrapped text not null,
    made_at timestamptz not null
);

-- Personal data never stands in a table as it is read.
alter table platform_accounts drop column email;
alter table platform_accounts drop column normalized_email;
alter table platform_accounts add column sealed_email text null;
alter table platform_accounts add column email_index text null;
alter table platform_accounts add column sealed_telephone text null;
alter table platform_accounts add column telephone_index text null;
create index ix_platform_accounts_email_index on platform_accounts (email_index);
create index ix_platform_accounts_telephone_index on platform_accounts (telephone_index);
