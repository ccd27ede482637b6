alter table publishing_reviews add column list text not null default '';
alter table publishing_reviews add column applying text not null default '';
