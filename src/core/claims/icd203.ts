import type { EstimativeTerm } from './model';

/** The range of each term in percent, from and to (ICD 203, Analytic Standards, 2015). */
export const RANGES: Readonly<Record<EstimativeTerm, readonly [from: number, to: number]>> = {
  'almost no chance': [1, 5],
  'very unlikely': [5, 20],
  unlikely: [20, 45],
  'roughly even chance': [45, 55],
  likely: [55, 80],
  'very likely': [80, 95],
  'almost certain': [95, 99],
};
