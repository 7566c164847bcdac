-- Spreads the store over a Citus cluster, once, after `candor migrate` and before the first answer, as a superuser on the
-- coordinator. docs/guides/scale-out.md says why each line is as it is. Send the statements one by one (psql does).
alter role candor_app set citus.propagate_set_commands = 'local';
alter role candor_migrator set citus.propagate_set_commands = 'local';
alter role candor_bi set citus.propagate_set_commands = 'local';
set citus.enable_local_reference_table_foreign_keys = off;

select create_reference_table('"user"');
select create_reference_table('workspace_directory');
select create_reference_table('user_workspace');
select create_reference_table('session');

select create_distributed_table('workspace', 'workspace_id');
select create_distributed_table('membership', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('member_invitation', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('org_unit', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('api_key', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('audit_log', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('webhook', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('import', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('import_claim', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('import_shadow', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('import_problem', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('import_chunk', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('import_mapping', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('account', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('contact', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('contact_role', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('outcome_fact', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('kpi_fact', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('journey', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('touchpoint', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('survey', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('survey_version', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('metric_definition', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('question', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('programme', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('wave', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('encounter', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('invitation', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('message', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('outbox', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('response', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('answer', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('tally_delta', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('tally', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('account_tally', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('trend_tally', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('account_trend_tally', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('month_tally', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('tally_state', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('finding', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('initiative', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('monitor', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('alert', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('"case"', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('goal', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('review', 'workspace_id', colocate_with => 'workspace');

-- Known to Citus, so that an answer and its job are kept or lost together; else nothing about it changes.
select citus_add_local_table_to_metadata('job');
select citus_add_local_table_to_metadata('sign_in_attempt');
select citus_add_local_table_to_metadata('upkeep');
