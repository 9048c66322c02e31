package dev.cutover.chaos.toxiproxy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One proxy, as Toxiproxy reports it.
 *
 * @param listen host:port where clients connect
 * @param upstream host:port they are carried to
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProxyState(String name, String listen, String upstream, boolean enabled, List<Toxic> toxics) {
    public ProxyState(String name, String listen, String upstream, boolean enabled, @Nullable List<Toxic> toxics) {
        this.name = name;
        this.listen = listen;
        this.upstream = upstream;
        this.enabled = enabled;
        this.toxics = toxics == null ? List.of() : List.copyOf(toxics);
    }

    public boolean lists(Toxic toxic) {
        return toxics.stream()
                .anyMatch(t -> t.name().equals(toxic.name())
                        && t.type().equals(toxic.type())
                        && t.stream().equals(toxic.stream()));
    }
}
