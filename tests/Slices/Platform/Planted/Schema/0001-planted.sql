create table planted_notes (
    id uuid not null primary key,
    text text not null,
    remark text null,
    version integer not null
);
create index ix_planted_notes_text on planted_notes (text);

create table planted_heard (
    handler text not null,
    number integer not null,
    text text not null,
    primary key (handler, number)
);
