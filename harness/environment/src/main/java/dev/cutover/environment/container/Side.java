package dev.cutover.environment.container;

/**
 * One side of a component's links: a network of its own with the proxies that are there.
 *
 * @param network its name
 */
record Side(String network, Subnet subnet) {

    /** A place for a container in this network. */
    Endpoint join() {
        return new Endpoint(network, subnet.take());
    }

    /** A container's place in a network: the same however often it is started. */
    record Endpoint(String network, String address) {}
}
