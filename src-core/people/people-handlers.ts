import {
  handleCreateDepartment,
  handleMoveDepartment,
  handleRemoveDepartment,
  handleUpdateDepartment,
} from './department-commands.ts'
import {
  handleFindUser,
  handleGetUser,
  handleListDepartments,
  handleListUsers,
  handleReadMyself,
} from './people-queries.ts'
import { handleCreateUser, handleDeactivateUser, handleReactivateUser, handleUpdateUser } from './user-commands.ts'

export const peopleHandlers = {
  commands: [
    handleCreateDepartment,
    handleUpdateDepartment,
    handleMoveDepartment,
    handleRemoveDepartment,
    handleCreateUser,
    handleUpdateUser,
    handleDeactivateUser,
    handleReactivateUser,
  ],
  queries: [handleListDepartments, handleListUsers, handleGetUser, handleFindUser, handleReadMyself],
  tasks: [],
}
