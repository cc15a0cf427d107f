import { ProdStack } from "../../stacks/prod-stack";
import { itHasTheSample } from "./sample";

describe("The prod environment", () => {
  itHasTheSample(ProdStack);
});
