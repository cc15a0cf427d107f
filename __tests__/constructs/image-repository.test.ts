import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { ImageRepository, ImageRepositoryProps } from "../../constructs/image-repository";
import { SynthesizedStack, testStack } from "../stack";

function synthesize(props: Partial<ImageRepositoryProps> = {}): SynthesizedStack {
  const stack = testStack();
  new ImageRepository(stack, "repository", {
    name: "team/app",
    imageTagMutability: "MUTABLE",
    deletionProtection: false,
    keep: { builds: 100 },
    protectedTags: ["latest", "3.12"],
    tags: { Owner: "${someone}" },
    ...props,
  });
  return new SynthesizedStack(stack);
}

describe("A repository", () => {
  const repository = synthesize();

  it("is scanned on push, encrypted, and destroyed with its images", () => {
    expect(repository.resource("aws_ecr_repository")).toEqual({
      name: "team/app",
      image_tag_mutability: "MUTABLE",
      image_scanning_configuration: { scan_on_push: true },
      encryption_configuration: [{ encryption_type: "AES256" }],
      force_delete: true,
      lifecycle: { prevent_destroy: false },
      tags: { Owner: "$${someone}" },
    });
  });

  it("is protected from deletion where the environment asks for it", () => {
    expect(synthesize({ deletionProtection: true }).text).toHaveResourceWithProperties(EcrRepository, {
      lifecycle: { prevent_destroy: true },
    });
  });

  it("may refuse to move a tag", () => {
    expect(synthesize({ imageTagMutability: "IMMUTABLE" }).text).toHaveResourceWithProperties(EcrRepository, {
      image_tag_mutability: "IMMUTABLE",
    });
  });

  it("keeps the newest builds, and what has a protected tag, and clears away images without a tag", () => {
    const { policy, repository: of } = repository.resource("aws_ecr_lifecycle_policy");
    expect(of).toBe(repository.ref("aws_ecr_repository", "name"));
    const rule = (rulePriority: number, description: string, selection: object) => ({
      rulePriority,
      description,
      selection,
      action: { type: "expire" },
    });
    const tagged = (pattern: string, countNumber: number) => ({
      tagStatus: "tagged",
      tagPatternList: [pattern],
      countType: "imageCountMoreThan",
      countNumber,
    });
    const untagged = { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 30 };
    expect(JSON.parse(String(policy))).toEqual({
      rules: [
        rule(1, "Keep latest", tagged("latest", 100_000)),
        rule(2, "Keep 3.12", tagged("3.12", 100_000)),
        rule(3, "Expire untagged images after 30 days", untagged),
        rule(4, "Keep the newest 100 builds", tagged("*", 100)),
      ],
    });
  });

  it("keeps the builds of the last days where it is asked for days", () => {
    const policy = String(synthesize({ keep: { days: 365 } }).resource("aws_ecr_lifecycle_policy").policy);
    const { rules } = JSON.parse(policy) as { rules: { selection: object }[] };
    expect(rules.at(-1)?.selection).toEqual({
      tagStatus: "tagged",
      tagPatternList: ["*"],
      countType: "sinceImagePushed",
      countUnit: "days",
      countNumber: 365,
    });
  });

  it("is two resources", () => {
    expect(repository.counts()).toEqual({ aws_ecr_repository: 1, aws_ecr_lifecycle_policy: 1 });
  });
});
