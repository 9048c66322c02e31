package dev.cutover.broken;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cutover.bridge.World;

/** What a variant under test is asked for. */
final class Defects {
    private static final String ACTIVATED = "cutover_defect_activated_total ";

    private Defects() {}

    /** How often the defect has acted, as the admin port says. */
    static double activated(World world) throws Exception {
        return World.text(world.admin("GET", "/metrics", "", ""))
                .lines()
                .filter(line -> line.startsWith(ACTIVATED))
                .mapToDouble(line -> Double.parseDouble(line.substring(ACTIVATED.length())))
                .findFirst()
                .orElseThrow();
    }

    /** Brings a routing into force; the answer. */
    static JsonNode route(World world, String routing) throws Exception {
        var answer = world.route(routing);
        assertThat(answer.statusCode()).as(World.text(answer)).isEqualTo(200);
        return JsonMapper.builder().build().readTree(answer.body());
    }
}
