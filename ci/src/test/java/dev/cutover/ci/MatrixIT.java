package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real thing: bridge and sync crash between the steps of a move, and links break in both directions. */
@DisplayName("The fault matrix of the reference")
class MatrixIT {

    /** Of the 1,856 cells of the grid; whoever changes what is skipped says so here. */
    private static final int SKIPPED = 251;

    @TempDir
    private Path directory;

    @Test
    void is_go_in_the_twelve_cells_that_the_plan_chose_in_one_run() throws IOException, InterruptedException {
        JsonNode matrix = rehearse("12", Duration.ofMinutes(8));

        assertThat(matrix.path("runs")).hasSize(1);
        assertThat(matrix.path("cells")).hasSize(12);
        assertThat(new RunFiles(directory.resolve("runs/latest")).leftovers()).isEmpty();
    }

    /** Hours. */
    @Test
    @Tag("nightly")
    void is_go_in_every_cell() throws IOException, InterruptedException {
        JsonNode matrix = rehearse("all", Duration.ofHours(8));

        assertThat(matrix.path("cells")).hasSize(matrix.path("possible").asInt());
    }

    private JsonNode rehearse(String cells, Duration limit) throws IOException, InterruptedException {
        CommandLine command = CommandLine.start(
                directory, "matrix", "--cells", cells, "--rehearse", "--seed", "42", "--json", "matrix.json");
        int code = command.exitCode(limit);

        JsonNode matrix =
                new ObjectMapper().readTree(directory.resolve("matrix.json").toFile());
        assertThat(code).as(command.text()).isZero();
        List<String> skipped = new ArrayList<>();
        matrix.path("skipped").forEach(reason -> reason.forEach(cell -> skipped.add(cell.asText())));
        assertThat(skipped).hasSize(SKIPPED);
        assertThat(matrix.path("cells"))
                .allSatisfy(cell -> assertThat(cell.path("verdict").asText())
                        .as(cell.path("cell").asText())
                        .isEqualTo("GO"));
        return matrix;
    }
}
