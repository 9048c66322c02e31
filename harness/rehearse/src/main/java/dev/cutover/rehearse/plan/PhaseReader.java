package dev.cutover.rehearse.plan;

import dev.cutover.environment.yaml.Quantity;
import dev.cutover.environment.yaml.YamlMap;
import dev.cutover.environment.yaml.YamlValue;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.rehearse.plan.PhaseSpec.RouteSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the {@code phases} of a plan. */
final class PhaseReader {

    private static final Set<String> OF_EVERY_FAULT = Set.of("fault", "on", "at", "for");

    private PhaseReader() {}

    static PhaseSpec phase(YamlMap map) {
        String name = map.text("name");
        var phase = new PhaseSpec(
                name,
                map.flag("bootstrap", false),
                map.optional("route").map(value -> route(value.map())),
                map.duration("route-after", Duration.ZERO),
                map.flag("rollback", false),
                map.duration("hold"),
                map.optional("limits").map(value -> unknown(value.map())).orElseGet(OptionalLong::empty),
                faults(name, map.list("faults")));
        map.done();
        return phase;
    }

    private static RouteSpec route(YamlMap map) {
        var mode = map.required("mode").word(RoutingMode.class);
        Optional<YamlValue> share = map.optional("new-share");
        if (mode == RoutingMode.SPLIT && share.isEmpty()) {
            throw map.required("mode").error("mode split needs a 'new-share', such as 0.1");
        }
        map.done();
        double newShare = share.map(YamlValue::share).orElse(mode == RoutingMode.NEW ? 1.0 : 0.0);
        return new RouteSpec(mode, newShare);
    }

    private static OptionalLong unknown(YamlMap map) {
        long unknown = map.number("unknown");
        map.done();
        return OptionalLong.of(unknown);
    }

    private static List<FaultSpec> faults(String phase, List<YamlValue> values) {
        List<FaultSpec> faults = new ArrayList<>();
        for (YamlValue value : values) {
            faults.add(fault(phase + "-" + (faults.size() + 1), value.map()));
        }
        return faults;
    }

    /** Options beside the common ones are the fault's own; the catalogue refuses what the fault does not know. */
    private static FaultSpec fault(String id, YamlMap map) {
        Map<String, Object> options = new LinkedHashMap<>();
        map.entries().forEach((key, value) -> {
            if (!OF_EVERY_FAULT.contains(key)) {
                options.put(key, option(value.text()));
            }
        });
        return new FaultSpec(id, map.text("fault"), map.text("on"), map.duration("at"), map.duration("for"), options);
    }

    private static Object option(String text) {
        if (text.matches("\\d{1,18}")) {
            return Long.valueOf(text);
        }
        return Quantity.duration(text).<Object>map(duration -> duration).orElse(text);
    }
}
