-- Locks answer guesses: a quiet day forgets them, and guesses at a password are no guesses at a code.
alter table platform_accounts add column last_failed_at timestamptz null;
alter table platform_second_factors add column failed_count integer not null default 0;
alter table platform_second_factors add column lock_series integer not null default 0;
alter table platform_second_factors add column locked_until timestamptz null;
