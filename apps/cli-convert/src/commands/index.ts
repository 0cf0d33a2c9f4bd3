export { convertCommand } from './convert-command.js'
