package dev.cutover.environment.container;

import dev.cutover.environment.spec.Address;

/** The container of a link's proxy. */
public final class LinkContainer {
    private final Box box;
    private final Address admin;

    LinkContainer(Box box, Address admin) {
        this.box = box;
        this.admin = admin;
    }

    /** Of its first process, as this machine sees it. */
    public long pid() {
        return box.pid();
    }

    /** Where its API listens. */
    public Address admin() {
        return admin;
    }

    /** kill -9. */
    public void kill() {
        box.kill();
    }
}
