create table platform_audit (
    id uuid not null primary key,
    at timestamptz not null,
    account_id uuid null,
    actor_name text not null,
    actor_post text null,
    address text null,
    act text not null,
    subject_kind text not null,
    subject_id uuid not null,
    note text null,
    changes text null
);
create index ix_platform_audit_subject_kind_subject_id_at on platform_audit (subject_kind, subject_id, at);
create index ix_platform_audit_at on platform_audit (at);

create table platform_events (
    sequence bigint generated always as identity primary key,
    type text not null,
    payload text not null,
    raised_at timestamptz not null
);
create index ix_platform_events_type_sequence on platform_events (type, sequence);

create table platform_deliveries (
    handler text not null primary key,
    position bigint not null,
    attempts integer not null,
    retry_at timestamptz null,
    problem text null
);

create table platform_files (
    hash text not null primary key,
    size bigint not null,
    stored_at timestamptz not null
);

create table platform_settings (
    key text not null primary key,
    value text not null
);

create table platform_accounts (
    id uuid not null primary key,
    display_name text not null,
    user_name text null,
    normalized_user_name text null,
    email text null,
    normalized_email text null,
    password_hash text null,
    security_stamp text null,
    concurrency_stamp text null,
    two_factor_enabled boolean not null,
    lockout_end timestamptz null,
    lockout_enabled boolean not null,
    access_failed_count integer not null
);
create unique index ix_platform_accounts_normalized_user_name on platform_accounts (normalized_user_name);

create table platform_account_claims (
    id integer generated always as identity primary key,
    user_id uuid not null,
    claim_type text null,
    claim_value text null
);
create index ix_platform_account_claims_user_id on platform_account_claims (user_id);

create table platform_account_logins (
    login_provider text not null,
    provider_key text not null,
    provider_display_name text null,
    user_id uuid not null,
    primary key (login_provider, provider_key)
);
create index ix_platform_account_logins_user_id on platform_account_logins (user_id);

create table platform_account_tokens (
    user_id uuid not null,
    login_provider text not null,
    name text not null,
    value text null,
    primary key (user_id, login_provider, name)
);

-- The record only grows: not even the program's own role may change or delete a line of it.
create function platform_audit_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'platform_audit only grows';
end $$;
create trigger platform_audit_only_grows before update or delete on platform_audit
    for each statement execute function platform_audit_only_grows();
