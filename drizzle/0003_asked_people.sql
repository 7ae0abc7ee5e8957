ALTER TABLE `approval_tasks` ADD `asked_how` text;--> statement-breakpoint
ALTER TABLE `approval_tasks` ADD `asked_by` text;--> statement-breakpoint
ALTER TABLE `approval_tasks` ADD `waits_for` integer;--> statement-breakpoint
ALTER TABLE `approval_tasks` ADD `urged_at` integer;