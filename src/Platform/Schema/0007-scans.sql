-- What the virus scanner said of each file. What was stored before is not scanned yet: the sweep does it.
alter table platform_files add column scan text not null default 'NotScanned';
alter table platform_files add column scanned_at timestamptz null;
alter table platform_files add column signature text null;
create index ix_platform_files_scanned_at on platform_files (scanned_at);
