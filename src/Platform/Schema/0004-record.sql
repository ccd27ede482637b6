-- What came of an act, and indexes for the person who searches the record.
alter table platform_audit add column result text not null default 'done';
drop index ix_platform_audit_at;
create index ix_platform_audit_at_id on platform_audit (at, id);
create index ix_platform_audit_account_id_at on platform_audit (account_id, at);
create index ix_platform_audit_act_at on platform_audit (act, at);
create index ix_platform_audit_address_at on platform_audit (address, at);
create index ix_platform_audit_result_at on platform_audit (result, at);

-- "insert or replace" would delete an entry without a trigger of deletion.
create trigger platform_audit_no_replace before insert on platform_audit when exists (select 1 from platform_audit where id = new.id)
begin
    select raise(abort, 'platform_audit only grows');
end;
