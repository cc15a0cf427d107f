import { playBroken } from "./broken-requests";

test("every request that breaks one rule of AWS's model is refused for that reason", async () => {
  const { broken, refused, wrong } = await playBroken(() => true);
  expect([refused, wrong]).toEqual([[], []]);
  expect(broken.length).toBeGreaterThan(1000);
});
