package dev.cutover.harness.environment.containers;

import dev.cutover.harness.environment.Address;

/** The container of a link's proxy. */
public interface LinkContainer {
    /** Of its first process, as this machine sees it. */
    long pid();

    /** Where its API listens. */
    Address admin();

    /** kill -9. */
    void kill();
}
