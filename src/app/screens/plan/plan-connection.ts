import { Connection } from "../../worker/connection.ts";

let connection: Connection | undefined;

/** The worker of plans: one of its own, so that a long solve holds up nothing else and can be ended. */
export function planConnection(): Connection {
  connection ??= new Connection(
    () => new Worker(new URL("../../worker/worker.ts", import.meta.url), { type: "module" }),
  );
  return connection;
}
