package dev.cutover.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * In which phase what is disturbed.
 *
 * @param phase a phase's name
 */
public record Cell(String phase, FaultKind fault) {

    /** As the command line has it: {@code half/lose-answer}. */
    public String text() {
        return phase + "/" + fault.text();
    }

    /** Of all phases of a course and all faults. */
    public static List<Cell> all(Course course) {
        return course.phases().stream()
                .flatMap(phase -> Stream.of(FaultKind.values()).map(fault -> new Cell(phase.name(), fault)))
                .toList();
    }

    /**
     * Those that a text means: {@code phase/fault}, {@code phase/} or {@code /fault}.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static List<Cell> named(String text, Course course) {
        int slash = text.indexOf('/');
        String phase = slash < 0 ? text : text.substring(0, slash);
        String fault = slash < 0 ? "" : text.substring(slash + 1);
        List<Cell> found = all(course).stream()
                .filter(cell -> phase.isEmpty() || cell.phase().equals(phase))
                .filter(cell -> fault.isEmpty() || cell.fault().text().equals(fault))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no cell is called '" + text + "'; a cell is PHASE/FAULT, of phases "
                    + course.phases().stream().map(Course.Phase::name).toList() + " and faults "
                    + Arrays.toString(FaultKind.values()));
        }
        return found;
    }
}
