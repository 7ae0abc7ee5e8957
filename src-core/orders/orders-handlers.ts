import {
  handleCancelOrder,
  handleCompleteOrder,
  handleConfirmOrder,
  handleCreateOrder,
  handleCreateOrderFromContract,
  handleUpdateOrder,
} from './order-commands.ts'
import { handleMakeDeliveryNote } from './delivery-note.ts'
import { handleExportOrders } from './order-export.ts'
import { handleGetOrder, handleListOrders } from './order-queries.ts'
import {
  handleAddTrackingEvent,
  handleCreateShipment,
  handleReceiveShipment,
  handleUpdateShipment,
  handleVoidShipment,
} from './shipment-commands.ts'

export const ordersHandlers = {
  commands: [
    handleCreateOrderFromContract,
    handleCreateOrder,
    handleUpdateOrder,
    handleConfirmOrder,
    handleCancelOrder,
    handleCompleteOrder,
    handleCreateShipment,
    handleUpdateShipment,
    handleReceiveShipment,
    handleVoidShipment,
    handleAddTrackingEvent,
  ],
  queries: [handleListOrders, handleGetOrder],
  tasks: [handleExportOrders, handleMakeDeliveryNote],
}
