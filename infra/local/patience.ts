/**
 * How long is waited where everything shares one machine, in milliseconds. What is deployed gives up in seconds, since
 * there a silence means that something is away; here it means that the machine is busy.
 */
export const patience = { requestMs: 30_000, commitMs: 60_000, callbackMs: 60_000, sendMs: 60_000 }
