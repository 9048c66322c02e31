package dev.cutover.environment.container;

/**
 * Of the links on one side of a component: a network of its own with the proxies that are there.
 *
 * @param name of the network
 */
record LinkNetwork(String name, Subnet subnet) {

    /** A place for a container in this network. */
    Endpoint join() {
        return new Endpoint(name, subnet.take());
    }

    /** A container's place in a network: the same however often it is started. */
    record Endpoint(String network, String address) {}
}
