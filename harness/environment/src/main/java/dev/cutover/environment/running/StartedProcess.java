package dev.cutover.environment.running;

import java.nio.file.Path;
import java.util.List;

/** Something that was started, as seen from outside. */
public interface StartedProcess {
    boolean alive();

    /** How it ended, for a message; empty while it runs. */
    String ending();

    Path log();

    /** The last lines of its log. */
    List<String> tail(int lines);
}
