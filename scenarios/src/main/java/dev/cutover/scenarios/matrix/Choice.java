package dev.cutover.scenarios.matrix;

import dev.cutover.environment.yaml.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Which cells of a grid are meant, in which runs. */
public record Choice(Grid grid, Packing packing) {

    /** All that are possible. */
    public List<List<Cell>> all(long seed) {
        return packing.covering(grid.possible(), seed);
    }

    /** So many: first those that the plan chose, in one run and at the times it gave them, then others, drawn by the seed. */
    public List<List<Cell>> some(int count, long seed) {
        List<Cell> chosen = packing.chosen().stream().limit(count).toList();
        List<String> taken = chosen.stream().map(Cell::id).toList();
        List<Cell> others = new ArrayList<>(grid.possible().stream()
                .filter(cell -> !taken.contains(cell.id()))
                .toList());
        Collections.shuffle(others, new Random(seed));
        List<Cell> drawn = others.subList(0, Math.min(others.size(), count - chosen.size()));
        return Stream.concat(Stream.of(chosen), packing.covering(drawn, seed).stream())
                .filter(run -> !run.isEmpty())
                .toList();
    }

    /**
     * Those that are named, in one run.
     *
     * @param names as {@link Cell#placed()} gives them, or without a time: then at that of the plan's own choice, or else first in the phase
     * @throws IllegalArgumentException for what is no possible cell
     */
    public List<List<Cell>> named(List<String> names) {
        return List.of(names.stream().map(this::named).toList());
    }

    private Cell named(String name) {
        String id = name.replaceFirst("@[^@]*$", "");
        List<Cell> known = Stream.concat(packing.chosen().stream(), grid.possible().stream())
                .toList();
        Cell cell = known.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no cell '" + id + "'"
                        + Nearest.question(id, known.stream().map(Cell::id).toList()) + skipped(id)));
        return Cell.begin(name).map(cell::at).orElse(cell);
    }

    private String skipped(String id) {
        Optional<String> because = grid.skipped().stream()
                .filter(one -> one.cell().id().equals(id))
                .map(Grid.Skipped::because)
                .findFirst();
        return because.map(why -> " It is skipped: " + why).orElse("");
    }
}
