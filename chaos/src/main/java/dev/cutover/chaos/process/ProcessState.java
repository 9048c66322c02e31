package dev.cutover.chaos.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** What the operating system says about a process now; see proc(5). */
public final class ProcessState {

    private static final char UNKNOWN = '?';
    private static final char ZOMBIE = 'Z';
    private static final int START_TICKS_AFTER_NAME = 19;

    private ProcessState() {}

    /** The state letter, such as T for stopped; a process that is gone, or dead and not yet collected, is Z. */
    public static char of(long pid) {
        boolean alive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        return stat(pid).map(fields -> fields.charAt(0)).orElse(alive ? UNKNOWN : ZOMBIE);
    }

    public static boolean gone(long pid) {
        char state = of(pid);
        return state == ZOMBIE || state == 'X';
    }

    /** Clock ticks from the start of the machine to that of the process: no clock adjustment moves it. */
    public static OptionalLong startTicks(long pid) {
        return stat(pid).stream()
                .mapToLong(fields -> Long.parseLong(fields.split(" ", -1)[START_TICKS_AFTER_NAME]))
                .findFirst();
    }

    /** The fields after the name, which may itself hold spaces and brackets. Empty if it is gone, or where there is no /proc. */
    private static Optional<String> stat(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return Optional.of(stat.substring(stat.lastIndexOf(')') + 2));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
