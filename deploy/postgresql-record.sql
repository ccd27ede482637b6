-- Run as the owner after each gongkai migrate: the record of acts can be read and added to, and no more; nor can the site touch
-- the list of what was migrated.
revoke update, delete, truncate on platform_audit from gongkai_site;
revoke insert, update, delete, truncate on platform_schema from gongkai_site;
