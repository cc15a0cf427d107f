import { App } from "cdktf";
import { image } from "@pipelines/image-definition/load-image";
import { Versions } from "@pipelines/version-lock/versions";
import { accounts, region } from "./accounts";
import { EnvironmentStack } from "./environment/environment-stack";

/** The same images in a separate account, before prod gets them. */
export class StagingStack extends EnvironmentStack {
  public constructor(app: App, versions: Versions) {
    super(app, versions, {
      environment: "staging",
      account: accounts.staging,
      strictBuildRole: true,
      region,
      images: [image("hello-world"), image("base"), image("python-runtime"), image("nginx")],
    });
  }
}
