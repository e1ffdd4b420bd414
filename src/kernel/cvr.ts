const WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 1];

/** Is it a Danish company number? Eight digits whose weighted sum (2,7,6,5,4,3,2,1) divides by 11. */
export function isCvr(text: string): boolean {
  if (!/^[1-9]\d{7}$/.test(text)) return false;
  return WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(text[at]), 0) % 11 === 0;
}
