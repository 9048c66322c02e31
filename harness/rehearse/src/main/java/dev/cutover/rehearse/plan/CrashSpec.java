package dev.cutover.rehearse.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * How a component is made to crash at a named point of its program: the steps arm the point, and the component ends by itself the next time
 * it comes by. The points are listed by when a component passes them, in the program's order.
 *
 * @param arm the lists of steps that arm the point {@code ${point}}
 * @param always points that it passes again and again under load
 * @param copying points that it passes while the bootstrap copies
 * @param changing points that it passes whenever the routing changes
 * @param moving points that it passes when keys move from one system to the other
 */
public record CrashSpec(
        List<String> arm, List<String> always, List<String> copying, List<String> changing, List<String> moving) {

    /** What the steps that arm may use besides the other values. */
    static final String POINT = "point";

    public CrashSpec {
        arm = List.copyOf(arm);
        always = List.copyOf(always);
        copying = List.copyOf(copying);
        changing = List.copyOf(changing);
        moving = List.copyOf(moving);
    }

    /** All points. */
    public List<String> points() {
        List<String> all = new ArrayList<>(copying);
        all.addAll(always);
        all.addAll(changing);
        all.addAll(moving);
        return all;
    }
}
