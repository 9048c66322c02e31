package dev.cutover.environment.process;

import java.util.List;

/** Any other program. */
record CommandLaunch(List<String> command) implements Launch {}
