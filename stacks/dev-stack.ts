import { App } from "cdktf";
import { image } from "@pipelines/image-definition/load-image";
import { Versions } from "@pipelines/version-lock/versions";
import { accounts, region } from "./accounts";
import { EnvironmentStack } from "./environment/environment-stack";

/**
 * The environment for trying out images. Builds push and read only what they need; every other setting has its default.
 */
export class DevStack extends EnvironmentStack {
  public constructor(app: App, versions: Versions) {
    super(app, versions, {
      environment: "dev",
      account: accounts.dev,
      strictBuildRole: true,
      region,
      images: [image("hello-world"), image("base"), image("python-runtime"), image("nginx")],
    });
  }
}
