import {
  handleCancelOrder,
  handleCompleteOrder,
  handleConfirmOrder,
  handleCreateOrder,
  handleCreateOrderFromContract,
} from './order-commands.ts'
import { handleGetOrder, handleListOrders } from './order-queries.ts'
import {
  handleAddTrackingEvent,
  handleCreateShipment,
  handleReceiveShipment,
  handleVoidShipment,
} from './shipment-commands.ts'

export const ordersHandlers = {
  commands: [
    handleCreateOrderFromContract,
    handleCreateOrder,
    handleConfirmOrder,
    handleCancelOrder,
    handleCompleteOrder,
    handleCreateShipment,
    handleReceiveShipment,
    handleVoidShipment,
    handleAddTrackingEvent,
  ],
  queries: [handleListOrders, handleGetOrder],
  tasks: [],
}
