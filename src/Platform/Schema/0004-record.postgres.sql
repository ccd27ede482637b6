-- What came of an act, and indexes for the person who searches the record.
alter table platform_audit add column result text not null default 'done';
drop index ix_platform_audit_at;
create index ix_platform_audit_at_id on platform_audit (at, id);
create index ix_platform_audit_account_id_at on platform_audit (account_id, at);
create index ix_platform_audit_act_at on platform_audit (act, at);
create index ix_platform_audit_address_at on platform_audit (address, at);
create index ix_platform_audit_result_at on platform_audit (result, at);

create trigger platform_audit_no_truncate before truncate on platform_audit
    for each statement execute function platform_audit_only_grows();

-- By rights as well: the role that made the table, which is the program's, may read and add. A superuser needs no right; the triggers stop it too.
revoke update, delete, truncate on platform_audit from public;
revoke update, delete, truncate on platform_audit from current_user;
