package dev.cutover.environment;

import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Link;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where the proxies of an environment's links run. Safe for many threads. */
public interface ProxyHost {

    /** Where the link's client will connect to; asked once for each link, before its proxy starts. */
    Address listen(Link link);

    /**
     * Starts the link's proxy, or another one in the place of one that was killed; its API may take a moment to answer.
     */
    Run start(Link link, Program program);

    /** Whether a component could connect to a server past the link's proxy, because they share a network. */
    boolean canBeBypassed();

    /**
     * How a proxy is started.
     *
     * @param arguments by the address at which its API is to listen
     * @param environment its variables
     */
    record Program(Function<Address, List<String>> arguments, Map<String, String> environment) {
        public Program {
            environment = Map.copyOf(environment);
        }
    }

    /** A proxy that was started. It dies with the environment. */
    interface Run {
        /** Where its API listens. */
        Address admin();

        /** Of its first process, as this machine sees it. */
        long pid();

        boolean alive();

        /** kill -9; does nothing to one that has ended. */
        void kill();
    }
}
