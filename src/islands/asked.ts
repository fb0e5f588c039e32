// What only DuckDB can be asked: no page brings it before there is an engine to ask.
export { Answers } from "./answers.ts";
export { SqlBox } from "./sql.ts";
