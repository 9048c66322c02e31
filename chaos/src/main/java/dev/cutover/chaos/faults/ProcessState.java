package dev.cutover.chaos.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the operating system says about a process. */
final class ProcessState {

    private static final char UNKNOWN = '?';

    private ProcessState() {}

    /** The state letter of proc(5); a process that is gone, or dead and not yet collected, is Z. */
    static char of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2);
        } catch (IOException goneOrNotLinux) {
            boolean alive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
            return alive ? UNKNOWN : 'Z';
        }
    }

    static boolean gone(long pid) {
        char state = of(pid);
        return state == 'Z' || state == 'X';
    }

    /** What {@code heal} needs to find this very process after a crash of the testbed. */
    static Map<String, Object> identity(long pid) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pid", pid);
        ProcessHandle.of(pid)
                .flatMap(p -> p.info().startInstant())
                .ifPresent(t -> fields.put("startedAt", t.toString()));
        return fields;
    }
}
