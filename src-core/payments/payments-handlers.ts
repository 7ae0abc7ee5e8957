import {
  handleRecordPayment,
  handleSettlePayment,
  handleUnsettlePayment,
  handleVoidPayment,
} from './payment-commands.ts'
import { handleExportPayments } from './payment-export.ts'
import { handleGetPayment, handleListContractSettlements, handleListPayments } from './payment-queries.ts'
import { handleProposeSettlement } from './propose-settlement.ts'

export const paymentsHandlers = {
  commands: [handleRecordPayment, handleSettlePayment, handleUnsettlePayment, handleVoidPayment],
  queries: [handleListPayments, handleGetPayment, handleListContractSettlements, handleProposeSettlement],
  tasks: [handleExportPayments],
}
