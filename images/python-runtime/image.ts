import { ImageDefinition } from "@pipelines/image-definition";

/**
 * Python for applications: an interpreter, an unprivileged user, and a test that fails the build if either of them is
 * wrong.
 */
const pythonRuntime: ImageDefinition = {
  description: "Python on the base image, with a user without privileges",
  parentImage: { image: "base" },
  components: [
    {
      document: "install-python.yaml",
      supportedOsVersions: ["Amazon Linux 2023"],
      parameters: { PythonVersion: "3.12" },
    },
    { document: "create-user.yaml", parameters: { UserName: "app", UserId: "10001" } },
    { document: "test-runtime.yaml", parameters: { PythonVersion: "3.12", UserName: "app" } },
  ],
  repository: "runtimes/python",
  containerTags: ["3.12", "latest"],
  // Rebuilt with the base, so it includes the base's updates.
  schedule: null,
  tests: { timeoutMinutes: 90 },
  buildInstance: { volumes: [{ size: 30, type: "gp3" }] },
  tags: { Team: "platform" },
};

export default pythonRuntime;
