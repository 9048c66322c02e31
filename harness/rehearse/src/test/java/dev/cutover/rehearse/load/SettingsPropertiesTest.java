package dev.cutover.rehearse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsPropertiesTest {
    @Test
    void carriesSettingsToTheOtherProcess() {
        InjectorSettings settings = settings("http://127.0.0.1:8080");
        assertThat(SettingsProperties.read(SettingsProperties.write(settings))).isEqualTo(settings);
    }

    @Test
    void refusesAnyTargetButThisMachine() {
        assertThatThrownBy(() -> settings("http://shop.example:8080"))
                .hasMessageContaining("the load's target: shop.example")
                .hasMessageContaining("loopback");
        assertThatThrownBy(() -> settings("http://127.0.0.1.example")).hasMessageContaining("loopback");
        assertThatThrownBy(() -> new InjectorSettings.Prices("127.0.0.1:9092,10.0.0.1:9092", Path.of("p")))
                .hasMessageContaining("10.0.0.1");
    }

    @Test
    void refusesWhatItDoesNotKnowOrMisses() {
        Map<String, String> properties = new HashMap<>(SettingsProperties.write(settings("http://127.0.0.1:1")));
        properties.put("cutover.load.sede", "1");
        properties.remove("cutover.load.seed");
        assertThatThrownBy(() -> SettingsProperties.read(properties))
                .hasMessageContaining("missing [seed]")
                .hasMessageContaining("unknown [sede]");
    }

    private static InjectorSettings settings(String target) {
        return new InjectorSettings(
                URI.create(target),
                Long.MAX_VALUE,
                7_000,
                180.5,
                Duration.ofMinutes(8),
                Path.of("/run/journal/injector-1.slots"),
                Path.of("/run/journal/injector-1.health.json"),
                new InjectorSettings.Prices("127.0.0.1:9092", Path.of("/run/observed/prices.jsonl")));
    }
}
