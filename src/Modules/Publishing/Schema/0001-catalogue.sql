create table publishing_catalogues (
    organ_id uuid not null primary key,
    changes integer not null,
    version integer not null
);

create table publishing_items (
    id uuid not null primary key,
    organ_id uuid not null,
    place bigint not null,
    "from" date not null,
    until date null
);
create index ix_publishing_items_organ_id_place on publishing_items (organ_id, place);

create table publishing_wordings (
    id uuid not null primary key,
    item_id uuid not null references publishing_items (id),
    "from" date not null,
    field text not null,
    first text not null,
    second text not null,
    text text not null,
    basis text not null,
    "limit" text not null,
    bearer text not null,
    channels text not null,
    audience integer not null,
    "group" text not null,
    manner integer not null,
    levels integer not null,
    schedule_kind text not null,
    days integer null,
    day_unit text null,
    recurrence text null,
    due_month integer null,
    due_day integer null
);
create unique index ix_publishing_wordings_item_id_from on publishing_wordings (item_id, "from");

create table publishing_catalogue_drafts (
    id uuid not null primary key,
    organ_id uuid not null,
    name text not null,
    file_hash text null,
    read_at timestamptz not null,
    row_count integer not null,
    closed_at timestamptz null,
    rows text not null,
    version integer not null
);
create index ix_publishing_catalogue_drafts_organ_id_closed_at_read_at on publishing_catalogue_drafts (organ_id, closed_at, read_at);
