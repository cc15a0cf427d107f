import { StagingStack } from "../../stacks/staging-stack";
import { itHasTheSample } from "./sample";

describe("The staging environment", () => {
  itHasTheSample(StagingStack);
});
