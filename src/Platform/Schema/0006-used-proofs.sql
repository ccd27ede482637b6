-- Proofs of work and tickets of public forms that were used: each is good once. Rows go when the proof would no longer be good anyway.
create table platform_used_proofs (
    nonce text not null primary key,
    expires_at timestamptz not null
);
create index ix_platform_used_proofs_expires_at on platform_used_proofs (expires_at);
