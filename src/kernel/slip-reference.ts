/** Luhn's sum over a payment slip's reference: 15 digits (FIK 71) or 16 (giro 04, 15; FIK 75), the last of them the check digit. */
export function isSlipReference(digits: string): boolean {
  if (!/^\d{15,16}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}
