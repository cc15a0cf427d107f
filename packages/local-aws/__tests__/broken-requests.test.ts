import { services } from "../services";
import { type BrokenRequest, playBroken } from "./broken-requests";
import { neverValid, validRequests } from "./valid-requests";

/** Every run draws the same 500. */
const seed = 20_261_129;
const drawn = 500;

/** Draws as many as requested, alternating between services and kinds of rules. */
function draw(all: readonly BrokenRequest[]): string[] {
  let state = seed;
  const random = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  const cells = new Map<string, (readonly [number, string])[]>();
  for (const { service, kind, name } of new Map(all.map((each) => [each.name, each])).values()) {
    const cell = `${service} ${kind}`;
    cells.set(cell, [...(cells.get(cell) ?? []), [random(), name]]);
  }
  const shuffled = [...cells.values()].map((cell) => cell.sort(([a], [b]) => a - b).map(([, name]) => name));
  const rounds = Math.max(...shuffled.map(({ length }) => length));
  const inTurn = Array.from({ length: rounds }, (_, round) => shuffled.flatMap((cell) => cell[round] ?? []));
  return inTurn.flat().slice(0, drawn);
}

test("the valid requests cover every operation, except those that never have anything to return", () => {
  const all = [...services.values()].flatMap(({ name, operations }) => operations.map((each) => `${name}:${each}`));
  const tried = new Set(validRequests.map(({ service, operation }) => `${service}:${operation}`));
  expect(all.filter((each) => !tried.has(each)).sort()).toEqual(neverValid);
});

test("none of 500 requests that each break one rule of AWS's model is accepted", async () => {
  const { broken, refused } = await playBroken(() => false);
  expect(refused).toEqual([]);
  const wanted = new Set(draw(broken));
  expect(wanted.size).toBe(drawn);
  const { refused: then, wrong } = await playBroken(({ name }) => wanted.has(name));
  expect([then, wrong]).toEqual([[], []]);
});
