import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { reportUncaught } from "../../stacks/synthesis/uncaught";

test("An error in this project's own code is shown as it is, and the exit code is 1", () => {
  const shown = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const bug = new Error("a bug");
  expect(reportUncaught(bug, temporaryFolder())).toBe(1);
  expect(shown.mock.calls).toEqual([[bug]]);
  shown.mockRestore();
});
