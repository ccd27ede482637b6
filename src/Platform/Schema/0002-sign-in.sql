-- What signing in safely needs: sessions, one-time links, second factors, passwords used before.

alter table platform_accounts add column password_is_temporary boolean not null default false;
alter table platform_accounts add column password_set_at timestamptz null;
alter table platform_accounts add column lock_series integer not null default 0;
alter table platform_accounts add column suspended_at timestamptz null;
alter table platform_accounts add column last_sign_in_at timestamptz null;

-- The age of passwords that stand is not known: it is counted from now.
update platform_accounts set password_set_at = current_timestamp;

create table platform_sessions (
    id uuid not null primary key,
    account_id uuid not null,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    ended_at timestamptz null,
    address text null,
    browser text null,
    by_provider boolean not null
);
create index ix_platform_sessions_account_id_started_at on platform_sessions (account_id, started_at);

create table platform_one_time_links (
    id uuid not null primary key,
    purpose text not null,
    account_id uuid null,
    secret_hash text not null,
    expires_at timestamptz not null,
    used_at timestamptz null
);
create unique index ix_platform_one_time_links_secret_hash on platform_one_time_links (secret_hash);

create table platform_second_factors (
    account_id uuid not null primary key,
    secret text not null,
    since timestamptz not null,
    last_step bigint not null
);

create table platform_recovery_codes (
    id uuid not null primary key,
    account_id uuid not null,
    code_hash text not null,
    used_at timestamptz null
);
create index ix_platform_recovery_codes_account_id on platform_recovery_codes (account_id);

create table platform_old_passwords (
    id uuid not null primary key,
    account_id uuid not null,
    password_hash text not null,
    set_at timestamptz not null
);
create index ix_platform_old_passwords_account_id_set_at on platform_old_passwords (account_id, set_at);
