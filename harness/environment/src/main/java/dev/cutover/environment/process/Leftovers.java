package dev.cutover.environment.process;

import dev.cutover.environment.running.FileTree;
import dev.cutover.record.event.Event;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Ends what a killed testbed may have left behind. */
public final class Leftovers {
    private Leftovers() {}

    /**
     * Ends the processes that a run's events say were started, and deletes the run's scratch space.
     * A process counts only if both its number and the time it was started at agree: numbers are used again.
     *
     * @return a sentence for each process that was ended
     */
    public static List<String> end(RunDirectory run, Collection<Event> events) throws IOException {
        List<String> ended = new ArrayList<>();
        for (Event event : events) {
            if (isStart(event)) {
                find(event).ifPresent(process -> {
                    ProcessTree.kill(process);
                    ended.add(event.fields().get("component") + ": ended process " + process.pid());
                });
            }
        }
        FileTree.delete(run.work());
        return ended;
    }

    private static boolean isStart(Event event) {
        return event.kind().equals(ProcessEvents.KIND)
                && "started".equals(event.fields().get("state"));
    }

    private static Optional<ProcessHandle> find(Event event) {
        long ticks = number(event, ProcessEvents.START_TICKS);
        return ProcessHandle.of(number(event, "pid"))
                .filter(ProcessTree::alive)
                .filter(process -> ProcessTree.startTicks(process).orElse(-1) == ticks);
    }

    private static long number(Event event, String field) {
        return Long.parseLong(Objects.toString(event.fields().get(field), "0"));
    }
}
