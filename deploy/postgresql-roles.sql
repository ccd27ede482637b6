-- Two roles on one database: the owner brings the schema up (gongkai migrate, gongkai restore), the site works with less (gongkai serve).
-- Run once as the owner of the empty database, who is then the one that migrates:
--     psql -d gongkai -U gongkai_owner -f postgresql-roles.sql
-- The role itself is made before, by whoever administers the server: create role gongkai_site login password '…';
-- What the owner makes later is granted at once, by default privileges.

revoke create on schema public from public;
grant usage on schema public to gongkai_site;
alter default privileges in schema public grant select, insert, update, delete on tables to gongkai_site;
alter default privileges in schema public grant usage on sequences to gongkai_site;
