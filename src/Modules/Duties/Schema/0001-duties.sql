create table duties_drafts (
    id uuid not null primary key,
    year integer null,
    title text not null,
    file_hash text not null,
    file_name text not null,
    read_at timestamptz not null,
    open_matters integer not null,
    task_count integer not null,
    closed_at timestamptz null,
    content text not null,
    version integer not null
);
create index ix_duties_drafts_closed_at_read_at on duties_drafts (closed_at, read_at);

create table duties_plans (
    id uuid not null primary key,
    year integer not null,
    title text not null,
    issuer text not null,
    document_number text null,
    published_on date null,
    file_hash text not null,
    file_name text not null,
    source_text text not null,
    adopted_on date not null,
    version integer not null
);
create unique index ix_duties_plans_year_issuer on duties_plans (year, issuer);

create table duties_duties (
    id uuid not null primary key,
    plan_id uuid not null,
    number integer not null,
    item_number text null,
    chapter text not null,
    section text not null,
    text text not null,
    unit_text text null,
    span_start integer not null,
    span_length integer not null,
    dropped_on date null,
    changed integer not null,
    version integer not null
);
create index ix_duties_duties_plan_id_number on duties_duties (plan_id, number);

create table duties_limits (
    id uuid not null primary key,
    duty_id uuid not null references duties_duties (id),
    origin text not null,
    governs boolean not null,
    replaced boolean not null,
    kind text not null,
    phrase text not null,
    date date null,
    start_date date null,
    recurrence text null,
    days integer null,
    day_unit text null,
    hours integer null,
    months integer null,
    event text null,
    day_of_week text null,
    season text null,
    season_first date null,
    season_last date null,
    min_count integer null,
    aspects integer null,
    about text null,
    group_name text null
);
create index ix_duties_limits_duty_id on duties_limits (duty_id);

create table duties_assignments (
    id uuid not null primary key,
    duty_id uuid not null,
    plan_id uuid not null,
    organ_id uuid not null,
    named_organ_id uuid not null,
    role text not null,
    group_name text null,
    share text null,
    next_opens_on date null,
    next_due_on date null,
    open_count integer not null,
    met_count integer not null,
    met_late_count integer not null,
    waiting_count integer not null,
    lacks_cadence boolean not null,
    awaits_event boolean not null,
    waived_on date null,
    waived_reason text null,
    version integer not null
);
create index ix_duties_assignments_duty_id on duties_assignments (duty_id);
create index ix_duties_assignments_plan_id_organ_id_next_due_on on duties_assignments (plan_id, organ_id, next_due_on);
create index ix_duties_assignments_organ_id_next_due_on on duties_assignments (organ_id, next_due_on);

create table duties_occurrences (
    id uuid not null primary key,
    assignment_id uuid not null references duties_assignments (id),
    limit_id uuid not null,
    opens_on date not null,
    due_on date null,
    due_at timestamptz null,
    counted_from date null,
    provisional boolean not null,
    calendar_version text null,
    label text null,
    quota integer not null,
    confirmed_count integer not null,
    met_on date null,
    latest_on date null,
    is_touched boolean not null
);
create index ix_duties_occurrences_assignment_id_due_on on duties_occurrences (assignment_id, due_on);
create index ix_duties_occurrences_calendar_version on duties_occurrences (calendar_version);

create table duties_evidence (
    id uuid not null primary key,
    assignment_id uuid not null,
    duty_id uuid not null,
    occurrence_id uuid not null,
    title text not null,
    url text null,
    file_hash text null,
    file_name text null,
    note text null,
    is_public boolean not null,
    aspect integer null,
    pieces integer not null,
    handed_in_on date not null,
    handed_in_by uuid null,
    handed_in_name text not null,
    state text not null,
    judged_on date null,
    return_reason text null
);
create index ix_duties_evidence_assignment_id_handed_in_on on duties_evidence (assignment_id, handed_in_on);
create index ix_duties_evidence_duty_id_state on duties_evidence (duty_id, state);
create index ix_duties_evidence_state_handed_in_on on duties_evidence (state, handed_in_on);

create table duties_notices (
    id uuid not null primary key,
    organ_id uuid not null,
    kind text not null,
    assignment_id uuid null,
    words text not null,
    at timestamptz not null,
    seen_at timestamptz null
);
create index ix_duties_notices_organ_id_seen_at_at on duties_notices (organ_id, seen_at, at);

create table duties_look_backs (
    duty_id uuid not null primary key,
    plan_id uuid not null,
    result text not null,
    note text not null,
    found_on date not null,
    found_by text not null
);
create index ix_duties_look_backs_plan_id on duties_look_backs (plan_id);
