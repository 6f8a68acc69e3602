export * from "./system.ts";
export { compile, type CompileOptions, type Model, type NameDocument } from "./compile.ts";
export { type Calendar, nameOfPeriod } from "./calendar.ts";
export type { Cell, Matrices, Matrix, MatrixRow } from "./matrix.ts";
export { evaluateMatrix } from "./matrix-values.ts";
export { functionNames } from "./build-expression.ts";
export { statementWords } from "./parse-statement.ts";
export type { Figure } from "./workshop.ts";
export { formatMatrix, type MatrixFormat, type MatrixFormatOptions, matrixFormats } from "./matrix-format.ts";
