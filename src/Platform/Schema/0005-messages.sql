-- What people are told, and what of it leaves the house. Only accounts are named here: mail addresses stay where accounts keep them.
create table platform_messages (
    id uuid not null primary key,
    account_id uuid not null,
    kind text not null,
    words text not null,
    address text null,
    at timestamptz not null,
    read_at timestamptz null
);
create index ix_platform_messages_account_id_read_at_at on platform_messages (account_id, read_at, at);

create table platform_outgoing (
    id uuid not null primary key,
    way text not null,
    kind text not null,
    account_id uuid null,
    target text null,
    words text not null,
    address text null,
    at timestamptz not null,
    state text not null,
    attempts integer not null,
    due_at timestamptz not null,
    problem text null
);
create index ix_platform_outgoing_state_due_at on platform_outgoing (state, due_at);

create table platform_mail_choices (
    account_id uuid not null,
    kind text not null,
    by_mail boolean not null,
    primary key (account_id, kind)
);
