import { describeFaults, isEveryday } from "./fault-trials";

describeFaults((call, fault) => !isEveryday(call, fault));
