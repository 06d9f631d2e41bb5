import { type CellType, cellTypes } from '../plan.js';

/** The number that stands for a type in the view `k`, from 1. */
export function typeCode(type: CellType): number {
  return cellTypes.indexOf(type) + 1;
}

/** @returns `nothing` for no code: a missing cell has no type. */
export function typeNamed(code: unknown): string {
  return cellTypes[Number(code ?? 0) - 1] ?? 'nothing';
}
