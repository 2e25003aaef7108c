import { tasks, UNDISTURBED, type TaskInput, type TaskName, type TaskOutput } from './tasks.ts';

export interface TaskRunner {
  run<Name extends TaskName>(name: Name, input: TaskInput<Name>): Promise<TaskOutput<Name>>;
  /** Asks the running tasks to end early, or those of one name, and waits for them. */
  stop(name?: TaskName): Promise<void>;
}

/** Runs tasks where they are asked for: on the command line nobody waits beside them. */
export const tasksInline: TaskRunner = {
  run: async (name, input) => tasks(UNDISTURBED)[name](input as never) as never,
  stop: async () => undefined,
};
