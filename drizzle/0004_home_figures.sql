CREATE INDEX `contracts_month` ON `contracts` (`direction`,`signed_on`,`stage`,`owner_id`,`amount`);--> statement-breakpoint
CREATE INDEX `payment_plan_items_open` ON `payment_plan_items` (`due_on`,`id`,`contract_id`,`amount`,`settled_amount`) WHERE settled_amount < amount;--> statement-breakpoint
CREATE INDEX `payments_month` ON `payments` (`status`,`paid_on`,`direction`,`amount`);