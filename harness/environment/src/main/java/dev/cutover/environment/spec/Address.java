package dev.cutover.environment.spec;

/** A TCP address; a run's addresses are all on loopback or inside its own networks. */
public record Address(String host, int port) {
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
