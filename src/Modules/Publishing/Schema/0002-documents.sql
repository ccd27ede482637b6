create table publishing_documents (
    id uuid not null primary key,
    organ_id uuid not null,
    type text not null,
    begun_at timestamptz not null,
    item_id uuid null,
    wished_address text null,
    address text null,
    index_number text null,
    attribute integer not null,
    ground integer not null,
    attribute_reason text not null,
    reassess_on date null,
    explains_id uuid null,
    interpretation_by date null,
    public_edition_id uuid null,
    open_edition_id uuid null,
    editions integer not null,
    first_published_at timestamptz null,
    last_published_at timestamptz null,
    withdrawn_at timestamptz null,
    withdrawn_reason text null,
    merged_into_id uuid null,
    version integer not null
);
create unique index ix_publishing_documents_address on publishing_documents (address);
create unique index ix_publishing_documents_wished_address on publishing_documents (wished_address);
create unique index ix_publishing_documents_index_number on publishing_documents (index_number);
create index ix_publishing_documents_first_published_at on publishing_documents (first_published_at);
create index ix_publishing_documents_organ_id_first_published_at on publishing_documents (organ_id, first_published_at);
create index ix_publishing_documents_type_first_published_at on publishing_documents (type, first_published_at);
create index ix_publishing_documents_item_id_first_published_at on publishing_documents (item_id, first_published_at);
create index ix_publishing_documents_item_id_last_published_at on publishing_documents (item_id, last_published_at);
create index ix_publishing_documents_explains_id on publishing_documents (explains_id);
create index ix_publishing_documents_open_edition_id on publishing_documents (open_edition_id);
create index ix_publishing_documents_interpretation_by on publishing_documents (interpretation_by);
create index ix_publishing_documents_reassess_on on publishing_documents (reassess_on);

create table publishing_editions (
    id uuid not null primary key,
    document_id uuid not null references publishing_documents (id),
    number integer not null,
    state integer not null,
    change integer not null,
    change_note text not null,
    begun_at timestamptz not null,
    title text not null,
    document_number text not null,
    number_year integer null,
    issuer text not null,
    written_on date null,
    effective_on date null,
    expires_on date null,
    topic text not null,
    genre text not null,
    keywords text not null,
    source text not null,
    extra text not null,
    effects text not null,
    digest text not null,
    hands text not null,
    judgements integer not null,
    submitted_by uuid null,
    submitted_at timestamptz null,
    publish_at timestamptz null,
    schedule_problem text null,
    published_at timestamptz null,
    review_afterwards_by timestamptz null,
    reviewed_afterwards_at timestamptz null,
    version integer not null
);
create unique index ix_publishing_editions_document_id_number on publishing_editions (document_id, number);
create index ix_publishing_editions_state_publish_at on publishing_editions (state, publish_at);
create index ix_publishing_editions_expires_on on publishing_editions (expires_on);
create index ix_publishing_editions_number_year on publishing_editions (number_year);
create index ix_publishing_editions_document_number on publishing_editions (document_number);
create index ix_publishing_editions_review_afterwards_by on publishing_editions (review_afterwards_by);

create table publishing_texts (
    edition_id uuid not null primary key references publishing_editions (id),
    blocks text not null,
    html text null,
    proposed text null
);

create table publishing_attachments (
    id uuid not null primary key,
    edition_id uuid not null references publishing_editions (id),
    place integer not null,
    name text not null,
    hash text not null,
    size bigint not null,
    is_picture boolean not null
);
create index ix_publishing_attachments_edition_id_place on publishing_attachments (edition_id, place);

create table publishing_reviews (
    id uuid not null primary key,
    edition_id uuid not null references publishing_editions (id),
    kind integer not null,
    passed boolean not null,
    basis text not null,
    conclusion text not null,
    digest text not null,
    account_id uuid null,
    person text not null,
    at timestamptz not null,
    is_afterwards boolean not null
);
create index ix_publishing_reviews_edition_id_at on publishing_reviews (edition_id, at);

create table publishing_kept_findings (
    id uuid not null primary key,
    edition_id uuid not null references publishing_editions (id),
    mark text not null,
    code text not null,
    reason text not null,
    person text not null,
    at timestamptz not null
);
create unique index ix_publishing_kept_findings_edition_id_mark on publishing_kept_findings (edition_id, mark);

create table publishing_series (
    organ_id uuid not null,
    year integer not null,
    last integer not null,
    primary key (organ_id, year)
);

create table publishing_effects (
    id uuid not null primary key,
    source_id uuid not null references publishing_documents (id),
    kind integer not null,
    target_number text not null,
    "from" date not null
);
create index ix_publishing_effects_target_number on publishing_effects (target_number);
create index ix_publishing_effects_source_id on publishing_effects (source_id);

create table publishing_number_notes (
    id uuid not null primary key,
    organ_id uuid not null,
    code text not null,
    year integer not null,
    serial integer not null,
    fate integer not null,
    ground integer not null,
    reason text not null,
    version integer not null
);
create unique index ix_publishing_number_notes_organ_id_year_code_serial on publishing_number_notes (organ_id, year, code, serial);
