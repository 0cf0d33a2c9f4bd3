export type { AttemptOutcome, ModelAttempt } from './attempt.js'
export type { AskModel, ModelBlock, ModelMessage, ModelReply } from './chat.js'
export {
  convertWithModel,
  type ModelConversion,
  type ModelOptions,
  type ModelStatement,
} from './convert-with-model.js'
