import { describeFaults, isEveryday } from "./fault-trials";

describeFaults(isEveryday);
