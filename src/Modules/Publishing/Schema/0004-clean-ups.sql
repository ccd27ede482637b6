create table publishing_clean_ups (
    id uuid not null primary key,
    organ_id uuid not null,
    open_for uuid null,
    title text not null,
    as_of date not null,
    begun_at timestamptz not null,
    closed_at timestamptz null,
    result_id uuid null references publishing_documents (id),
    version integer not null
);
create unique index ix_publishing_clean_ups_open_for on publishing_clean_ups (open_for);
create index ix_publishing_clean_ups_result_id on publishing_clean_ups (result_id);
create index ix_publishing_clean_ups_organ_id_begun_at on publishing_clean_ups (organ_id, begun_at);

create table publishing_clean_up_lines (
    id uuid not null primary key,
    clean_up_id uuid not null references publishing_clean_ups (id),
    document_id uuid not null references publishing_documents (id),
    number text not null,
    title text not null,
    finding integer not null,
    note text not null,
    version integer not null
);
create index ix_publishing_clean_up_lines_clean_up_id_number on publishing_clean_up_lines (clean_up_id, number);
create index ix_publishing_clean_up_lines_document_id on publishing_clean_up_lines (document_id);
