import {
  handleRecordPayment,
  handleSettlePayment,
  handleUnsettlePayment,
  handleVoidPayment,
} from './payment-commands.ts'
import {
  handleGetPayment,
  handleListContractSettlements,
  handleListPayments,
  handleProposeSettlement,
} from './payment-queries.ts'

export const paymentsHandlers = {
  commands: [handleRecordPayment, handleSettlePayment, handleUnsettlePayment, handleVoidPayment],
  queries: [handleListPayments, handleGetPayment, handleListContractSettlements, handleProposeSettlement],
  tasks: [],
}
