create table organs_organs (
    id uuid not null primary key,
    key text not null,
    kind text not null,
    exists_from date not null,
    exists_until date null,
    merged_into uuid null references organs_organs (id),
    list_order integer not null,
    parent_id uuid null references organs_organs (id),
    address text null,
    telephone text null
);
create unique index ix_organs_organs_key on organs_organs (key);
create index ix_organs_organs_merged_into on organs_organs (merged_into);
create index ix_organs_organs_parent_id on organs_organs (parent_id);

create table organs_names (
    id uuid not null primary key,
    organ_id uuid not null references organs_organs (id),
    name text not null,
    "full" text null,
    "from" date not null
);
create unique index ix_organs_names_organ_id_from on organs_names (organ_id, "from");

create table organs_groups (
    id uuid not null primary key,
    key text not null,
    name text not null,
    "from" date not null,
    until date null,
    kinds text not null
);
create unique index ix_organs_groups_key on organs_groups (key);

create table organs_group_members (
    id uuid not null primary key,
    group_id uuid not null references organs_groups (id),
    organ_id uuid not null references organs_organs (id),
    "from" date not null,
    until date null
);
create index ix_organs_group_members_group_id_organ_id on organs_group_members (group_id, organ_id);
create index ix_organs_group_members_organ_id on organs_group_members (organ_id);

create table organs_aliases (
    id uuid not null primary key,
    organ_id uuid null references organs_organs (id),
    group_id uuid null references organs_groups (id),
    alias text not null,
    folded text not null,
    check ((organ_id is null) <> (group_id is null))
);
create unique index ix_organs_aliases_folded on organs_aliases (folded);
create index ix_organs_aliases_organ_id on organs_aliases (organ_id);
create index ix_organs_aliases_group_id on organs_aliases (group_id);

create table organs_posts (
    id uuid not null primary key,
    account_id uuid not null references platform_accounts (id),
    organ_id uuid not null references organs_organs (id),
    role text not null,
    "primary" boolean not null,
    "from" date not null,
    until date null
);
create index ix_organs_posts_account_id on organs_posts (account_id);
create index ix_organs_posts_organ_id on organs_posts (organ_id);
