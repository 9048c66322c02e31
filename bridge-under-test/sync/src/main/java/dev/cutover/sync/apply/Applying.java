package dev.cutover.sync.apply;

import dev.cutover.sync.stream.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Brings changes into the target, inside the open transaction of the connection; it does not commit. */
public interface Applying {

    /** Applies changes of one partition in order, and answers one result for each. */
    List<ApplyResult> apply(Connection connection, List<Message.Change> changes) throws SQLException;
}
