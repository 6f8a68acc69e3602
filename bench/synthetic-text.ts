/** A model of 300 equations as text: loops of 40, 20, 10, 5 and 5, the rest one after the other, 120 parameters. */
export function writeSynthetic(): string {
  const size = 300;
  const lines = ["period quarter for 80"];
  for (let k = 0; k < 120; k++) lines.push(`param p${k} = ${0.1 + k / 1000} in 0..1`);
  const equation = (i: number, before: number): void => {
    const other = (i * 7) % size;
    const curve = i % 18 === 0 ? ` + 0.01 * exp(0 - x${other}[-1])` : "";
    lines.push(
      `x${i} = 0.05 + 0.3 * x${before} + 0.2 * p${i % 120} * x${other}[-1] + 0.1 * x${i}[-1]${curve}`,
    );
  };
  let first = 0;
  for (const loop of [40, 20, 10, 5, 5]) {
    for (let j = 0; j < loop; j++) equation(first + j, first + ((j + loop - 1) % loop));
    first += loop;
  }
  for (let i = first; i < size; i++) equation(i, i - 1);
  for (let i = 0; i < size; i++) lines.push(`init x${i} = 1`);
  return lines.join("\n");
}
