package dev.cutover.environment.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.cutover.environment.yaml.WrongValue;
import java.util.Optional;

/**
 * A link as it is written.
 *
 * @param to the server's component, or {@code component.port} if it has several ports
 * @param protocol how the link is proven and looked at from outside; without it what its server is says it
 * @param health path that the server answers by HTTP at any time, by which faults are seen from outside
 */
public record LinkFile(String to, Optional<Protocol> protocol, Optional<String> health) {

    @JsonCreator
    public LinkFile {
        if (health.isPresent() && !protocol.orElse(Protocol.HTTP).hasPages()) {
            throw WrongValue.at(
                    "is a path of HTTP, which this link does not speak: leave out one of the two", "health");
        }
        if (!health.orElse("/").startsWith("/")) {
            throw WrongValue.at("must be a path, such as /health, but is '" + health.orElse("") + "'", "health");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static LinkFile to(String target) {
        return new LinkFile(target, Optional.empty(), Optional.empty());
    }

    /** The link, once it is known where it leads. */
    Link link(String name, String client, ComponentFile server, String component, String port) {
        Optional<String> path = protocol.isEmpty() ? health.or(() -> server.pageOf(component, port)) : health;
        Protocol spoken = protocol.orElseGet(() -> path.isPresent() ? Protocol.HTTP : server.speaks(component));
        boolean https = spoken == Protocol.HTTP && server.tls().contains(port);
        return new Link(name, client, component, port, https ? Protocol.HTTPS : spoken, path.orElse(Link.USUAL_HEALTH));
    }
}
