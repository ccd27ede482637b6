create table halfway_first (id integer not null primary key);
create table halfway_first (id integer not null primary key);
