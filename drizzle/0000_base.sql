CREATE TABLE `approval_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`approval_id` text NOT NULL,
	`round` integer NOT NULL,
	`step_no` integer NOT NULL,
	`name` text NOT NULL,
	`mode` text NOT NULL,
	`status` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `approval_steps_no` ON `approval_steps` (`approval_id`,`round`,`step_no`);--> statement-breakpoint
CREATE TABLE `approval_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`approval_id` text NOT NULL,
	`step_id` text NOT NULL,
	`position` integer NOT NULL,
	`assignee_id` text NOT NULL,
	`status` text NOT NULL,
	`opinion` text DEFAULT '' NOT NULL,
	`content_hash` text,
	`pdf_hash` text,
	`opened_at` integer,
	`decided_at` integer
);
--> statement-breakpoint
CREATE INDEX `approval_tasks_inbox` ON `approval_tasks` (`assignee_id`,`status`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `approval_tasks_step` ON `approval_tasks` (`step_id`,`position`);--> statement-breakpoint
CREATE INDEX `approval_tasks_approval` ON `approval_tasks` (`approval_id`);--> statement-breakpoint
CREATE TABLE `approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`kind` text NOT NULL,
	`record_id` text NOT NULL,
	`title` text NOT NULL,
	`flow_version_id` text NOT NULL,
	`status` text NOT NULL,
	`initiator_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`pdf_hash` text NOT NULL,
	`current_step_no` integer,
	`round` integer NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `approvals_record` ON `approvals` (`record_id`);--> statement-breakpoint
CREATE INDEX `approvals_initiator` ON `approvals` (`initiator_id`,`status`,`started_at`,`id`);--> statement-breakpoint
CREATE INDEX `approvals_status` ON `approvals` (`status`,`started_at`,`id`);--> statement-breakpoint
CREATE TABLE `flow_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`flow_id` text NOT NULL,
	`no` integer NOT NULL,
	`definition` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `flow_versions_no` ON `flow_versions` (`flow_id`,`no`);--> statement-breakpoint
CREATE TABLE `flows` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`current_version_id` text,
	`active` integer DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE `contract_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`contract_id` text NOT NULL,
	`no` integer NOT NULL,
	`kind` text NOT NULL,
	`content_hash` text NOT NULL,
	`docx_hash` text,
	`pdf_hash` text NOT NULL,
	`pages` integer NOT NULL,
	`anchors` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_documents_no` ON `contract_documents` (`contract_id`,`no`);--> statement-breakpoint
CREATE TABLE `contract_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`contract_id` text NOT NULL,
	`line_no` integer NOT NULL,
	`product_id` text,
	`name` text NOT NULL,
	`specification` text DEFAULT '' NOT NULL,
	`unit` text DEFAULT '' NOT NULL,
	`quantity` integer NOT NULL,
	`unit_price` integer NOT NULL,
	`tax_rate` integer NOT NULL,
	`amount` integer NOT NULL,
	`net_amount` integer NOT NULL,
	`tax_amount` integer NOT NULL,
	`deliver_by` text,
	`remark` text DEFAULT '' NOT NULL,
	`ordered_quantity` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_lines_no` ON `contract_lines` (`contract_id`,`line_no`);--> statement-breakpoint
CREATE INDEX `contract_lines_product` ON `contract_lines` (`product_id`);--> statement-breakpoint
CREATE TABLE `contract_parties` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`contract_id` text NOT NULL,
	`role` text NOT NULL,
	`party_id` text NOT NULL,
	`snapshot` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_parties_role` ON `contract_parties` (`contract_id`,`role`);--> statement-breakpoint
CREATE INDEX `contract_parties_party` ON `contract_parties` (`party_id`);--> statement-breakpoint
CREATE TABLE `contracts` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`number` text,
	`draft_number` text NOT NULL,
	`title` text NOT NULL,
	`type` text NOT NULL,
	`direction` text NOT NULL,
	`stage` text NOT NULL,
	`template_version_id` text,
	`parent_id` text,
	`our_party_id` text NOT NULL,
	`counterparty_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`department_id` text,
	`currency` text DEFAULT 'CNY' NOT NULL,
	`amount` integer NOT NULL,
	`net_amount` integer NOT NULL,
	`tax_amount` integer NOT NULL,
	`signed_on` text,
	`signed_at` text DEFAULT '' NOT NULL,
	`effective_on` text,
	`expires_on` text,
	`retention_amount` integer,
	`retention_release_on` text,
	`order_allowance` integer NOT NULL,
	`answers` text NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`content_hash` text NOT NULL,
	`document_id` text,
	`approval_id` text,
	`approved_content_hash` text,
	`end_reason` text DEFAULT '' NOT NULL,
	`ordered_amount` integer NOT NULL,
	`shipped_amount` integer NOT NULL,
	`settled_amount` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contracts_number` ON `contracts` (`number`) WHERE number is not null;--> statement-breakpoint
CREATE INDEX `contracts_updated` ON `contracts` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `contracts_stage_updated` ON `contracts` (`stage`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `contracts_signed` ON `contracts` (`signed_on`,`id`);--> statement-breakpoint
CREATE INDEX `contracts_amount` ON `contracts` (`amount`,`id`);--> statement-breakpoint
CREATE INDEX `contracts_counterparty` ON `contracts` (`counterparty_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `contracts_owner` ON `contracts` (`owner_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `contracts_parent` ON `contracts` (`parent_id`);--> statement-breakpoint
CREATE INDEX `contracts_expires` ON `contracts` (`expires_on`,`id`);--> statement-breakpoint
CREATE TABLE `payment_plan_items` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`contract_id` text NOT NULL,
	`item_no` integer NOT NULL,
	`name` text NOT NULL,
	`condition` text DEFAULT '' NOT NULL,
	`due_on` text,
	`due_event` text,
	`due_days` integer,
	`rate` integer,
	`amount` integer NOT NULL,
	`settled_amount` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payment_plan_items_no` ON `payment_plan_items` (`contract_id`,`item_no`);--> statement-breakpoint
CREATE INDEX `payment_plan_items_due` ON `payment_plan_items` (`due_on`,`id`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`command_id` text NOT NULL,
	`name` text NOT NULL,
	`command_version` integer NOT NULL,
	`actor_id` text NOT NULL,
	`issued_at` integer NOT NULL,
	`input` text NOT NULL,
	`outcome` text NOT NULL,
	`result` text NOT NULL,
	`changes_hash` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_command` ON `audit_entries` (`command_id`);--> statement-breakpoint
CREATE INDEX `audit_entries_actor` ON `audit_entries` (`actor_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_entries_name` ON `audit_entries` (`name`,`seq`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`dedupe_key` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`run_after` integer NOT NULL,
	`last_error` text,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_dedupe` ON `jobs` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`status`,`run_after`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`mid` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`seq` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `row_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`seq` integer NOT NULL,
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`op` text NOT NULL,
	`before` text,
	`after` text
);
--> statement-breakpoint
CREATE INDEX `row_changes_row` ON `row_changes` (`row_id`,`seq`);--> statement-breakpoint
CREATE INDEX `row_changes_seq` ON `row_changes` (`seq`);--> statement-breakpoint
CREATE INDEX `row_changes_removed` ON `row_changes` (`table_name`,`row_id`) WHERE op = 'delete';--> statement-breakpoint
CREATE TABLE `search_entries` (
	`rowid` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`record_id` text NOT NULL,
	`title` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entries_record` ON `search_entries` (`kind`,`record_id`);--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`attached_to` text NOT NULL,
	`record_id` text NOT NULL,
	`file_hash` text NOT NULL,
	`name` text NOT NULL,
	`mime` text NOT NULL,
	`size` integer NOT NULL,
	`purpose` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attachments_record` ON `attachments` (`attached_to`,`record_id`);--> statement-breakpoint
CREATE INDEX `attachments_hash` ON `attachments` (`file_hash`);--> statement-breakpoint
CREATE TABLE `order_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`order_id` text NOT NULL,
	`line_no` integer NOT NULL,
	`contract_line_id` text,
	`product_id` text,
	`name` text NOT NULL,
	`specification` text DEFAULT '' NOT NULL,
	`unit` text DEFAULT '' NOT NULL,
	`quantity` integer NOT NULL,
	`unit_price` integer NOT NULL,
	`tax_rate` integer NOT NULL,
	`amount` integer NOT NULL,
	`shipped_quantity` integer NOT NULL,
	`received_quantity` integer NOT NULL,
	`remark` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `order_lines_no` ON `order_lines` (`order_id`,`line_no`);--> statement-breakpoint
CREATE INDEX `order_lines_contract_line` ON `order_lines` (`contract_line_id`) WHERE contract_line_id is not null;--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`number` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`contract_id` text,
	`party_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`department_id` text,
	`ordered_on` text NOT NULL,
	`deliver_by` text,
	`delivery_address` text DEFAULT '' NOT NULL,
	`amount` integer NOT NULL,
	`shipped_amount` integer NOT NULL,
	`remark` text DEFAULT '' NOT NULL,
	`cancel_reason` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_number` ON `orders` (`number`);--> statement-breakpoint
CREATE INDEX `orders_updated` ON `orders` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_status_updated` ON `orders` (`status`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_contract` ON `orders` (`contract_id`) WHERE contract_id is not null;--> statement-breakpoint
CREATE INDEX `orders_party` ON `orders` (`party_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE TABLE `shipment_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`shipment_id` text NOT NULL,
	`order_line_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`received_quantity` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shipment_lines_line` ON `shipment_lines` (`shipment_id`,`order_line_id`);--> statement-breakpoint
CREATE INDEX `shipment_lines_order_line` ON `shipment_lines` (`order_line_id`);--> statement-breakpoint
CREATE TABLE `shipments` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`number` text NOT NULL,
	`order_id` text NOT NULL,
	`status` text NOT NULL,
	`carrier` text DEFAULT '' NOT NULL,
	`waybill` text DEFAULT '' NOT NULL,
	`shipped_on` text NOT NULL,
	`received_on` text,
	`remark` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shipments_number` ON `shipments` (`number`);--> statement-breakpoint
CREATE INDEX `shipments_order` ON `shipments` (`order_id`);--> statement-breakpoint
CREATE INDEX `shipments_waybill` ON `shipments` (`waybill`);--> statement-breakpoint
CREATE TABLE `tracking_events` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`shipment_id` text NOT NULL,
	`happened_at` integer NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`description` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `tracking_events_shipment` ON `tracking_events` (`shipment_id`,`happened_at`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`party_id` text NOT NULL,
	`name` text NOT NULL,
	`position` text DEFAULT '' NOT NULL,
	`mobile` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`is_primary` integer DEFAULT false NOT NULL,
	`notes` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `contacts_party` ON `contacts` (`party_id`);--> statement-breakpoint
CREATE TABLE `parties` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text DEFAULT '' NOT NULL,
	`name_key` text NOT NULL,
	`sort_key` text NOT NULL,
	`credit_code` text,
	`industry` text DEFAULT '' NOT NULL,
	`region` text DEFAULT '' NOT NULL,
	`level` text DEFAULT '' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`legal_representative` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`bank_name` text DEFAULT '' NOT NULL,
	`bank_account` text DEFAULT '' NOT NULL,
	`credit_limit` integer,
	`payment_term_days` integer,
	`owner_id` text,
	`blocked` integer DEFAULT false NOT NULL,
	`notes` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `parties_credit_code` ON `parties` (`credit_code`) WHERE credit_code is not null;--> statement-breakpoint
CREATE INDEX `parties_name_key` ON `parties` (`name_key`);--> statement-breakpoint
CREATE INDEX `parties_sort` ON `parties` (`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `parties_kind_sort` ON `parties` (`kind`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `parties_updated` ON `parties` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `parties_owner` ON `parties` (`owner_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`number` text NOT NULL,
	`direction` text NOT NULL,
	`status` text NOT NULL,
	`party_id` text NOT NULL,
	`amount` integer NOT NULL,
	`settled_amount` integer NOT NULL,
	`paid_on` text NOT NULL,
	`method` text NOT NULL,
	`bank_reference` text DEFAULT '' NOT NULL,
	`remark` text DEFAULT '' NOT NULL,
	`void_reason` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payments_number` ON `payments` (`number`);--> statement-breakpoint
CREATE INDEX `payments_paid` ON `payments` (`paid_on`,`id`);--> statement-breakpoint
CREATE INDEX `payments_party` ON `payments` (`party_id`,`paid_on`,`id`);--> statement-breakpoint
CREATE TABLE `settlements` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`payment_id` text NOT NULL,
	`plan_item_id` text NOT NULL,
	`contract_id` text NOT NULL,
	`amount` integer NOT NULL,
	`settled_on` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `settlements_payment` ON `settlements` (`payment_id`);--> statement-breakpoint
CREATE INDEX `settlements_plan_item` ON `settlements` (`plan_item_id`);--> statement-breakpoint
CREATE INDEX `settlements_contract` ON `settlements` (`contract_id`);--> statement-breakpoint
CREATE TABLE `departments` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`name` text NOT NULL,
	`parent_id` text,
	`head_id` text,
	`sort_order` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `departments_parent` ON `departments` (`parent_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`account` text NOT NULL,
	`name` text NOT NULL,
	`department_id` text,
	`position` text DEFAULT '' NOT NULL,
	`mobile` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`roles` text NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`left_on` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_account` ON `users` (`account`);--> statement-breakpoint
CREATE INDEX `users_department` ON `users` (`department_id`);--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`specification` text DEFAULT '' NOT NULL,
	`unit` text NOT NULL,
	`unit_price` integer NOT NULL,
	`tax_rate` integer NOT NULL,
	`category` text DEFAULT '' NOT NULL,
	`sort_key` text NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`notes` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `products_code` ON `products` (`code`);--> statement-breakpoint
CREATE INDEX `products_sort` ON `products` (`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `products_updated` ON `products` (`updated_at`,`id`);--> statement-breakpoint
CREATE TABLE `certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`party_id` text NOT NULL,
	`subject` text NOT NULL,
	`serial` text NOT NULL,
	`p12_hash` text NOT NULL,
	`password` text NOT NULL,
	`self_made` integer NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text NOT NULL,
	`active` integer DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_serial` ON `certificates` (`serial`);--> statement-breakpoint
CREATE TABLE `numbering_counters` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`last_serial` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `numbering_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`kind` text NOT NULL,
	`type` text,
	`pattern` text NOT NULL,
	`reset` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `numbering_rules_kind` ON `numbering_rules` (`kind`,`type`);--> statement-breakpoint
CREATE TABLE `seals` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`party_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`image_hash` text NOT NULL,
	`diameter_mm` integer NOT NULL,
	`active` integer DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE INDEX `seals_party` ON `seals` (`party_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `clause_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`clause_id` text NOT NULL,
	`no` integer NOT NULL,
	`text` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `clause_versions_no` ON `clause_versions` (`clause_id`,`no`);--> statement-breakpoint
CREATE INDEX `clause_versions_clause` ON `clause_versions` (`clause_id`);--> statement-breakpoint
CREATE TABLE `clauses` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`title` text NOT NULL,
	`category` text DEFAULT '' NOT NULL,
	`current_version_id` text,
	`archived` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE `template_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`template_id` text NOT NULL,
	`no` integer NOT NULL,
	`file_hash` text NOT NULL,
	`file_name` text NOT NULL,
	`fields` text NOT NULL,
	`mapping` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `template_versions_no` ON `template_versions` (`template_id`,`no`);--> statement-breakpoint
CREATE TABLE `templates` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`current_version_id` text,
	`archived` integer DEFAULT false NOT NULL,
	`notes` text DEFAULT '' NOT NULL
);
