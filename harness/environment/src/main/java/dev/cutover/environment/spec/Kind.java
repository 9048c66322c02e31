package dev.cutover.environment.spec;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a component is, and so how it is started. */
public sealed interface Kind {

    /**
     * A PostgreSQL server of its own, with one database and logical decoding. Its port is called {@code sql}.
     *
     * @param init files of SQL that are run in this order when it is ready for the first time
     */
    record Postgres(String database, List<Path> init) implements Kind {
        public Postgres {
            init = List.copyOf(init);
        }

        public Postgres(String database) {
            this(database, List.of());
        }
    }

    /**
     * A Kafka broker of its own; the environment writes its properties and creates its topics before any client starts.
     * Its port {@code kafka} is for the harness; besides, each link to it has a listener, which advertises the link's proxy.
     *
     * @param topics name to number of partitions
     */
    record Kafka(Program program, Map<String, Integer> topics) implements Kind {
        public Kafka {
            topics = new LinkedHashMap<>(topics);
        }
    }

    /** A Java program of the project or of the user. */
    record Java(Program program) implements Kind {}

    /**
     * A third party that the environment's own mappings tell what to answer: WireMock, whose journal remembers each request while it runs.
     * Its port is called {@code http}.
     */
    record Wiremock() implements Kind {
        /** A page that it answers at any time. */
        static final String HEALTH = "/__admin/health";

        private static final Program PROGRAM = new Program(
                "fake-systems/third-party",
                "dev.cutover.thirdparty.ThirdParty",
                List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError"));

        /** The testbed's own, which is told by variables where it listens and where its files are. */
        public Program program() {
            return PROGRAM;
        }

        static Map<String, String> variables() {
            return Map.of("HOST", "${host}", "PORT", "${port http}", "ROOT", "${work}");
        }
    }

    /** Any other program, with its arguments. */
    record Command(List<String> command) implements Kind {
        public Command {
            command = List.copyOf(command);
        }
    }

    /**
     * A main class on a class path.
     *
     * @param module directory of a built Maven module, relative to the testbed's home: {@code target/*.jar} and {@code target/lib/*.jar}
     * @param main the main class
     * @param flags flags of the Java virtual machine, besides those that the environment gives
     */
    record Program(String module, String main, List<String> flags) {
        public Program {
            flags = List.copyOf(flags);
        }
    }
}
