package dev.cutover.environment.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** What is wrong in a plan or another file of the user: where, what was expected, what was found. */
public final class PlanException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public PlanException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    PlanException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problems = List.of(problem);
    }

    /** What is wrong, in the order of the file; one at least. */
    public List<Problem> problems() {
        return problems;
    }
}
