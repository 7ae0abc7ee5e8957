// Names shared by the preload script and the main process; there are no others.

/** Page → main: a port for the procedures. */
export const connectChannel = 'qidan:connect'
/** Page → main: one call of the desktop bridge by its name, answered. */
export const callChannel = 'qidan:call'
/** Main → page: a command of the menu or of the system. */
export const commandChannel = 'qidan:command'
