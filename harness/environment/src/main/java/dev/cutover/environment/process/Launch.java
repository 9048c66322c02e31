package dev.cutover.environment.process;

import java.io.IOException;
import java.util.List;

/** How one kind of component is started. */
interface Launch {

    /** Makes what the component needs on disk; once, before its first start. */
    default void prepare() throws IOException {}

    List<String> command();

    /** Keeps what the next run can use; once, after it ran until it was stopped for the last time. */
    default void retire() {}
}
