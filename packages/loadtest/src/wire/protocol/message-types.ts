/** First bytes of what a server sends (PostgreSQL 17, "Message Formats"). */
export const AUTHENTICATION = 0x52
export const BACKEND_KEY_DATA = 0x4b
export const BIND_COMPLETE = 0x32
export const COMMAND_COMPLETE = 0x43
export const COPY_IN_RESPONSE = 0x47
export const DATA_ROW = 0x44
export const ERROR_RESPONSE = 0x45
export const PARAMETER_DESCRIPTION = 0x74
export const PARAMETER_STATUS = 0x53
export const READY_FOR_QUERY = 0x5a
export const ROW_DESCRIPTION = 0x54
