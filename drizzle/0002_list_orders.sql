CREATE INDEX `approvals_sent` ON `approvals` (`initiator_id`,`started_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_ordered` ON `orders` (`ordered_on`,`id`);--> statement-breakpoint
CREATE INDEX `orders_deliver_by` ON `orders` (`deliver_by`,`id`);--> statement-breakpoint
CREATE INDEX `orders_amount` ON `orders` (`amount`,`id`);