package dev.cutover.environment.container;

import dev.cutover.environment.spec.Address;

/** The container of a link's proxy. */
public final class LinkContainer {
    private final DockerContainer container;
    private final Address admin;

    LinkContainer(DockerContainer container, Address admin) {
        this.container = container;
        this.admin = admin;
    }

    /** Of its first process, as this machine sees it. */
    public long pid() {
        return container.pid();
    }

    /** Where its API listens. */
    public Address admin() {
        return admin;
    }

    /** kill -9. */
    public void kill() {
        container.kill();
    }
}
