import { adoptionLines } from "../report";

const resource = (id: string, isLetGo: boolean) => ({
  id,
  type: "aws_ecr_repository",
  name: `team/${id}`,
  properties: {},
  at: { file: "main.tf" },
  isLetGo,
});
const block = (id: string) =>
  ["  removed {", `    from = ${id}`, "    lifecycle {", "      destroy = false", "    }", "  }"].join("\n");
const after = (adopt: string) => [
  "Then delete the rest of the old owner's resources, and run here:",
  `  npm run recover -- <environment> ${adopt}`,
  "",
];

test("without a resource that has a name in the stack, there is nothing to adopt", () => {
  expect(adoptionLines("CloudFormation", [], undefined, "template.yaml", false)).toEqual({
    lines: ["To adopt: nothing. No resource in the source has the same name as one in the stack.", ""],
    adopts: false,
  });
});

test("Terraform releases resources with removed blocks, one for all instances of a resource", () => {
  const some = [resource('a["x"]', false), resource('a["y"]', false), resource("b", true)];
  expect(adoptionLines("Terraform", some, undefined, "main.tf", false)).toEqual({
    lines: [
      "To adopt, replace the resources there with these blocks, apply them, and import again with --replace to see the next step:",
      block("a"),
      "",
    ],
    adopts: false,
  });
  const all = [resource("a", true), resource("b", true)];
  expect(adoptionLines("Terraform", all, undefined, "main.tf", false)).toEqual({
    lines: [
      "To adopt: removed blocks release a and b. Apply them first.",
      ...after("--adopt aws_ecr_repository=team/a --adopt aws_ecr_repository=team/b"),
    ],
    adopts: true,
  });
});
