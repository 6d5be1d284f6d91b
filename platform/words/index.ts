export { defineWords, say, type Message, type Pair, type Speaker, type Words } from './define.ts'
export { foldForSearch, searchText } from './fold.ts'
export {
  formatter,
  latinDigits,
  persianDigits,
  type DateStyle,
  type Formatter,
  type Language,
} from './formatter.ts'
