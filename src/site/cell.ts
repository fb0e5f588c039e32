export { type Piece, pieces } from "#core/cell";
