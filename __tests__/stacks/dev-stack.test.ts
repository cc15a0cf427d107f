import { DevStack } from "../../stacks/dev-stack";
import { itHasTheSample } from "./sample";

describe("The dev environment", () => {
  itHasTheSample(DevStack);
});
