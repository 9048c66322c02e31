package dev.cutover.rehearse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.record.dump.Texts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InjectorSettingsTest {
    @Test
    void carriesSettingsToTheOtherProcess(@TempDir Path directory) throws IOException {
        InjectorSettings settings = settings("http://127.0.0.1:8080");
        settings.write(directory.resolve("settings.json"));
        assertThat(InjectorSettings.read(directory.resolve("settings.json"))).isEqualTo(settings);
    }

    @Test
    void refusesAnyTargetButThisMachine() {
        assertThatThrownBy(() -> settings("http://shop.example:8080"))
                .hasMessageContaining("the load's target: shop.example")
                .hasMessageContaining("loopback");
        assertThatThrownBy(() -> settings("http://127.0.0.1.example")).hasMessageContaining("loopback");
        assertThatThrownBy(() -> new InjectorSettings.Publishing(
                        "127.0.0.1:9092,10.0.0.1:9092", Path.of("p"), Texts.AS_THEY_ARE))
                .hasMessageContaining("10.0.0.1");
    }

    @Test
    void refusesWhatItMissesOrDoesNotKnow(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("settings.json");
        settings("http://127.0.0.1:1").write(file);
        String settings = Files.readString(file);
        Files.writeString(file, settings.replace("\"seed\"", "\"sede\""));
        assertThatThrownBy(() -> InjectorSettings.read(file)).hasMessageContaining("seed");
        Files.writeString(file, settings.replace("{\"target\"", "{\"sede\":1,\"target\""));
        assertThatThrownBy(() -> InjectorSettings.read(file)).hasMessageContaining("sede");
    }

    private static InjectorSettings settings(String target) {
        return new InjectorSettings(
                URI.create(target),
                Long.MAX_VALUE,
                new KeySource.Numbers(1, 7_000),
                SmallLoad.load(),
                List.of(3L, 5L),
                Path.of("/run/journal/injector-1.slots"),
                Path.of("/run/journal/injector-1.health.json"),
                new InjectorSettings.Publishing(
                        "127.0.0.1:9092", Path.of("/run/observed/updates.jsonl"), Texts.hashed()));
    }
}
