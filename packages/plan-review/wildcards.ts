/**
 * Whether everything that `narrow` stands for, `wide` stands for too. Both may have IAM's wildcards: `*` for any
 * characters, `?` for one. Goes back to the last `*` alone, so that no pattern takes long.
 */
export function matches(wide: string, narrow: string): boolean {
  let [at, star, resume] = [0, -1, 0];
  for (let index = 0; index < narrow.length;) {
    const [sign, character] = [wide[at], narrow[index]];
    if (sign === "*") {
      star = at++;
      resume = index;
    } else if (sign === character || (sign === "?" && character !== "*")) {
      at++;
      index++;
    } else if (star === -1) return false;
    else {
      at = star + 1;
      index = ++resume;
    }
  }
  return /^\**$/.test(wide.slice(at));
}
