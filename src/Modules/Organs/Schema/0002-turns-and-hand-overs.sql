alter table organs_posts add column taken_over_from uuid null references organs_posts (id);
create index ix_organs_posts_taken_over_from on organs_posts (taken_over_from);

create table organs_turns (
    key text not null primary key,
    version integer not null
);
