package dev.cutover.record.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a container's isolation, or of that of all processes together.
 *
 * @param component the container's name, or {@code every process}
 * @param networks the networks it is in; of processes, the interfaces that they see
 * @param internal whether these lead nowhere outside
 * @param defaultRoute {@code none}, or where it leads
 * @param probe what came of a connection to 192.0.2.1; null where nothing can be tried
 * @param proven whether the trial could tell; null where nothing can be tried
 */
@Line(
        kind = "isolation",
        says = "before a container, or any process, is used: its networks, and what came of a connection outside")
public record Isolated(
        String component,
        List<String> networks,
        boolean internal,
        int publishedPorts,
        String defaultRoute,
        @Nullable String probe,
        @Nullable Boolean proven)
        implements Event {

    public Isolated {
        networks = List.copyOf(networks);
    }
}
