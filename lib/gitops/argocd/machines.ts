/** Machine templates of the past are cheap; a file that is lost from Git must not take a cluster with it. */
export const pruneMachines = false;
