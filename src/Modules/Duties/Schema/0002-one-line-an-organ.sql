create unique index ix_duties_assignments_duty_id_organ_id on duties_assignments (duty_id, organ_id) where waived_on is null;
