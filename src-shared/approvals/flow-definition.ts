import { z } from 'zod'

export const ApprovalKind = z.enum(['contract', 'order', 'payment'])
export type ApprovalKind = z.infer<typeof ApprovalKind>

/** 会签 (all agree), 或签 (the first decides), 依次 (one after the other). */
export const DecisionMode = z.enum(['all', 'any', 'sequence'])
export type DecisionMode = z.infer<typeof DecisionMode>

export const Approver = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), userId: z.string() }),
  z.object({ kind: z.literal('role'), role: z.string() }),
  /** Head of the initiator's department, `up` levels above. */
  z.object({ kind: z.literal('departmentHead'), up: z.number().int().min(0).default(0) }),
])
export type Approver = z.infer<typeof Approver>

/** A step is asked only when every condition holds for the record. */
export const StepCondition = z.object({
  field: z.enum(['amount', 'type', 'direction', 'departmentId', 'templateChanged']),
  operator: z.enum(['=', '!=', '<', '<=', '>', '>=', 'in']),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
})
export type StepCondition = z.infer<typeof StepCondition>

export const FlowStep = z.object({
  name: z.string().min(1),
  approvers: z.array(Approver).min(1),
  mode: DecisionMode,
  conditions: z.array(StepCondition).default([]),
  /** Nobody found for the step. */
  whenEmpty: z.enum(['pass', 'administrator', 'stop']).default('stop'),
  /** The initiator is among the approvers. */
  whenInitiator: z.enum(['skip', 'superior', 'allow']).default('superior'),
})
export type FlowStep = z.infer<typeof FlowStep>

export const FlowDefinition = z.object({
  /** The same person in several steps: asked each time, or taken as agreeing once having agreed in this round. */
  repeatedApprover: z.enum(['always', 'once']).default('always'),
  steps: z.array(FlowStep).min(1),
})
export type FlowDefinition = z.infer<typeof FlowDefinition>
