package dev.cutover.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cutover.bridge.World;
import dev.cutover.sync.Parts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BridgesTogetherTest extends OnABridge {
    @Test
    void eachDefectMeetsTheHouseholdsOfItsShareAndIsCountedByItself() throws Exception {
        world.restart(parts -> BridgesTogether.variant(
                parts, List.of(share(DropsNotes.class, 1, 3), share(AnswersAWrongVersion.class, 2, 3))));
        Defects.route(world, "{\"mode\":\"new\"}");

        for (int household = 1; household <= 3; household++) {
            world.post("place-order", placing(household));
        }

        assertThat(world.replacement.asked)
                .extracting(asked -> asked.json().path("note").asText())
                .containsExactly("null", "for you", "for you");
        assertThat(World.text(world.admin("GET", "/metrics", "", "")))
                .contains("cutover_defect_activated_total{defect=\"dev.cutover.broken.DropsNotes\"} 1.0\n")
                .contains("cutover_defect_activated_total{defect=\"dev.cutover.broken.AnswersAWrongVersion\"} 0.0\n");
    }

    @Test
    void whatAllHouseholdsHaveInCommonIsRefused() throws Exception {
        world.restart(parts -> {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BridgesTogether.variant(parts, List.of(share(ForgetsOperationIds.class, 0, 2))))
                    .withMessage(
                            "dev.cutover.broken.ForgetsOperationIds is nothing for a share: it changes operation ids,"
                                    + " which all households have in common");
            return parts;
        });
    }

    @Test
    void sharesAreReadFromTheEnvironment() {
        assertThat(Share.from(Map.of("DEFECTS", "a.One 0/3, a.Two 1/3")))
                .containsExactly(new Share("a.One", 0, 3), new Share("a.Two", 1, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Share.from(Map.of("DEFECTS", "a.One")))
                .withMessageContaining("DEFECTS must be like 'dev.cutover.broken.DropsNotes 0/3, ");
    }

    @Test
    void whatIsNoDefectIsRefused() {
        var correct = Parts.standard(new SimpleMeterRegistry());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> share(DropsNotes.class, 0, 2).variant(Parts.class, correct))
                .withMessage("dev.cutover.broken.DropsNotes is no defect of dev.cutover.sync.Parts");
    }

    private static String placing(int household) {
        return "{\"opId\":\"%d\",\"hhNo\":%d,\"custNo\":3,\"sku\":\"S\",\"qty\":1,\"unitC\":100,\"note\":\"for you\"}"
                .formatted(household, household);
    }

    private static Share share(Class<?> defect, int remainder, int of) {
        return new Share(defect.getName(), remainder, of);
    }
}
